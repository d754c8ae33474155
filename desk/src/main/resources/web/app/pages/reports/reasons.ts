/** Absences by reason: as attendance says it, as families said it on the phone, and what is behind it as far as somebody has said. */

import { html, nothing, type TemplateResult } from 'lit';
import { coded, t } from '../../core/i18n';
import { bars } from './chart/bars';
import type { Choice } from './choice';
import { daysNotSubmitted, lacks } from './left-out';
import { divided, groupsOfStudents, type Report } from './report';
import { table, type Cell, type Row } from './table';
import { figure, longDay, nameOfLine, NONE, percent } from './words';

interface Line {
  reason?: string;
  excused: boolean;
  absences: number;
  percent?: number;
}

interface Group {
  schoolId?: string;
  schoolName?: string;
  value?: string;
  attendance: Line[];
  families: Line[];
  /** Not there: of too few students to be told by themselves. */
  rootCauses?: Line[];
}

interface Reasons {
  from: string;
  to: string;
  attendance: Line[];
  families: Line[];
  /** Not there: not for whoever asks. */
  rootCauses?: Line[];
  leftOut: { marksNotUnderstood: number; daysNotSubmitted: number };
  groups: Group[];
  /** Root causes of the groups that have none of their own. */
  smallGroups?: Line[];
}

/** Who said it, and where the words for its codes are. */
const CODES = { attendance: 'reason', families: 'why', rootCauses: 'root' } as const;
type SaidBy = keyof typeof CODES;

export const reasons: Report<Reasons> = {
  name: 'absence-reasons',
  readers: 'students',
  path: '/api/reports/v1/absence-reasons',
  fields: () => ['groupBy', 'from', 'to'],
  asKnown: () => true,
  groups: groupsOfStudents,
  query: (choice) => ({ ...divided(choice), from: choice.from, to: choice.to }),
  scope: (report) => [t('reports.fromTo', { from: longDay(report.from), to: longDay(report.to) })],
  show: (report, choice) => html`
    ${lacks([report.leftOut.marksNotUnderstood > 0 && t('leftout.marks', { n: report.leftOut.marksNotUnderstood }), daysNotSubmitted(report.leftOut.daysNotSubmitted)])}
    ${part(report, choice, 'attendance', t('reasons.attendance'))} ${part(report, choice, 'families', t('reasons.families'))}
    ${report.rootCauses ? part(report, choice, 'rootCauses', t('reasons.rootCauses')) : nothing}
    <p class="hint">${t('reasons.means')} ${report.smallGroups ? t('reasons.smallGroupsMean') : nothing}</p>
  `,
};

function part(report: Reasons, { groupBy }: Choice, saidBy: SaidBy, title: string): TemplateResult {
  const lines = report[saidBy] ?? [];
  if (lines.length === 0) return html`<h2>${title}</h2><p>${t('reasons.nobody')}</p>`;
  const of = (line: Line): string => {
    const name = coded(CODES[saidBy], line.reason) || t('reasons.none');
    return line.excused ? t('reasons.excused', { reason: name }) : name;
  };
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
    )}
    ${report.groups.length > 0
      ? table(t('reasons.divided', { title, by: coded('by', groupBy) }), [coded('by', groupBy), ...lines.map(of)], byGroup(report, groupBy, saidBy, lines))
      : nothing}`;
}

/** A row for each group, with the reasons beside each other. */
function byGroup(report: Reasons, groupBy: string, saidBy: SaidBy, reasons: Line[]): Row[] {
  const row = (of: Cell, lines: Line[] | undefined): Row => ({ of, cells: reasons.map((reason) => told(lines, reason)) });
  const rows = report.groups.map((group) => {
    const name = nameOfLine(groupBy, group);
    return row(group[saidBy] ? name : html`${name} <small>${t('reasons.together')}</small>`, group[saidBy]);
  });
  return saidBy === 'rootCauses' && report.smallGroups ? [...rows, row(t('reasons.smallGroups'), report.smallGroups)] : rows;
}

function told(lines: Line[] | undefined, { reason, excused }: Line): Cell {
  if (!lines) return NONE;
  const line = lines.find((each) => each.reason === reason && each.excused === excused);
  return line ? html`${figure(line.absences)} <small>${percent(line.percent)}</small>` : figure(0);
}
