/** Whom a school should look at. Each name leads to the student's day; a list that is printed is shredded. */

import { html, nothing, type TemplateResult } from 'lit';
import { get, post } from '../../core/api';
import { coded, t } from '../../core/i18n';
import { fullName, store } from '../../core/store';
import type { Student } from '../../core/types';
import { bars } from './chart/bars';
import type { Choice } from './choice';
import { WHY } from './choices';
import { daysNotSubmitted, lacks, leftOut, type LeftOut } from './left-out';
import { nameOf, queryOf, schoolsOf, type Report } from './report';
import { table } from './table';
import { days, figure, gradeName, longDay, NONE } from './words';

interface Watched {
  studentId: string;
  schoolId: string;
  grade?: string;
  homeroom?: string;
  why: string[];
  asOf: string;
  enrolledHalfDays: number;
  absentHalfDays: number;
  band?: string;
  before?: string;
  daysInARow: number;
  absencesLeftHalfDays?: number;
  canEndBelowChronic?: boolean;
  lastTwentyDays: string;
}

interface WatchList {
  asOf: string;
  schoolYear: string;
  minimumEnrolmentDays: number;
  counts: { why: string; students: number }[];
  leftOut: LeftOut & { noLongerEnrolled: number; daysNotSubmitted: number };
  students: Watched[];
  names: Map<string, Student>;
}

const MOST_NAMES = 1000;

export const watchList: Report<WatchList> = {
  name: 'watch-list',
  readers: 'students',
  path: '/api/reports/v1/watch-list',
  fields: () => ['why', 'of', 'value', 'asOf'],
  whose: () => t('watch.whose'),
  namedOnly: true,
  asKnown: () => true,
  // Lists are of single schools: all of them are named.
  query: (choice) => ({
    school: choice.school || schoolsOf('students').map((each) => each.schoolId),
    why: choice.why,
    asOf: choice.asOf,
    ...(choice.of ? { [choice.of.toLowerCase()]: choice.value } : {}),
  }),
  read: async (choice, signal) => {
    const list = await get<WatchList>(watchList.path, queryOf(watchList, choice), signal);
    return { ...list, names: await namesOf(list.students) };
  },
  scope: (list) => [t('reports.upTo', { day: longDay(list.asOf), year: list.schoolYear })],
  show,
};

/** Reports know no names: outreach does, for who leads at the school. Who has left since has none here. */
async function namesOf(students: Watched[]): Promise<Map<string, Student>> {
  const names = new Map<string, Student>();
  for (const schoolId of new Set(students.map((each) => each.schoolId))) {
    const ids = students.filter((each) => each.schoolId === schoolId).map((each) => each.studentId);
    for (let at = 0; at < ids.length; at += MOST_NAMES) {
      try {
        const rows = ids.slice(at, at + MOST_NAMES).map((studentId) => ({ studentId }));
        const { items } = await post<{ items: { candidates: { studentId: string; student: Student }[]; sure: boolean }[] }>(
          '/api/outreach/v1/students/matches',
          { schoolId, rows },
        );
        items.filter((each) => each.sure).forEach(({ candidates: [one] }) => names.set(one.studentId, one.student));
      } catch {
        // without names it is still a list, by ids
      }
    }
  }
  return names;
}

function show(list: WatchList, choice: Choice): TemplateResult {
  if (list.students.length === 0) {
    return html`<div class="empty"><p class="empty-title">${t('watch.nobody')}</p><p>${t('watch.nobodyMeans')}</p></div>${missing(list)}`;
  }
  const on = (why: string): number => list.counts.find((each) => each.why === why)?.students ?? 0;
  const several = new Set(list.students.map((each) => each.schoolId)).size > 1;
  return html`${missing(list)}
    ${bars(
      t('watch.chart'),
      WHY.map((why) => ({
        of: coded('watch', why),
        parts: [{ name: coded('watch', why), tone: 'strong' as const, value: on(why) }],
      })),
    )}
    ${table(
      t('watch.count'),
      [t('watch.why'), t('chronic.students')],
      [
        ...WHY.map((why) => ({ of: coded('watch', why), cells: [figure(on(why))] })),
        { of: t('watch.listed'), isTotal: true, cells: [figure(list.students.length)] },
      ],
    )}
    <p class="hint">${t('watch.severalWhys')} ${choice.why ? t('watch.onlyWhy') : nothing} ${t('watch.leftOut', { minimum: list.minimumEnrolmentDays })}</p>
    ${table(
      t('watch.table'),
      [
        t('col.student'),
        ...(several ? [t('strip.school')] : []),
        t('col.grade'),
        t('watch.why'),
        t('watch.lastDays'),
        t('watch.band'),
        t('watch.missed'),
        t('watch.left'),
        t('watch.inARow'),
      ],
      list.students.map((each) => ({
        of: who(each, list.names),
        cells: [
          ...(several ? [nameOf(each.schoolId)] : []),
          [each.grade ? gradeName(each.grade) : '', each.homeroom ?? ''].filter(Boolean).join(' · '),
          html`${each.why.map((why) => html`<span class="why">${coded('watch', why)}</span>`)}`,
          strip(each.lastTwentyDays),
          html`${coded('stands', each.band ?? 'BELOW_MINIMUM_ENROLMENT')}${each.before && each.before !== each.band
            ? html` <small>${t('watch.before', { band: coded('stands', each.before) })}</small>`
            : nothing}`,
          t('watch.missedOf', { missed: days(each.absentHalfDays), of: days(each.enrolledHalfDays) }),
          each.canEndBelowChronic === false ? t('watch.tooLate') : each.absencesLeftHalfDays === undefined ? NONE : days(each.absencesLeftHalfDays),
          figure(each.daysInARow),
        ],
      })),
      { words: several ? 5 : 4, stacks: true },
    )}
    <p class="hint">${t('watch.leftMeans')} ${t('watch.families')}</p>`;
}

/** Who is in no band, and who was here and is no longer. */
function missing(list: WatchList): TemplateResult {
  const out = list.leftOut;
  return html`${leftOut(out, list.minimumEnrolmentDays)}
    ${lacks([out.noLongerEnrolled > 0 && t('watch.gone', { n: out.noLongerEnrolled }), daysNotSubmitted(out.daysNotSubmitted)])}`;
}

function who(of: Watched, names: Map<string, Student>): TemplateResult {
  const name = fullName(names.get(of.studentId)) || of.studentId;
  return store.calls(of.schoolId) ? html`<a href=${`/students/${encodeURIComponent(of.studentId)}`}>${name}</a>` : html`${name}`;
}

function strip(of: string): TemplateResult {
  const each = [...of];
  return html`<span class="days" role="img" aria-label=${t('attendance.strip', { n: each.length, absent: each.filter((day) => day === 'A').length })}
    >${each.map((day) => html`<span class="day day-${day.toLowerCase()}"></span>`)}</span
  >`;
}
