/** Which languages people who call have said that they speak. */

import { ask, get } from './api';

export interface Spoken {
  subject: string;
  languages: string[];
  version: number;
  changedBy?: string;
  changedAt?: string;
}

const PATH = '/api/outreach/v1/staff-languages';

export const mine = (): Promise<Spoken> => get<Spoken>(`${PATH}/mine`);

/** Of everybody who calls at a school. */
export const spokenAt = async (school: string): Promise<Spoken[]> => (await get<{ items: Spoken[] }>(PATH, { school })).items;

/** @param own whose languages are one's own are said otherwise than those of others */
export const say = async ({ subject, version }: Spoken, languages: string[], own: boolean): Promise<Spoken> =>
  (
    await ask<Spoken>(own ? `${PATH}/mine` : `${PATH}/${encodeURIComponent(subject)}`, {
      method: 'PUT',
      body: { languages },
      headers: { 'If-Match': `"${version}"` },
    })
  ).body;
