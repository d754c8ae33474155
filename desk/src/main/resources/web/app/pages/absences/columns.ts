/** Reads an absence list as somebody copied it from a screen or saved it: which column is what, in any script. */

import { cellsOf, type Line } from './cells';
import { codeOf, digits, headOf, isOnlyHead, periodOf, type Meaning } from './words';

export type { Meaning } from './words';

export interface Recognised {
  /** What each column is. */
  columns: Meaning[];
  heads: string[];
  lines: Line[];
  /** The period that a column of codes stands for, where its head names one. */
  periods: (string | undefined)[];
}

export interface ListRow {
  line: number;
  id: string;
  name: string;
  code: string;
  period: string;
}

/** What a school has, by which columns are known. */
export interface Has {
  codes: string[];
  periods: string[];
  triggerPeriod: string;
}

/** Cells of the text, and what its columns are. */
export function recognise(text: string, has: Has): Recognised {
  const cut = cellsOf(text);
  const first = cut[0]?.cells.map((each) => each.trim()) ?? [];
  const named = first.map(headOf);
  const hasHead = isHead(first, named);
  const lines = hasHead ? cut.slice(1) : cut;
  const width = Math.max(0, ...cut.map((each) => each.cells.length));
  const periods: (string | undefined)[] = [];
  const columns = Array.from({ length: width }, (_, at) => {
    const guessed = guess(lines.map((each) => each.cells[at] ?? ''), has);
    const head = hasHead ? (named[at] ?? 'none') : undefined;
    if (head === 'period' && guessed === 'code') periods[at] = periodOf(first[at], has.periods);
    return meaningOf(guessed, head, first[at] ?? '');
  });
  return { columns: once(columns, periods.map((each) => each === has.triggerPeriod)), heads: hasHead ? first : [], lines, periods };
}

function isHead(cells: string[], named: Meaning[]): boolean {
  if (!named.includes('id') && !named.includes('name')) return false;
  return named.filter((each) => each !== 'none').length > 1 || cells.some(isOnlyHead);
}

/** What a head says counts, but for what stands below it: a column "Period 1" that holds codes is one of codes. */
function meaningOf(guessed: Meaning, head: Meaning | undefined, words: string): Meaning {
  if (head === undefined || (head === 'none' && words === '')) return guessed;
  return head === 'period' && guessed === 'code' ? 'code' : head;
}

/** Ids, codes and periods stand in one column each; names may stand in two. Of codes that of the trigger period is preferred. */
function once(columns: Meaning[], preferred: boolean[]): Meaning[] {
  const codes = columns.findIndex((each, at) => each === 'code' && preferred[at]);
  return columns.map((each, at) => {
    if (each === 'name') return each;
    const first = each === 'code' && codes >= 0 ? codes : columns.indexOf(each);
    return first === at ? each : 'none';
  });
}

const DATE_OR_NUMBER = /^(\d{1,4}[-./]\d{1,2}[-./]\d{1,4}|\d{1,2}:\d{2}(:\d{2})?|\d{3}[-.]\d{3,4}([-.]\d{4})?)$/;

function guess(values: string[], has: Has): Meaning {
  const filled = values.map((each) => each.trim()).filter(Boolean);
  if (filled.length === 0) return 'none';
  const most = (test: (value: string) => boolean): boolean => filled.filter(test).length * 2 > filled.length;
  const kinds = new Set(filled).size;
  /** A student may stand in some lines, one for each period. */
  const differ = kinds * 4 >= filled.length;
  const looksLikeId = (value: string): boolean => /^(?=.*\d)[A-Za-z0-9._:-]{4,64}$/.test(digits(value)) && !DATE_OR_NUMBER.test(digits(value));
  const looksLikeName = (value: string): boolean =>
    /^[\p{L}\p{M}'’.,\-\s()]{2,}$/u.test(value) && (value.length > 3 || /[^\u0000-\u007f]|^\p{Lu}\p{Ll}+$/u.test(value));
  if (most((value) => has.codes.includes(codeOf(value, has.codes)))) return 'code';
  if (most((value) => has.periods.includes(periodOf(value, has.periods)))) return 'period';
  if (differ && most(looksLikeId)) return 'id';
  if (differ && most(looksLikeName)) return 'name';
  return kinds * 2 <= filled.length && most((value) => value.length <= 4) ? 'code' : 'none';
}

/** The rows with what their columns say, and the lines that name no student. */
export function read(found: Recognised, columns: Meaning[], has: Has): { rows: ListRow[]; without: number[] } {
  const codes = columns.indexOf('code');
  const rows = found.lines.map(({ line, cells }): ListRow => {
    const all = (meaning: Meaning): string =>
      columns
        .map((each, at) => (each === meaning ? (cells[at] ?? '').trim() : ''))
        .filter(Boolean)
        .join(' ');
    const period = all('period');
    return {
      line,
      id: digits(all('id')),
      name: all('name'),
      code: codeOf(all('code'), has.codes),
      period: period ? periodOf(period, has.periods) : codes >= 0 ? (found.periods[codes] ?? '') : '',
    };
  });
  const named = (row: ListRow): boolean => Boolean(row.id || row.name);
  return { rows: rows.filter(named), without: rows.filter((row) => !named(row)).map((row) => row.line) };
}
