/** Families that nobody has: for practice. Their numbers are of those that are kept for stories (555-01xx). */

import { isoDay, now } from '../../core/time';
import type { Callee, Card, CardNumber, Outcome, Student } from '../../core/types';

export interface MadeUp {
  id: string;
  card: Card;
  /** How that is usually written down. */
  expected: { outcomes: Outcome[]; result?: string; flag?: string };
}

interface Family {
  id: string;
  student: Student;
  contact: { name: string; relation: string; language: string };
  numbers: string[];
  missed: number;
  expected: MadeUp['expected'];
}

const FAMILIES: Family[] = [
  {
    id: 'ana',
    student: { givenName: 'Ana', familyName: 'Reyes', grade: '9', homeroom: '904', language: 'es' },
    contact: { name: 'Rosa Reyes', relation: 'mother', language: 'es' },
    numbers: ['(718) 555-0142'],
    missed: 1,
    expected: { outcomes: ['REACHED_GUARDIAN'], result: 'COMING_IN_TODAY' },
  },
  {
    id: 'marcus',
    student: { givenName: 'Marcus', familyName: 'Reid', grade: '11', homeroom: '1102' },
    contact: { name: 'Denise Reid', relation: 'mother', language: 'en' },
    numbers: ['(917) 555-0180'],
    missed: 6,
    expected: { outcomes: ['VOICEMAIL_LEFT'] },
  },
  {
    id: 'amina',
    student: { givenName: 'Amina', familyName: 'Diallo', grade: '9', homeroom: '904', language: 'fr', pronunciation: 'ah-MEE-nah' },
    contact: { name: 'Fatou Diallo', relation: 'mother', language: 'fr' },
    numbers: ['(347) 555-0117', '(347) 555-0163'],
    missed: 4,
    expected: { outcomes: ['WRONG_NUMBER'] },
  },
  {
    id: 'omar',
    student: { givenName: 'Omar', familyName: 'Haddad', grade: '10', homeroom: '1003', language: 'ar' },
    contact: { name: 'Samir Haddad', relation: 'father', language: 'ar' },
    numbers: ['(646) 555-0129'],
    missed: 2,
    expected: { outcomes: ['REACHED_GUARDIAN'], result: 'SAYS_LEFT_FOR_SCHOOL', flag: 'GUARDIAN_NOT_AWARE' },
  },
  {
    id: 'grace',
    student: { givenName: 'Grace', familyName: 'Kim', grade: '12', homeroom: '1205' },
    contact: { name: 'Helen Kim', relation: 'aunt', language: 'en' },
    numbers: ['(929) 555-0155'],
    missed: 9,
    expected: { outcomes: ['REACHED_GUARDIAN'], result: 'WILL_NOT_COME_VALID_REASON' },
  },
];

const number = (shown: string, next: boolean): CardNumber => ({
  shown,
  number: shown,
  type: 'mobile',
  health: 'UNKNOWN',
  mayBeDialledNow: true,
  next,
});

function callee(family: Family): Callee {
  return {
    kind: 'CONTACT',
    contactId: `practice-${family.id}`,
    name: family.contact.name,
    relation: family.contact.relation,
    language: family.contact.language,
    interpreter: family.contact.language !== 'en',
    mayBeCalled: true,
    numbers: family.numbers.map((each, at) => number(each, at === 0)),
  };
}

/** The made-up morning, anew each time. */
export function madeUp(): MadeUp[] {
  const day = isoDay(now());
  return FAMILIES.map((family) => ({
    id: family.id,
    expected: family.expected,
    card: {
      task: {
        taskId: `practice-${family.id}`,
        studentId: `practice-${family.id}`,
        schoolId: 'practice',
        schoolDay: day,
        state: 'CLAIMED',
        weakEvidence: false,
        called: false,
        flagged: false,
        openedAt: new Date(now()).toISOString(),
        band: 2,
        bandReason: '',
        version: 1,
        why: '',
        student: family.student,
      },
      schoolName: '',
      attendance: { asOf: day, daysEnrolled: 60, daysMissed: family.missed, endsChronic: false, daysInARow: 1, lastTwentyDays: '' },
      household: [],
      restrictions: [],
      callees: [callee(family)],
      permittedHours: { from: '08:00', until: '20:00', now: true },
      groupNotes: [],
      saidBefore: [],
      promises: [],
    },
  }));
}
