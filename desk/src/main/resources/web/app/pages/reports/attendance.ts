/** Average daily attendance over time, never without the chronic share of the same moment. */

import { html, type TemplateResult } from 'lit';
import { coded, t } from '../../core/i18n';
import { overTime, type Panel } from './chart/time';
import type { Choice } from './choice';
import { daysNotSubmitted, lacks, leftOut, type LeftOut } from './left-out';
import { readsStudents, type Report } from './report';
import { table, type Row } from './table';
import { days, figure, longDay, monthOf, percent, shortDay, shortMonth, weekday } from './words';

export interface TrendLine {
  from?: string;
  to?: string;
  weekday?: string;
  days: number;
  suppressed: boolean;
  enrolledHalfDays?: number;
  attendedHalfDays?: number;
  attendancePercent?: number;
  studentsInBands?: number;
  chronicallyAbsent?: number;
  chronicPercent?: number;
  leftOut?: LeftOut;
}

export interface Trend {
  from: string;
  to: string;
  schoolYear: string;
  minimumEnrolmentDays: number;
  by: string;
  of: string;
  released: boolean;
  daysNotSubmitted?: number;
  total: TrendLine;
  lines: TrendLine[];
}

const TREND = '/api/reports/v1/attendance';

export const attendance: Report<Trend> = {
  name: 'attendance',
  readers: 'numbers',
  path: TREND,
  fields: ({ school }) => (readsStudents(school) ? ['by', 'of', 'value', 'from', 'to'] : ['by', 'to']),
  asKnown: ({ school }) => readsStudents(school),
  times: ({ school }) => (readsStudents(school) ? ['WEEK', 'DAY', 'MONTH', 'WEEKDAY'] : ['MONTH']),
  query: (choice) =>
    readsStudents(choice.school)
      ? { school: choice.school, by: choice.by, of: choice.of, value: choice.of ? choice.value : '', from: choice.from, to: choice.to }
      : { school: choice.school, by: choice.by, to: choice.to },
  scope: (trend) => [
    t('reports.fromTo', { from: longDay(trend.from), to: longDay(trend.to) }),
    ...(trend.released ? [t('reports.releasedMonths')] : []),
  ],
  show,
};

/** The line's days as a chart has them, and as a table does. */
const short = (line: TrendLine, by: string): string =>
  by === 'WEEKDAY' ? weekday(line.weekday ?? 'MONDAY') : by === 'MONTH' ? shortMonth(line.from ?? '') : shortDay(line.from ?? '');

function long(line: TrendLine, by: string): string {
  if (by === 'WEEKDAY') return weekday(line.weekday ?? 'MONDAY');
  if (!line.from || !line.to) return '';
  if (by === 'MONTH') return monthOf(line.from);
  return by === 'DAY' ? longDay(line.from) : t('reports.fromToShort', { from: shortDay(line.from), to: shortDay(line.to) });
}

/** Attendance above, chronic absence below. */
export function panels(lines: TrendLine[], by: string): Panel[] {
  const kind = by === 'WEEKDAY' ? 'dots' : 'line';
  const panel = (title: string, of: (line: TrendLine) => number | undefined): Panel => ({
    title,
    kind,
    percent: true,
    shown: percent,
    points: lines.map((line) => ({ of: short(line, by), value: of(line) ?? null })),
  });
  return [panel(t('attendance.average'), (line) => line.attendancePercent), panel(t('chronic.share'), (line) => line.chronicPercent)];
}

function show(trend: Trend, choice: Choice): TemplateResult {
  if (trend.lines.length === 0) return html`<p class="notice">${t('attendance.none')}</p>${lacks([daysNotSubmitted(trend.daysNotSubmitted)])}`;
  const row = (of: string, line: TrendLine, isTotal = false): Row => ({
    of: line.suppressed ? html`${of} <small>${t('reports.suppressedShort')}</small>` : of,
    isTotal,
    cells: [
      ...(trend.released ? [] : [figure(line.days)]),
      percent(line.attendancePercent),
      days(line.attendedHalfDays),
      days(line.enrolledHalfDays),
      percent(line.chronicPercent),
      figure(line.chronicallyAbsent),
      figure(line.studentsInBands),
    ],
  });
  return html`${leftOut(trend.total.leftOut, trend.minimumEnrolmentDays)} ${lacks([daysNotSubmitted(trend.daysNotSubmitted)])}
    ${overTime(t('attendance.chart'), panels(trend.lines, choice.by))}
    ${table(
      t('attendance.table'),
      [
        coded('over', choice.by),
        ...(trend.released ? [] : [t('attendance.days')]),
        t('attendance.average'),
        t('chronic.daysAttended'),
        t('chronic.daysEnrolled'),
        t('chronic.share'),
        t('attendance.chronic'),
        t('attendance.inBands'),
      ],
      [...trend.lines.map((line) => row(long(line, choice.by), line)), row(t('reports.total'), trend.total, true)],
    )}
    <p class="hint">${t(choice.by === 'WEEKDAY' ? 'attendance.weekdayMeans' : 'attendance.means')} ${t('attendance.whoCounts')}</p>`;
}
