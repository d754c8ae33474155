/** An absence list while it is looked at: who is meant by each line, what was corrected, and what keeps a line from counting. */

import { coded, t } from '../../core/i18n';
import { fullName, grade } from '../../core/store';
import type { Code } from '../../core/codes';
import type { Student } from '../../core/types';
import type { ListRow, Meaning } from './columns';

export interface Candidate {
  studentId: string;
  student: Student;
}

export interface Row extends ListRow {
  candidates: Candidate[];
  /** Who it is; empty while nobody has said. */
  studentId: string;
  leftOut: boolean;
  /** Somebody else than the candidates is looked for. */
  searching: boolean;
}

/** What a mark is made of. */
export interface Mark {
  studentId: string;
  period: string;
  code: string;
}

/** By what lines are judged. */
export interface Setting {
  columns: Meaning[];
  codes: Code[];
  periods: string[];
  /** What counts where the list says none. */
  code: string;
  period: string;
}

/** Words, and whether they are a service's own, which are English. */
export interface Fault {
  words: string;
  english?: boolean;
}

export const markOf = (row: Row, setting: Setting): Mark => ({
  studentId: row.studentId,
  period: row.period || setting.period,
  code: setting.columns.includes('code') ? row.code : setting.code,
});

export const counting = (rows: Row[]): Row[] => rows.filter((row) => !row.leftOut);

/** The marks of the lines that count, each once. */
export function marksOf(rows: Row[], setting: Setting): Mark[] {
  const marks = new Map(counting(rows).map((row) => [JSON.stringify(markOf(row, setting)), markOf(row, setting)]));
  return [...marks.values()];
}

/** What keeps lines from counting. */
export function faultsOf(rows: Row[], setting: Setting): Map<Row, Fault> {
  const told = new Map<string, Row>();
  const faults = new Map<Row, Fault>();
  for (const row of counting(rows)) {
    const mark = markOf(row, setting);
    const place = `${mark.studentId} ${mark.period}`;
    const before = told.get(place);
    const words = fault(row, mark, setting);
    if (words) faults.set(row, { words });
    else if (before && markOf(before, setting).code !== mark.code) faults.set(row, { words: t('absences.twice', { line: before.line }) });
    else told.set(place, row);
  }
  return faults;
}

function fault(row: Row, mark: Mark, setting: Setting): string {
  if (!row.studentId) return t(row.candidates.length > 0 ? 'absences.several' : 'absences.unknown');
  if (!setting.codes.some((each) => each.code === mark.code)) return t('absences.noMeaning', { code: mark.code || t('quarantine.blank') });
  if (!setting.periods.includes(mark.period)) return t('absences.noPeriod', { period: mark.period });
  return '';
}

/** Lines that are read anew keep what somebody has corrected in them. */
export function withCorrections(fresh: Row[], before: Row[]): Row[] {
  const known = new Map(before.map((row) => [row.line, row]));
  return fresh.map((row) => {
    const was = known.get(row.line);
    if (!was || was.name !== row.name || was.id !== row.id) return row;
    const { candidates, studentId, leftOut } = was;
    return { ...row, candidates, studentId, leftOut };
  });
}

/** Who it is, as somebody tells two of one name apart. */
export const inWords = ({ student }: Candidate): string =>
  [fullName(student), grade(student) ? t('grade.short', { grade: grade(student) }) : '', student.homeroom ?? ''].filter(Boolean).join(' · ');

export const codeInWords = (code: Code): string => `${code.code || t('quarantine.blank')} · ${coded('category', code.category)}`;

export const periodInWords = (period: string): string => (period === 'day' ? t('absences.wholeDay') : period);
