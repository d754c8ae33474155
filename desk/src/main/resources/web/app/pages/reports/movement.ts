/** How students moved between bands in a month. */

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
  month: string;
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
  fields: () => ['groupBy', 'month'],
  asKnown: () => true,
  groups: groupsOfStudents,
  query: (choice) => ({ ...divided(choice), month: choice.month }),
  scope: ({ month, knownOn }) => [monthOf(month), t('movement.until', { day: longDay([month, knownOn ?? month, isoDay(now())].sort()[0]) })],
  show,
};

function show(report: Movement, choice: Choice): TemplateResult {
  const by = choice.groupBy;
  const all: [string, Of][] = [[t('reports.total'), report.total], ...report.lines.map((line): [string, Of] => [nameOfLine(by, line), line])];
  return html`${bars(
      t('movement.chart'),
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
    ${moves(report.total.moves)}
    <p class="hint">${t('movement.means', { minimum: report.minimumEnrolmentDays })}</p>`;
}

/** Who stood how a month before, and how they stand now: all of them, also who was in no band. */
function moves(of: Move[]): TemplateResult {
  const there = STANDS.filter((stands) => of.some((move) => move.from === stands || move.to === stands));
  const before = there.filter((stands) => of.some((move) => move.from === stands));
  const now = there.filter((stands) => of.some((move) => move.to === stands));
  const students = (from: string, to: string): number => of.find((move) => move.from === from && move.to === to)?.students ?? 0;
  return table(
    t('movement.moves'),
    [t('movement.before'), ...now.map((to) => t('movement.now', { stands: coded('stands', to) }))],
    before.map((from) => ({ of: coded('stands', from), cells: now.map((to) => figure(students(from, to))) })),
  );
}
