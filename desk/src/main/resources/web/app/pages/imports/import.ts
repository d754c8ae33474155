/** Imports of rosters, as the service tells of them. */

import { address, all, ask, get } from '../../core/api';
import { store } from '../../core/store';

export interface Tally {
  schoolId: string;
  added: number;
  changed: number;
  departed: number;
  unchanged: number;
}

export interface RowError {
  file: string;
  line: number;
  column?: string;
  reason: string;
  effect: 'REJECTED' | 'NOTED';
}

export interface Import {
  importId: string;
  state: 'RUNNING' | 'DONE' | 'FAILED' | 'REFUSED';
  dryRun: boolean;
  allowShrink: boolean;
  reason?: string;
  requestedBy: string;
  receivedAt: string;
  finishedAt?: string;
  progress: { phase: string; rowsRead: number; studentsCompared: number; studentsToCompare: number };
  counts: { rowsRead: number; rowsRejected: number; rowsNoted: number; students: number; studentsChanged: number };
  schools?: Tally[];
  errors?: RowError[];
  errorsCursor?: string;
}

const LATEST = 20;

const pathOf = (importId: string): string => `/api/ingest/v1/imports/${encodeURIComponent(importId)}`;

export const latest = (): Promise<Import[]> => all<Import>('/api/ingest/v1/imports', { limit: LATEST }, LATEST);

export const readImport = (importId: string): Promise<Import> => get<Import>(pathOf(importId));

export const moreErrors = (one: Import): Promise<{ items: RowError[]; nextCursor?: string }> =>
  get(`${pathOf(one.importId)}/errors`, { cursor: one.errorsCursor });

/** Every row error there is, up to so many. */
export const allErrors = (one: Import, atMost: number): Promise<RowError[]> => all<RowError>(`${pathOf(one.importId)}/errors`, {}, atMost);

/** Sends a file, and says which import it became. */
export async function upload(file: File, wish: { dryRun: boolean; allowShrink: boolean }, key: string): Promise<string> {
  const query = { dryRun: String(wish.dryRun), allowShrink: String(wish.allowShrink) };
  const { body } = await ask<{ importId: string }>(address('/api/ingest/v1/rosters', query), {
    method: 'POST',
    body: file,
    headers: { 'Content-Type': 'application/zip', 'Idempotency-Key': key },
  });
  return body.importId;
}

/** A file that was changed or taken away since it was chosen is no longer read. */
export const isReadable = (file: File): Promise<boolean> =>
  file.slice(0, 1).arrayBuffer().then(
    () => true,
    () => false,
  );

export const isSetUp = (schoolId: string): boolean => store.schools.some((each) => each.schoolId === schoolId);

export const schoolName = (schoolId: string): string => store.schools.find((each) => each.schoolId === schoolId)?.name ?? schoolId;
