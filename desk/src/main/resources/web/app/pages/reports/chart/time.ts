/** Figures over time: panels one below the other that share their days, so that no axis has two meanings. */

import { html, nothing, svg, type TemplateResult } from 'lit';
import { t } from '../../../core/i18n';
import { wholePercent } from '../words';
import { MeasuredChart } from './measured';
import { scale, type Scale } from './scale';

export interface Point {
  /** Which day, week, month. */
  of: string;
  /** None: nothing is known, or told. */
  value: number | null;
}

export interface Panel {
  title: string;
  /** Lines where one point follows the other, dots where none does, columns for counts. */
  kind: 'line' | 'dots' | 'columns';
  points: Point[];
  shown: (value: number) => string;
  /** Whether the axis ends at a hundred. */
  percent: boolean;
}

const HIGH = 130;
const ABOVE = 26;
const BELOW = 30;
const START = 52;
const END = 30;
/** How much room a sign takes, a day's name has around it, a figure needs. */
const SIGN = 7;
const AROUND = 14;
const ROOM = 46;
const BESIDE = 4;
const MANY = 45;
const SAID = 15;

class ChartTime extends MeasuredChart {
  static override properties = { width: { state: true }, label: {}, panels: { attribute: false } };
  declare label: string;
  declare panels: Panel[];

  constructor() {
    super();
    this.label = '';
    this.panels = [];
  }

  override render(): TemplateResult {
    return html`<figure class="chart">
      <figcaption>${this.label}</figcaption>
      ${this.panels.map(
        (panel) => html`<p class="panel-title" aria-hidden="true">${panel.title}</p>
          <div role="img" aria-label=${inWords(panel)}>${this.width > START + END ? this.drawn(panel) : nothing}</div>`,
      )}
    </figure>`;
  }

  private drawn(panel: Panel): TemplateResult {
    const values = panel.points.flatMap((point) => (point.value === null ? [] : [point.value]));
    const axis = scale(values, panel.percent, panel.kind === 'columns');
    const step = (this.width - START - END) / Math.max(1, panel.points.length);
    const x = (at: number): number => this.from(START + (at + 0.5) * step);
    const y = (value: number): number => ABOVE + HIGH * (1 - (value - axis.low) / (axis.high - axis.low));
    return html`<svg viewBox="0 0 ${this.width} ${ABOVE + HIGH + BELOW}" aria-hidden="true" focusable="false">
      ${axis.lines.map(
        (line) => svg`<line class="grid" x1=${this.from(START)} x2=${this.from(this.width - END)} y1=${y(line)} y2=${y(line)}></line>
          <text class="axis" x=${this.from(START - 8)} y=${y(line)} text-anchor="end" dominant-baseline="central">${panel.percent ? wholePercent(line) : panel.shown(line)}</text>`,
      )}
      ${this.days(panel, x)} ${panel.kind === 'line' ? path(panel.points, x, y) : nothing} ${marks(panel, axis, step, x, y)}
      ${figures(panel, values, step, x, y)}
    </svg>`;
  }

  /** As many of the days as there is room for. */
  private days(panel: Panel, x: (at: number) => number): TemplateResult {
    const wide = AROUND + SIGN * Math.max(...panel.points.map((point) => point.of.length));
    const every = Math.ceil(panel.points.length / Math.max(1, Math.floor((this.width - START - END) / wide)));
    return svg`${panel.points.map((point, at) =>
      at % every === 0
        ? svg`<text class="axis" x=${x(at)} y=${ABOVE + HIGH + 22} text-anchor="middle">${point.of}</text>`
        : nothing,
    )}`;
  }
}

function path(points: Point[], x: (at: number) => number, y: (value: number) => number): TemplateResult {
  let pen = 'M';
  const drawn = points.map((point, at) => {
    const step = point.value === null ? '' : `${pen}${x(at).toFixed(1)} ${y(point.value).toFixed(1)}`;
    pen = point.value === null ? 'M' : 'L';
    return step;
  });
  return svg`<path class="line" d=${drawn.join('')}></path>`;
}

function marks(panel: Panel, axis: Scale, step: number, x: (at: number) => number, y: (value: number) => number): TemplateResult {
  const wide = Math.min(44, step * 0.66);
  return svg`${panel.points.map(({ of, value }, at) => {
    if (value === null) return nothing;
    const title = `${of}: ${panel.shown(value)}`;
    return panel.kind === 'columns'
      ? svg`<rect class="tone tone-strong" data-value=${value} x=${x(at) - wide / 2} y=${y(value)} width=${wide} height=${y(axis.low) - y(value)}><title>${title}</title></rect>`
      : svg`<circle class="dot" data-value=${value} cx=${x(at)} cy=${y(value)} r=${panel.points.length > MANY ? 2 : 4}><title>${title}</title></circle>`;
  })}`;
}

/** Every figure where there is room; else the last, the highest and the lowest. */
function figures(panel: Panel, values: number[], step: number, x: (at: number) => number, y: (value: number) => number): TemplateResult {
  const { points } = panel;
  const last = points.findLastIndex((point) => point.value !== null);
  const highest = points.findIndex((point) => point.value === Math.max(...values));
  const lowest = points.findIndex((point) => point.value === Math.min(...values));
  const chosen = step >= ROOM ? points.map((_, at) => at) : far([last, highest, lowest], ROOM / step);
  return svg`${chosen.map((at) => {
    const value = points[at]?.value;
    if (value === null || value === undefined) return nothing;
    const below = panel.kind === 'line' && isLow(points, at) && y(value) < HIGH + BESIDE;
    return svg`<text class="value" x=${x(at)} y=${y(value) + (below ? 20 : -10)} text-anchor="middle">${panel.shown(value)}</text>`;
  })}`;
}

/** Whether the line goes up from here to both sides. */
const isLow = (points: Point[], at: number): boolean =>
  [points[at - 1], points[at + 1]].every((beside) => !beside || (beside.value ?? 0) > (points[at].value ?? 0));

/** Those that do not stand too near to one before them. */
function far(wanted: number[], apart: number): number[] {
  return wanted.filter((at, place) => wanted.slice(0, place).every((before) => Math.abs(before - at) >= apart));
}

function inWords(panel: Panel): string {
  const told = panel.points.flatMap((point) => (point.value === null ? [] : [`${point.of} ${panel.shown(point.value)}`]));
  const said = told.length > SAID ? [...told.slice(0, 3), '…', ...told.slice(-3)] : told;
  return t('chart.words', { title: panel.title, said: said.join('; ') });
}

customElements.define('chart-time', ChartTime);

export const overTime = (label: string, panels: Panel[]): TemplateResult =>
  html`<chart-time .label=${label} .panels=${panels}></chart-time>`;
