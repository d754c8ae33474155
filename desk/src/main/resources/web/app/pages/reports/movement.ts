/** How students moved between bands: in a month, or between any two dates. */

import { html, type TemplateResult } from 'lit';
import { coded, t } from '../../core/i18n';
import { isoDay, now } from '../../core/time';
import { bars } from './chart/bars';
import type { Choice } from './choice';
import { divided, groupsOfStudents, UNDIVIDED, type Report } from './report';
import { table } from './table';
import { figure, monthOf, longDay, nameOfLine } from './words';

interface Move {
  from: string;
  to: string;
  students: number;
}

interface Of {
  schoolId?: string;
  schoolName?: string;
  value?: string;
  worse: number;
  better: number;
  moves: Move[];
}

interface Movement {
  /** Not there: between two dates that somebody has chosen. */
  month?: string;
  from: string;
  to: string;
  knownOn?: string;
  schoolYear: string;
  minimumEnrolmentDays: number;
  total: Of;
  lines: Of[];
}

/** From better to worse. */
const STANDS = ['NOT_HERE', 'NO_DAY_COUNTS', 'BELOW_MINIMUM_ENROLMENT', 'SATISFACTORY', 'AT_RISK', 'CHRONIC', 'SEVERELY_CHRONIC'];

export const movement: Report<Movement> = {
  name: 'movement',
  readers: 'students',
  path: '/api/reports/v1/movement',
  fields: (choice) => ['groupBy', 'span', ...(isOfDates(choice) ? (['from', 'to'] as const) : (['month'] as const))],
  asKnown: () => true,
  groups: groupsOfStudents,
  query: (choice) => ({
    ...divided(choice),
    ...(isOfDates(choice) ? { from: choice.from || monthEndBefore(choice), to: choice.to } : { month: choice.month }),
  }),
  scope: ({ month, from, to, knownOn }) =>
    month
      ? [monthOf(month), t('movement.until', { day: longDay([month, knownOn ?? month, isoDay(now())].sort()[0]) })]
      : [t('movement.between', { from: longDay(from), to: longDay(to) })],
  show,
};

const isOfDates = (choice: Choice): boolean => choice.span === 'DATES';

/** Where nobody has chosen it, the first date is the end of the month before the second one, as far as that was known. */
function monthEndBefore({ to, knownOn }: Choice): string {
  const today = isoDay(now());
  const last = [to || today, knownOn || today].sort()[0];
  const end = new Date(`${last.slice(0, 7)}-01T12:00:00Z`);
  end.setUTCDate(0);
  return end.toISOString().slice(0, 10);
}

function show(report: Movement, choice: Choice): TemplateResult {
  const by = choice.groupBy;
  const all: [string, Of][] = [[t('reports.total'), report.total], ...report.lines.map((line): [string, Of] => [nameOfLine(by, line), line])];
  return html`${bars(
      report.month ? t('movement.chart') : t('movement.chartDates', { from: longDay(report.from) }),
      all.map(([of, line]) => ({
        of,
        figure: t('movement.figure', { worse: line.worse, better: line.better }),
        parts: [
          { name: t('movement.worse'), tone: 'strong' as const, value: line.worse },
          { name: t('movement.better'), tone: 'faint' as const, value: line.better },
        ],
      })),
    )}
    ${table(
      t('movement.table'),
      [by === UNDIVIDED ? t('reports.of') : coded('by', by), t('movement.worse'), t('movement.better')],
      all.map(([of, line], at) => ({ of, isTotal: at === 0, cells: [figure(line.worse), figure(line.better)] })),
    )}
    ${moves(report)}
    <p class="hint">${t(report.month ? 'movement.means' : 'movement.meansDates', { minimum: report.minimumEnrolmentDays })}</p>`;
}

/** Who stood how before, and how they stand now: all of them, also who was in no band. */
function moves(report: Movement): TemplateResult {
  const of = report.total.moves;
  const from = longDay(report.from);
  const to = longDay(report.to);
  const there = STANDS.filter((stands) => of.some((move) => move.from === stands || move.to === stands));
  const before = there.filter((stands) => of.some((move) => move.from === stands));
  const now = there.filter((stands) => of.some((move) => move.to === stands));
  const students = (from: string, to: string): number => of.find((move) => move.from === from && move.to === to)?.students ?? 0;
  return table(
    report.month ? t('movement.moves') : t('movement.movesDates', { from, to }),
    [
      report.month ? t('movement.before') : t('movement.beforeDates', { from }),
      ...now.map((each) => {
        const stands = coded('stands', each);
        return report.month ? t('movement.now', { stands }) : t('movement.nowDates', { to, stands });
      }),
    ],
    before.map((was) => ({ of: coded('stands', was), cells: now.map((is) => figure(students(was, is))) })),
  );
}
