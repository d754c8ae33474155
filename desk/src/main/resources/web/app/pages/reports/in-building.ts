/** In the building, but not in class. */

import { html, type nothing, type TemplateResult } from 'lit';
import { t } from '../../core/i18n';
import { overTime } from './chart/time';
import { daysNotSubmitted, lacks } from './left-out';
import { nameOf, type Report } from './report';
import { table } from './table';
import { figure, longDay, shortDay, weekdayAndDay } from './words';

interface InBuilding {
  from: string;
  to: string;
  students: number;
  leftOut: { heldForDoor: number; heldForClass: number; daysNotSubmitted: number };
  lines: { schoolId: string; schoolName?: string; day: string; students: number }[];
}

export const inBuilding: Report<InBuilding> = {
  name: 'in-building',
  readers: 'students',
  path: '/api/reports/v1/in-building',
  fields: () => ['from', 'to'],
  asKnown: () => true,
  query: ({ school, from, to }) => ({ school, from, to }),
  scope: (report) => [t('reports.fromTo', { from: longDay(report.from), to: longDay(report.to) })],
  show,
};

function show(report: InBuilding): TemplateResult {
  if (report.lines.length === 0) {
    return html`<div class="empty"><p class="empty-title">${t('inbuilding.nobody')}</p><p>${t('inbuilding.means')}</p></div>${missing(report)}`;
  }
  const days = [...new Set(report.lines.map((line) => line.day))].sort();
  const on = (day: string): number => report.lines.filter((line) => line.day === day).reduce((sum, line) => sum + line.students, 0);
  return html`${missing(report)}
    ${overTime(t('inbuilding.chart'), [
      {
        title: t('chronic.students'),
        kind: 'columns',
        percent: false,
        shown: figure,
        points: days.map((day) => ({ of: shortDay(day), value: on(day) })),
      },
    ])}
    ${table(
      t('inbuilding.table'),
      [t('reports.day'), t('strip.school'), t('chronic.students')],
      [
        ...report.lines.map((line) => ({ of: weekdayAndDay(line.day), cells: [line.schoolName ?? nameOf(line.schoolId), figure(line.students)] })),
        { of: t('reports.total'), isTotal: true, cells: ['', figure(report.students)] },
      ],
      { words: 1 },
    )}
    <p class="hint">${t('inbuilding.means')}</p>`;
}

/** Of whom nobody can say where they were. */
function missing({ leftOut: { heldForDoor, heldForClass, daysNotSubmitted: days } }: InBuilding): TemplateResult | typeof nothing {
  return lacks([
    heldForDoor > 0 && t('leftout.doors', { n: heldForDoor }),
    heldForClass > 0 && t('leftout.classes', { n: heldForClass }),
    daysNotSubmitted(days),
  ]);
}
