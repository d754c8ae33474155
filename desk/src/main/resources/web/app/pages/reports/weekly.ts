/** A school's week on one sheet, for a wall: no names, no numbers of fewer than ten students, no exact figures that would tell them. */

import { html, nothing, type TemplateResult } from 'lit';
import { get } from '../../core/api';
import { number, t } from '../../core/i18n';
import { isoDay, now } from '../../core/time';
import { TREND, type Trend, type TrendLine } from './attendance';
import type { ChronicAbsence } from './chronic-absence';
import { overTime, type Panel } from './chart/time';
import type { Choice } from './choice';
import type { Outreach } from './outreach';
import { nameOf, type Report } from './report';
import { table } from './table';
import { figure, longDay, mondayOf, NONE, plusDays, shortDay, shortWeekday, weekdayOf, wholePercent } from './words';

interface Week {
  school: string;
  monday: string;
  days: Trend;
  weeks: Trend;
  standing: ChronicAbsence;
  calls: Outreach;
}

const SMALLEST = 10;
const WEEKS = 8;
const SUNDAY = 6;

export const weekly: Report<Week> = {
  name: 'weekly',
  readers: 'students',
  ofOneSchool: true,
  isPaper: true,
  path: '',
  fields: () => ['to'],
  query: () => ({}),
  read,
  title: ({ school }) => t('weekly.title', { school: nameOf(school) }),
  scope: (week) => [t('reports.weekOf', { day: longDay(week.monday) })],
  show,
};

async function read({ school, to }: Choice, signal: AbortSignal): Promise<Week> {
  const today = isoDay(now());
  const monday = mondayOf(to || today);
  const sunday = plusDays(monday, SUNDAY);
  const last = sunday < today ? sunday : today;
  const [days, weeks, standing, calls] = await Promise.all([
    get<Trend>(TREND, { school, by: 'DAY', from: monday, to: last }, signal),
    get<Trend>(TREND, { school, by: 'WEEK', to: last }, signal),
    get<ChronicAbsence>('/api/reports/v1/chronic-absence', { school, asOf: last }, signal),
    get<Outreach>('/api/reports/v1/outreach', { school, from: monday, to: last }, signal),
  ]);
  return { school, monday, days, weeks, standing, calls };
}

/** Nobody, or enough. */
const tellable = (students: number): boolean => students === 0 || students >= SMALLEST;

/** A share of students, in whole percents, where neither those who are meant nor the others are a small group. */
function share(of: number | undefined, count: number | undefined, value: number | undefined): number | null {
  if (of === undefined || count === undefined || value === undefined) return null;
  return tellable(count) && tellable(of - count) && of >= SMALLEST ? Math.round(value) : null;
}

const chronic = (line: TrendLine): number | null => share(line.studentsInBands, line.chronicallyAbsent, line.chronicPercent);
/** Of a day or a week, in days of students: fewer than ten tell of them. */
const came = (line: TrendLine): number | null =>
  line.attendancePercent === undefined || (line.enrolledHalfDays ?? 0) < 2 * SMALLEST * line.days ? null : Math.round(line.attendancePercent);

const some = (students: number): string => (tellable(students) ? number(students) : t('weekly.few'));

function show(week: Week): TemplateResult {
  const { days, weeks, standing, calls } = week;
  if ((standing.total.students ?? 0) < SMALLEST) return html`<p class="notice">${t('weekly.tooSmall')}</p>`;
  if (days.lines.length === 0) return html`<p class="notice">${t('weekly.noDay')}</p>`;
  const recent = weeks.lines.slice(-WEEKS);
  const total = days.total;
  return html`<article class="poster">
    <dl class="figures">
      ${big(t('weekly.came'), wholePercent(came(total)), t('weekly.cameMeans'))}
      ${big(t('chronic.share'), chronic(total) === null ? t('weekly.notTold') : wholePercent(chronic(total)), t('weekly.chronicMeans'))}
      ${big(t('weekly.reached'), some(calls.total.reached.count), t('weekly.reachedMeans'))}
      ${big(t('weekly.returned'), some(calls.total.sameDayReturn.count), t('weekly.returnedMeans'))}
    </dl>
    <div class="poster-charts">
      <section>
        ${overTime(t('weekly.byDay'), [panel(t('attendance.average'), days.lines, 'dots', (line) => shortWeekday(line.from ?? ''), came)])}
        ${table(
          t('weekly.byDay'),
          [t('reports.day'), t('attendance.average')],
          days.lines.map((line) => ({ of: weekdayOf(line.from ?? ''), cells: [wholePercent(came(line))] })),
        )}
      </section>
      <section>
        ${overTime(t('weekly.byWeek', { n: recent.length }), [
          panel(t('attendance.average'), recent, 'line', (line) => shortDay(line.from ?? ''), came),
          ...(recent.some((line) => chronic(line) !== null) ? [panel(t('chronic.share'), recent, 'line', (line) => shortDay(line.from ?? ''), chronic)] : []),
        ])}
      </section>
    </div>
    ${table(
      t('weekly.byWeek', { n: recent.length }),
      [t('weekly.week'), t('attendance.average'), t('chronic.share')],
      recent.map((line) => ({ of: shortDay(line.from ?? ''), cells: [wholePercent(came(line)), wholePercent(chronic(line))] })),
    )}
    <p class="hint">
      ${t('weekly.counted', { n: days.lines.length, students: figure(standing.total.students) })}
      ${standing.total.leftOut && !tellable(standing.total.leftOut.belowMinimumEnrolment + standing.total.leftOut.noDayCounts)
        ? nothing
        : t('weekly.leftOut', { minimum: standing.minimumEnrolmentDays })}
      ${t('weekly.noNames')}
    </p>
  </article>`;
}

const big = (words: string, value: string, means: string): TemplateResult =>
  html`<div><dt>${words}</dt><dd class=${/\d/.test(value[0]) || value === NONE ? nothing : 'in-words'}>${value}</dd><dd class="note">${means}</dd></div>`;

const panel = (
  title: string,
  lines: TrendLine[],
  kind: Panel['kind'],
  of: (line: TrendLine) => string,
  value: (line: TrendLine) => number | null,
): Panel => ({ title, kind, percent: true, shown: wholePercent, points: lines.map((line) => ({ of: of(line), value: value(line) })) });
