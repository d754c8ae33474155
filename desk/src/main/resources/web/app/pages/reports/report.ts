/** What a report is to the page that shows it. */

import type { TemplateResult } from 'lit';
import type { Query } from '../../core/api';
import { t } from '../../core/i18n';
import { store } from '../../core/store';
import type { Summary } from '../../core/types';
import type { Choice, Field } from './choice';
import { longDay } from './words';

/** In one line, undivided. */
export const UNDIVIDED = 'NONE';

/** Shown to whom: who may read numbers, who may read of the school's students. */
export type Readers = 'numbers' | 'students';

export interface Report<T> {
  name: string;
  readers: Readers;
  /** Whether it is of one school and never of all of them. */
  ofOneSchool?: boolean;
  path: string;
  /** What can be chosen, besides the school. */
  fields(choice: Choice): Field[];
  /** What is asked where one grade, homeroom or group can be chosen; whose attendance, if nothing else is. */
  whose?(): string;
  /** Whether only what has a name can be chosen of these, and not who is without. */
  namedOnly?: boolean;
  /** Whether it can be shown as it was known at the end of an earlier day. */
  asKnown?(choice: Choice): boolean;
  /** By what it can be divided; the first is usual. */
  groups?(choice: Choice): string[];
  /** What a line of it can be of; the first is usual. */
  times?(choice: Choice): string[];
  query(choice: Choice): Query;
  /** Asks for it where one question to one address is not enough. */
  read?(choice: Choice, signal: AbortSignal): Promise<T>;
  /** What stands above it; its name if there is nothing else. */
  title?(choice: Choice): string;
  /** What exactly is shown: dates. */
  scope(data: T): string[];
  show(data: T, choice: Choice): TemplateResult;
  /** It has no CSV of its own: it is made of other reports. */
  isPaper?: boolean;
  /** Nothing of it is looked at here: it is files to save, each with its own choices. */
  savesOnly?: boolean;
}

/** What is answered of a report that can be shown as it was known. */
interface Known {
  knownOn?: string;
}

/** All that can be chosen of a report, besides the school. */
export const fieldsOf = <T>(report: Report<T>, choice: Choice): Field[] => [...report.fields(choice), ...(report.asKnown?.(choice) ? (['knownOn'] as const) : [])];

/** All that is asked for. */
export const queryOf = <T>(report: Report<T>, choice: Choice): Query => ({
  ...report.query(choice),
  ...(report.asKnown?.(choice) ? { knownOn: choice.knownOn } : {}),
});

/** What exactly is shown: dates, and as it was known when. */
export function scopeOf<T>(report: Report<T>, data: T): string[] {
  const { knownOn } = data as Known;
  return [...report.scope(data), ...(knownOn ? [t('reports.asKnown', { day: longDay(knownOn) })] : [])];
}

/** Whether somebody reads of the students of all that is asked for: then of any day, in groups of any size. */
export function readsStudents(school: string): boolean {
  return school ? store.leads(school) : store.leads('*') || !store.hasRole('district-analyst', 'admin');
}

/** Of which schools somebody may see it. */
export function schoolsOf(readers: Readers): Summary[] {
  return store.schools.filter((each) => (readers === 'students' ? store.leads : store.readsNumbers)(each.schoolId));
}

/** Whether all that somebody may see is the whole district. */
export const isDistrict = (readers: Readers): boolean => (readers === 'students' ? store.leads : store.readsNumbers)('*');

export const nameOf = (school: string): string => store.schools.find((each) => each.schoolId === school)?.name ?? school;

/** What is chosen, as far as there is such a thing; else what is usual. */
export function settled<T>(report: Report<T>, choice: Choice): Choice {
  const schools = schoolsOf(report.readers);
  const only = report.ofOneSchool || schools.length === 1 ? (schools[0]?.schoolId ?? '') : '';
  const of = { ...choice, school: schools.some((each) => each.schoolId === choice.school) ? choice.school : only };
  const usual = (there: string[] = [], wanted: string): string => (there.includes(wanted) ? wanted : (there[0] ?? ''));
  // A homeroom is of one school.
  if (of.of === 'HOMEROOM' && !of.school) of.of = '';
  return { ...of, groupBy: usual(report.groups?.(of), of.groupBy), by: usual(report.times?.(of), of.by) };
}

/** What is asked of whatever is divided: its school, and by what. */
export const divided = (choice: Choice): Query => ({
  school: choice.school,
  groupBy: choice.groupBy === UNDIVIDED ? '' : choice.groupBy,
});

/** By what students can be divided. Homerooms and groups are the school's own matter. */
export function groupsOfStudents({ school }: Choice): string[] {
  const own = readsStudents(school) ? ['HOMEROOM', 'GROUP'] : [];
  return [...(school ? [] : ['SCHOOL']), 'GRADE', ...own, UNDIVIDED];
}
