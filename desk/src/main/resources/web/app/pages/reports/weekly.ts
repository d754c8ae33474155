/** A school's week on one sheet, for a wall. What may hang there, and how it is rounded, the service says. */

import { html, nothing, type TemplateResult } from 'lit';
import { get } from '../../core/api';
import { number, t } from '../../core/i18n';
import { isoDay, now } from '../../core/time';
import { overTime, type Panel } from './chart/time';
import type { Choice } from './choice';
import { nameOf, type Report } from './report';
import { table } from './table';
import { figure, longDay, NONE, shortDay, shortWeekday, weekdayOf, wholePercent } from './words';

interface Share {
  attendancePercent?: number;
  chronicPercent?: number;
}

interface Week {
  schoolId: string;
  from: string;
  week?: Share;
  students?: number;
  minimumEnrolmentDays: number;
  days: { day: string; attendancePercent?: number }[];
  weeks: { from: string; share: Share }[];
  calls?: { reached?: number; returned?: number };
}

export const weekly: Report<Week> = {
  name: 'weekly',
  readers: 'students',
  ofOneSchool: true,
  isPaper: true,
  path: '',
  fields: () => ['to'],
  query: () => ({}),
  read: ({ school, to }: Choice, signal: AbortSignal) => get<Week>('/api/reports/v1/weekly-page', { school, week: to || isoDay(now()) }, signal),
  title: ({ school }) => t('weekly.title', { school: nameOf(school) }),
  scope: (week) => [t('reports.weekOf', { day: longDay(week.from) })],
  show,
};

/** Students; or that fewer than ten families were called at all, or that these or the others are too few to tell. */
function some(calls: Week['calls'], students: number | undefined): string {
  if (!calls) return t('weekly.few');
  return students === undefined ? t('weekly.notTold') : number(students);
}

/** A share; or that it would tell of fewer than ten students. */
const share = (percent: number | undefined): string => (percent === undefined ? t('weekly.notTold') : wholePercent(percent));

function show({ students, week, days, weeks, calls, minimumEnrolmentDays }: Week): TemplateResult {
  if (students === undefined) return html`<p class="notice">${t('weekly.tooSmall')}</p>`;
  if (days.length === 0) return html`<p class="notice">${t('weekly.noDay')}</p>`;
  const shares = [
    ofWeeks(weeks, t('attendance.average'), (of) => of.attendancePercent),
    ofWeeks(weeks, t('chronic.share'), (of) => of.chronicPercent),
  ].filter((each) => each.points.some((point) => point.value !== null));
  return html`<article class="poster">
    <dl class="figures">
      ${big(t('weekly.came'), share(week?.attendancePercent), t('weekly.cameMeans'))}
      ${big(t('chronic.share'), share(week?.chronicPercent), t('weekly.chronicMeans'))}
      ${big(t('weekly.reached'), some(calls, calls?.reached), t('weekly.reachedMeans'))}
      ${big(t('weekly.returned'), some(calls, calls?.returned), t('weekly.returnedMeans'))}
    </dl>
    <div class="poster-charts">
      <section>
        ${days.some((day) => day.attendancePercent !== undefined)
          ? overTime(t('weekly.byDay'), [
              panel(
                t('attendance.average'),
                'dots',
                days.map((day) => ({ of: shortWeekday(day.day), value: day.attendancePercent ?? null })),
              ),
            ])
          : nothing}
        ${table(
          t('weekly.byDay'),
          [t('reports.day'), t('attendance.average')],
          days.map((day) => ({ of: weekdayOf(day.day), cells: [share(day.attendancePercent)] })),
        )}
      </section>
      <section>
        ${shares.length > 0 ? overTime(t('weekly.byWeek', { n: weeks.length }), shares) : nothing}
      </section>
    </div>
    ${table(
      t('weekly.byWeek', { n: weeks.length }),
      [t('weekly.week'), t('attendance.average'), t('chronic.share')],
      weeks.map(({ from, share }) => ({ of: shortDay(from), cells: [wholePercent(share.attendancePercent), wholePercent(share.chronicPercent)] })),
    )}
    <p class="hint">
      ${t('weekly.counted', { n: days.length, students: figure(students) })} ${t('weekly.leftOut', { minimum: minimumEnrolmentDays })}
      ${t('weekly.noNames')}
    </p>
  </article>`;
}

const big = (words: string, value: string, means: string): TemplateResult =>
  html`<div><dt>${words}</dt><dd class=${/\d/.test(value[0]) || value === NONE ? nothing : 'in-words'}>${value}</dd><dd class="note">${means}</dd></div>`;

const ofWeeks = (weeks: Week['weeks'], title: string, of: (share: Share) => number | undefined): Panel =>
  panel(
    title,
    'line',
    weeks.map((week) => ({ of: shortDay(week.from), value: of(week.share) ?? null })),
  );

const panel = (title: string, kind: Panel['kind'], points: Panel['points']): Panel => ({ title, kind, percent: true, shown: wholePercent, points });
