/** What is asked of the services about absence lists. */

import { Problem, ask, get, post } from '../../core/api';
import { readCodes, type Code } from '../../core/codes';
import { readSchool, type Whole } from '../../core/school-day';
import type { ListRow } from './columns';
import type { Candidate, Mark, Row } from './list';

/** The school whose list it is. */
export interface Context {
  schoolId: string;
  whole: Whole;
  codes: Code[];
  periods: string[];
}

/** A list that was told. */
export interface Told {
  listId: string;
  takenAt: string;
  toldBy: string;
  complete: boolean;
  marks: number;
  withdrawnAt?: string;
  withdrawnBy?: string;
}

const lists = (schoolId: string): string => `/api/ingest/v1/schools/${encodeURIComponent(schoolId)}/absence-lists`;

export async function readContext(schoolId: string): Promise<Context> {
  const [whole, codes] = await Promise.all([readSchool(schoolId), readCodes(schoolId)]);
  const rung = whole.bells.flatMap((each) => each.periods.map((one) => one.period));
  return { schoolId, whole, codes: [...codes.own, ...codes.district], periods: [...new Set([...rung, 'day'])] };
}

/** Who is meant by each line. */
export async function match(schoolId: string, day: string, rows: ListRow[]): Promise<Row[]> {
  const { items } = await post<{ items: { candidates: Candidate[]; sure: boolean }[] }>('/api/outreach/v1/students/matches', {
    schoolId,
    day,
    rows: rows.map((row) => ({
      ...(row.id ? { studentId: row.id.slice(0, 200) } : {}),
      ...(row.name ? { name: row.name.slice(0, 200) } : {}),
    })),
  });
  return rows.map((row, at) => ({
    ...row,
    candidates: items[at].candidates,
    studentId: items[at].sure ? (items[at].candidates[0]?.studentId ?? '') : '',
    leftOut: false,
    searching: false,
  }));
}

/** Students of the school by a part of their name. */
export async function find(schoolId: string, name: string): Promise<Candidate[]> {
  const { body } = await ask<{ items: Candidate[] }>('/api/outreach/v1/students/by-name', {
    method: 'POST',
    body: { name, schools: [schoolId], limit: 20 },
  });
  return body.items;
}

/** A list as it is told. */
export interface List {
  schoolDay: string;
  complete: boolean;
  /** Where nobody is absent, in which. */
  periods?: string[];
  rows: Mark[];
}

export const send = (schoolId: string, list: List, key: string): Promise<Told> =>
  post<Told>(lists(schoolId), list, { 'Idempotency-Key': key });

export const toldOf = async (schoolId: string, day: string): Promise<Told[]> =>
  (await get<{ items: Told[] }>(lists(schoolId), { day })).items;

export const takeBack = (schoolId: string, listId: string): Promise<Told> =>
  post<Told>(`${lists(schoolId)}/${encodeURIComponent(listId)}/withdraw`);

/** What is wrong with which mark, by its place among those that were sent. */
export function wrongMarks(fault: unknown): Map<number, string> {
  const found = new Map<number, string>();
  for (const each of fault instanceof Problem ? fault.violations : []) {
    const at = /^rows\[(\d+)\]/.exec(each.field)?.[1];
    if (at !== undefined) found.set(Number(at), each.message);
  }
  return found;
}
