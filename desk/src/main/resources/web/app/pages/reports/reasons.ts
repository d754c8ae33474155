/** Absences by reason: as attendance says it, and as families said it on the phone. */

import { html, type TemplateResult } from 'lit';
import { coded, t } from '../../core/i18n';
import { bars } from './chart/bars';
import { daysNotSubmitted, lacks } from './left-out';
import type { Report } from './report';
import { table } from './table';
import { figure, longDay, percent } from './words';

interface Line {
  reason?: string;
  excused: boolean;
  absences: number;
  percent?: number;
}

interface Reasons {
  from: string;
  to: string;
  attendance: Line[];
  families: Line[];
  leftOut: { marksNotUnderstood: number; daysNotSubmitted: number };
}

export const reasons: Report<Reasons> = {
  name: 'absence-reasons',
  readers: 'students',
  path: '/api/reports/v1/absence-reasons',
  fields: () => ['from', 'to'],
  asKnown: () => true,
  query: ({ school, from, to }) => ({ school, from, to }),
  scope: (report) => [t('reports.fromTo', { from: longDay(report.from), to: longDay(report.to) })],
  show: (report) => html`
    ${lacks([report.leftOut.marksNotUnderstood > 0 && t('leftout.marks', { n: report.leftOut.marksNotUnderstood }), daysNotSubmitted(report.leftOut.daysNotSubmitted)])}
    ${part(t('reasons.attendance'), report.attendance, (line) => coded('reason', line.reason) || t('reasons.none'))}
    ${part(t('reasons.families'), report.families, (line) => coded('why', line.reason) || t('reasons.none'))}
    <p class="hint">${t('reasons.means')}</p>
  `,
};

function part(title: string, lines: Line[], name: (line: Line) => string): TemplateResult {
  if (lines.length === 0) return html`<h2>${title}</h2><p>${t('reasons.nobody')}</p>`;
  const of = (line: Line): string => (line.excused ? t('reasons.excused', { reason: name(line) }) : name(line));
  const all = lines.reduce((sum, line) => sum + line.absences, 0);
  return html`<h2>${title}</h2>
    ${bars(
      coded('report', 'absence-reasons'),
      lines.map((line) => ({
        of: of(line),
        figure: percent(line.percent),
        parts: [{ name: t('reasons.absences'), tone: 'strong' as const, value: line.absences }],
      })),
      { ends: t('outreach.share') },
    )}
    ${table(
      title,
      [t('reasons.reason'), t('reasons.absences'), t('outreach.share')],
      [
        ...lines.map((line) => ({ of: of(line), cells: [figure(line.absences), percent(line.percent)] })),
        { of: t('reports.total'), isTotal: true, cells: [figure(all), ''] },
      ],
    )}`;
}
