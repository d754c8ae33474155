/** What the calls achieved. Callers stand by their names and nothing compares them: who calls the hardest families reaches the fewest. */

import { html, nothing, type TemplateResult } from 'lit';
import { coded, t } from '../../core/i18n';
import { store } from '../../core/store';
import { bars } from './chart/bars';
import type { Choice } from './choice';
import { divided, schoolsOf, UNDIVIDED, type Report } from './report';
import { table, type Row } from './table';
import { figure, longDay, percent, shortDay } from './words';

export interface Share {
  of: number;
  count: number;
  percent?: number;
}

export interface OutreachLine {
  schoolId?: string;
  schoolName?: string;
  caller?: string;
  week?: string;
  studentsToCall?: number;
  within30?: Share;
  within60?: Share;
  within120?: Share;
  calls: number;
  called: number;
  reached: Share;
  successful: Share;
  sameDayReturn: Share;
  averageMinutesToReturn?: number;
  periodsSaved: number;
  promisesKept: Share;
  continuity: Share;
  numbersNotWorking: Share;
  absentNextDay: Share;
}

export interface Outreach {
  from: string;
  to: string;
  total: OutreachLine;
  lines: OutreachLine[];
  errors: { cause: string; calls: number }[];
}

const SHARES = ['within30', 'within60', 'within120', 'reached', 'successful', 'sameDayReturn', 'promisesKept', 'continuity', 'numbersNotWorking', 'absentNextDay'] as const;

export const outreach: Report<Outreach> = {
  name: 'outreach',
  readers: 'students',
  path: '/api/reports/v1/outreach',
  fields: () => ['groupBy', 'from', 'to'],
  asKnown: () => true,
  groups: ({ school }) => [...(school ? [] : ['SCHOOL']), 'WEEK', ...(leadsCallers(school) ? ['CALLER'] : []), UNDIVIDED],
  query: (choice) => ({ ...divided(choice), from: choice.from, to: choice.to }),
  scope: (report) => [t('reports.fromTo', { from: longDay(report.from), to: longDay(report.to) })],
  show,
};

/** Whether somebody leads who calls, wherever it is asked for. */
const leadsCallers = (school: string): boolean =>
  (school ? [school] : schoolsOf('students').map((each) => each.schoolId)).every((each) => store.hasRoleAt('attendance-lead', each) || store.hasRoleAt('attendance-lead', '*'));

function show(report: Outreach, choice: Choice): TemplateResult {
  const { total } = report;
  const lines = report.lines.map((line): [string, OutreachLine] => [name(line), line]);
  if (choice.groupBy === 'CALLER') lines.sort(([one], [other]) => one.localeCompare(other));
  return html`${bars(
      t('outreach.chart'),
      SHARES.flatMap((each) => {
        const share = total[each];
        return share ? [{ of: coded('achieved', each), figure: percent(share.percent), parts: parts(share) }] : [];
      }),
      { ends: t('outreach.share'), whole: true },
    )}
    ${table(
      t('outreach.table'),
      [t('reports.of'), t('outreach.ofWhom'), t('outreach.count'), t('outreach.of'), t('outreach.share')],
      [...SHARES.flatMap((each) => (total[each] ? [shareRow(each, total[each])] : [])), ...counts(total)],
      { words: 1 },
    )}
    ${lines.length > 0 ? byLine(choice.groupBy, lines) : nothing}
    ${choice.groupBy === 'CALLER' ? html`<p class="notice">${t('outreach.noRanking')}</p>` : nothing} ${errors(report)}
    <p class="hint">${t('outreach.provesNothing')}</p>`;
}

const name = (line: OutreachLine): string =>
  line.caller ?? (line.week ? t('reports.weekOf', { day: shortDay(line.week) }) : (line.schoolName ?? line.schoolId ?? ''));

const parts = (share: Share): { name: string; tone: 'strong' | 'missing'; value: number }[] => [
  { name: t('outreach.yes'), tone: 'strong', value: share.count },
  { name: t('outreach.no'), tone: 'missing', value: share.of - share.count },
];

const shareRow = (each: string, share: Share): Row => ({
  of: coded('achieved', each),
  cells: [coded('achievedof', each), figure(share.count), figure(share.of), percent(share.percent)],
});

const counts = (total: OutreachLine): Row[] =>
  (
    [
      [t('outreach.toCall'), figure(total.studentsToCall)],
      [t('outreach.called'), figure(total.called)],
      [t('outreach.calls'), figure(total.calls)],
      [t('outreach.minutes'), figure(total.averageMinutesToReturn)],
      [t('outreach.periods'), figure(total.periodsSaved)],
    ] as const
  ).map(([of, count]) => ({ of, cells: ['', count, '', ''] }));

/** Each share with what it is of: half of two families is not half of two hundred. */
function byLine(by: string, lines: [string, OutreachLine][]): TemplateResult {
  const shown = SHARES.filter((each) => by !== 'CALLER' || !each.startsWith('within'));
  const share = (of: Share | undefined): TemplateResult | string =>
    of ? html`${percent(of.percent)} <small>${t('morning.of', { count: of.count, of: of.of })}</small>` : '';
  return table(
    t('outreach.by', { by: coded('by', by) }),
    [coded('by', by), t('outreach.calls'), ...shown.map((each) => coded('achieved', each)), t('outreach.periods')],
    lines.map(([of, line]) => ({ of, cells: [figure(line.calls), ...shown.map((each) => share(line[each])), figure(line.periodsSaved)] })),
  );
}

function errors(report: Outreach): TemplateResult {
  const all = report.errors.reduce((sum, each) => sum + each.calls, 0);
  if (all === 0) return html`<h2>${t('outreach.errors')}</h2><p>${t('outreach.noErrors')}</p>`;
  return html`<h2>${t('outreach.errors')}</h2>
    ${bars(
      t('outreach.errorsBy'),
      report.errors.map((each) => ({ of: coded('mistake', each.cause), parts: [{ name: coded('mistake', each.cause), tone: 'strong' as const, value: each.calls }] })),
    )}
    ${table(
      t('outreach.errorsBy'),
      [t('outreach.cause'), t('outreach.calls')],
      [
        ...report.errors.map((each) => ({ of: coded('mistake', each.cause), cells: [figure(each.calls)] })),
        { of: t('reports.total'), isTotal: true, cells: [figure(all)] },
      ],
    )}`;
}
