/** A door reader, as far as it is set up here. */

export interface Reader {
  readerId: string;
  buildingId: string;
  name: string;
  inService: boolean;
  allowedSilenceMinutes: number;
  version: number;
  lastHeard?: string;
}

export interface Key {
  keyId: string;
  state: string;
  createdAt: string;
  createdBy: string;
  validUntil?: string;
  lastUsed?: string;
}

export const pathOf = (readerId: string): string => `/api/entry/v1/readers/${encodeURIComponent(readerId)}`;
