/** What calling earlier changes, where the district has approved that equals are drawn. It is the effect of the order, and of nothing else. */

import { html, nothing, type TemplateResult } from 'lit';
import { formatLocale, t } from '../../core/i18n';
import { store } from '../../core/store';
import { bars, type Bar } from './chart/bars';
import type { Report } from './report';
import { table, type Row } from './table';
import { figure, longDay, percent } from './words';

interface Side {
  students: number;
  called: number;
  averageMinutesToCall?: number;
  came: number;
  percent?: number;
}

interface Effect {
  points: number;
  low: number;
  high: number;
  beyondChance: boolean;
}

export interface CallingEarlier {
  from: string;
  to: string;
  state: 'NOT_DRAWN' | 'TOO_FEW' | 'ESTIMATED';
  sample: { students: number; compared: number; draws: number; schoolDays: number; schools: number };
  early: Side;
  late: Side;
  /** Only where it is estimated. */
  effect?: Effect;
}

/** What an estimate takes, as the service has it. */
const FEWEST_DRAWS = 20;
const FEWEST_OF_EACH = 10;

export const callingEarlier: Report<CallingEarlier> = {
  name: 'calling-earlier',
  readers: 'students',
  path: '/api/reports/v1/calling-earlier',
  fields: () => ['from', 'to'],
  asKnown: () => true,
  query: ({ school, from, to }) => ({ school, from, to }),
  scope: (report) => [t('reports.fromTo', { from: longDay(report.from), to: longDay(report.to) })],
  show,
};

function show(report: CallingEarlier): TemplateResult {
  return html`${found(report)} ${report.sample.compared > 0 ? compared(report) : nothing}
    <p class="hint">${t('earlier.doesNotShow')}</p>`;
}

function found({ state, early, late, effect }: CallingEarlier): TemplateResult {
  if (state === 'NOT_DRAWN') {
    return html`<p class="notice">
      ${t('earlier.notDrawn')} ${t('earlier.whoDecides')} ${store.isAdminOfAll() ? html`<a href="/draw">${t('page.draw')}</a>` : nothing}
    </p>`;
  }
  if (!effect) return html`<p class="notice">${t('earlier.tooFew', { draws: FEWEST_DRAWS, each: FEWEST_OF_EACH })}</p>`;
  const chart: Bar[] = [side('earlier.early', early), side('earlier.late', late)];
  return html`<p class="found">${inWords(effect)}</p>
    <p class="hint">${t('earlier.interval')}</p>
    ${bars(t('earlier.chart'), chart, { ends: t('outreach.share'), whole: true })}`;
}

const points = new Intl.NumberFormat(formatLocale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** By how much, within which interval, and whether chance alone would do. */
function inWords({ points: by, low, high, beyondChance }: Effect): string {
  const values = { points: points.format(Math.abs(by)), low: points.format(low), high: points.format(high) };
  if (by < 0) return t(beyondChance ? 'earlier.fewer' : 'earlier.fewerByChance', values);
  return t(beyondChance ? 'earlier.more' : 'earlier.moreByChance', values);
}

const side = (drawn: string, { students, came, percent: share }: Side): Bar => ({
  of: t(drawn),
  figure: percent(share),
  parts: [
    { name: t('earlier.came'), tone: 'strong', value: came },
    { name: t('earlier.cameNot'), tone: 'missing', value: students - came },
  ],
});

/** The same for who looks for figures, and out of what. */
function compared({ sample, early, late }: CallingEarlier): TemplateResult {
  return html`${table(
      t('earlier.table'),
      [t('reports.of'), t('chronic.students'), t('outreach.called'), t('earlier.minutes'), t('earlier.came'), t('outreach.share')],
      [row('earlier.early', early), row('earlier.late', late)],
    )}
    <p>${t('earlier.sample', sample)}</p>
    <p class="hint">${t('earlier.means')}</p>`;
}

const row = (drawn: string, { students, called, averageMinutesToCall, came, percent: share }: Side): Row => ({
  of: t(drawn),
  cells: [figure(students), figure(called), figure(averageMinutesToCall), figure(came), percent(share)],
});
