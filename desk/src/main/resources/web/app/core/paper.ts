/**
 * The short codes of the call sheet: a family's is made from its call, so that it can be found again whoever printed the sheet and
 * however long ago; what came of a call is the key that it has at the desk, and a letter for the reason.
 */

import { OUTCOMES } from '../parts/log-call';
import { FLAGS, REASONS, RESULTS } from '../parts/said-fields';
import type { Callee, CardNumber, Outcome, Task } from './types';

/** No vowels, so that they make no words, and nothing that reads like something else. */
const SIGNS = '23456789BCDFGHJKMPRTVWXY';
const LENGTH = 4;
export const CODE = new RegExp(`^[${SIGNS}]{${LENGTH}}$`);
export const REASON_SIGNS = 'abcdefghijklmn';
const WHO: Record<string, Outcome> = { '': 'REACHED_GUARDIAN', s: 'REACHED_STUDENT', o: 'REACHED_OTHER' };

/** The family's code, as it stands on the sheet. */
export function shortCode(taskId: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(taskId)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  let code = '';
  for (let i = 0; i < LENGTH; i++) {
    code += SIGNS[hash % SIGNS.length];
    hash = Math.floor(hash / SIGNS.length);
  }
  return code;
}

/** Whose code it is: nearly always one family's, and never more than a few's. */
export const tasksOf = (code: string, tasks: Task[]): Task[] =>
  tasks.filter((task) => shortCode(task.taskId) === code.trim().toUpperCase());

export interface Told {
  outcome: Outcome;
  result?: string;
  reason?: string;
  flags?: string[];
}

/** 1 no answer … 51 coming in, 52a not today, ill; s the student, o somebody else; +1, +2 a matter of safety. Null for anything else. */
export function told(what: string): Told | null {
  const found = /^([1-9])(?:([1-6])([a-n]?)([so]?)((?:\+[12])*))?$/.exec(what.replace(/\s/g, '').toLowerCase());
  if (!found) return null;
  const [, key, result, reason, who, flags] = found;
  const outcome = OUTCOMES[Number(key) - 1];
  if (outcome !== 'REACHED_GUARDIAN') return result === undefined ? { outcome } : null;
  if (result === undefined) return null;
  const told: Told = { outcome: WHO[who], result: RESULTS[Number(result) - 1] };
  if (reason) told.reason = REASONS[REASON_SIGNS.indexOf(reason)];
  if (flags) told.flags = [...new Set(flags.match(/[12]/g))].map((each) => FLAGS[Number(each) - 1]);
  return told;
}

/** 842, 0842, 8:42: a time of the day; empty for what is none. */
export function clock(text: string): string {
  const found = /^(\d{1,2})[:.]?(\d{2})$/.exec(text.trim());
  if (!found || Number(found[1]) > 23 || Number(found[2]) > 59) return '';
  return `${found[1].padStart(2, '0')}:${found[2]}`;
}

export interface Line {
  callee: Callee;
  number: CardNumber;
}

/** The numbers that stand on the sheet, in its order. */
export const lines = (callees: Callee[]): Line[] =>
  callees
    .filter((callee) => callee.mayBeCalled)
    .flatMap((callee) => callee.numbers.filter((each) => each.tel).map((number) => ({ callee, number })));

/** Which number was dialled, by how it ends; the first of the sheet where nothing is said. Null where no number ends so. */
export function dialled(ends: string, callees: Callee[]): Line | null | undefined {
  const known = lines(callees);
  const digits = ends.replace(/\D/g, '');
  if (!digits) return known[0];
  return known.find(({ number }) => number.shown.replace(/\D/g, '').endsWith(digits)) ?? null;
}
