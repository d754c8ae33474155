/** The files there are for the state, the city and other systems, and what one that was saved lacks. */

import { get, type Query } from '../../core/api';
import { list, t } from '../../core/i18n';
import { nameOf, type Readers } from './report';

export type Dates = 'asOf' | 'day' | 'from' | 'to';

/** What is to be known of a file before somebody sends it. */
export interface Looked {
  /** As the taker wants it to be called. */
  name?: string;
  lacks: string[];
}

export interface Leaving {
  name: string;
  readers: Readers;
  /** Whether it can be of all schools that somebody reads of. */
  ofAll?: boolean;
  /** It is about one student, and not about a school. */
  ofStudent?: boolean;
  dates: Dates[];
  path(student: string): string;
  /** A program reads it, and would take a spreadsheet's mark for a part of it. */
  forPrograms?: boolean;
  look?(path: string, query: Query, rows: Blob): Promise<Looked>;
}

const FILES = '/api/reports/v1';

export const LEAVING: Leaving[] = [
  {
    name: 'edfacts',
    readers: 'numbers',
    ofAll: true,
    dates: ['asOf'],
    path: () => `${FILES}/edfacts/chronic-absenteeism`,
    forPrograms: true,
    look: lookAtEdFacts,
  },
  { name: 'contact-records', readers: 'students', dates: ['day'], path: () => `${FILES}/contact-records` },
  {
    name: 'contact-record',
    readers: 'students',
    ofStudent: true,
    dates: ['from', 'to'],
    path: (student) => `${FILES}/students/${encodeURIComponent(student)}/contact-record`,
  },
  {
    name: 'ed-fi',
    readers: 'students',
    dates: ['from', 'to'],
    path: () => `${FILES}/ed-fi/student-school-attendance-events`,
    forPrograms: true,
    look: lookAtEdFi,
  },
];

interface EdFacts {
  releasedAt?: string;
  fileName?: string;
  stateCode?: string;
  leaId?: string;
  notDivided: string[];
  withoutDays: string[];
}

/** The file has no place for what is not in it; the same as JSON says it. */
async function lookAtEdFacts(path: string, query: Query): Promise<Looked> {
  const file = await get<EdFacts>(path, query);
  return {
    name: file.fileName?.replace(/\.csv$/i, ''),
    lacks: [
      ...(file.releasedAt ? [t('files.released')] : []),
      ...(file.fileName && file.stateCode ? [] : [t('files.noState')]),
      ...(file.leaId ? [] : [t('files.noLea')]),
      ...(file.notDivided.length > 0 ? [t('files.notDivided', { sets: list(file.notDivided) })] : []),
      ...(file.withoutDays.length > 0 ? [t('files.withoutDays', { schools: list(file.withoutDays.map(nameOf)) })] : []),
    ],
  };
}

/** Its second column is the school's number there, its fourth the session. Ids before them hold no comma. */
async function lookAtEdFi(_path: string, _query: Query, rows: Blob): Promise<Looked> {
  const lines = (await rows.text()).split('\r\n').slice(1).filter(Boolean);
  return {
    lacks: [
      ...(lines.some((line) => /^[^,]*,,/.test(line)) ? [t('files.noEdFiSchool')] : []),
      ...(lines.some((line) => /^[^,]*,[^,]*,[^,]*,,/.test(line)) ? [t('files.noSession')] : []),
    ],
  };
}
