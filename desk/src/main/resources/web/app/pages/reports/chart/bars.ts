/** Bars one below the other, each of one or more parts: what it is of and its figure above, so that they fit on a phone. */

import { html, nothing, svg, type TemplateResult } from 'lit';
import { number, t } from '../../../core/i18n';
import { MeasuredChart, swatch, type Tone } from './measured';

export interface Part {
  name: string;
  tone: Tone;
  value: number;
}

export interface Bar {
  of: string;
  /** What stands at its end; of the parts if there is none. */
  figure?: string;
  parts: Part[];
}

const THICK = 22;
const GAP = 2;
const DIGIT = 9;
const SAID = 15;

class ChartBars extends MeasuredChart {
  static override properties = { width: { state: true }, label: {}, ends: {}, bars: { attribute: false }, whole: { type: Boolean } };
  declare label: string;
  /** What the figure at the end of each bar is. */
  declare ends: string;
  declare bars: Bar[];
  /** Whether each bar is a whole of its own, and its parts are shares; else all are measured by the longest. */
  declare whole: boolean;

  constructor() {
    super();
    this.label = '';
    this.ends = '';
    this.bars = [];
    this.whole = false;
  }

  override render(): TemplateResult {
    const longest = Math.max(1, ...this.bars.map(sum));
    const legend = new Map(this.bars.flatMap((bar) => bar.parts.map((part) => [part.name, part.tone] as const)));
    return html`<figure class="chart">
      <figcaption>${this.label}</figcaption>
      ${this.bars.some((bar) => bar.parts.length > 1)
        ? html`<ul class="legend" aria-hidden="true">
            ${[...legend].map(([name, tone]) => html`<li>${swatch(tone)} ${name}</li>`)}
          </ul>`
        : nothing}
      <div class="bars" role="img" aria-label=${this.inWords()}>
        ${this.ends ? html`<p class="bar-ends">${this.ends}</p>` : nothing}
        ${this.bars.map(
          (bar) => html`<div class="bar">
            <span class="bar-of"><bdi>${bar.of}</bdi></span>
            <span class="bar-figure"><bdi>${figure(bar)}</bdi></span>
            ${this.width > 0 ? this.drawn(bar, this.whole ? Math.max(1, sum(bar)) : longest) : nothing}
          </div>`,
        )}
      </div>
    </figure>`;
  }

  private drawn(bar: Bar, of: number): TemplateResult {
    let x = 0;
    return html`<svg viewBox="0 0 ${this.width} ${THICK}" aria-hidden="true" focusable="false">
      ${bar.parts.map((part) => {
        const wide = (part.value / of) * this.width;
        const at = x;
        x += wide;
        return part.value > 0 ? this.onePart(part, at, wide) : nothing;
      })}
    </svg>`;
  }

  private onePart(part: Part, at: number, wide: number): TemplateResult {
    const shown = Math.max(1.5, wide - GAP);
    const words = number(part.value);
    return svg`<rect class="tone tone-${part.tone}" data-part=${part.tone} data-value=${part.value}
        x=${this.from(at, shown)} y="0.5" width=${shown} height=${THICK - 1} rx="2"><title>${part.name}: ${words}</title></rect>
      ${
        shown > words.length * DIGIT + 8
          ? svg`<text class="on-${part.tone}" x=${this.from(at + shown / 2)} y=${THICK / 2} text-anchor="middle" dominant-baseline="central">${words}</text>`
          : nothing
      }`;
  }

  private inWords(): string {
    const said = this.bars.slice(0, SAID).map((bar) => {
      const parts = bar.parts.length > 1 ? ` (${bar.parts.map((part) => `${part.name} ${number(part.value)}`).join(', ')})` : '';
      return `${bar.of}: ${figure(bar)}${parts}`;
    });
    return t('chart.words', { title: this.label, said: said.join('; ') });
  }
}

const sum = (bar: Bar): number => bar.parts.reduce((all, part) => all + part.value, 0);
const figure = (bar: Bar): string => bar.figure ?? number(sum(bar));

customElements.define('chart-bars', ChartBars);

/** @param ends what the figure at the end of each bar is @param whole whether each bar is a whole of its own */
export const bars = (label: string, of: Bar[], { ends = '', whole = false } = {}): TemplateResult =>
  html`<chart-bars .label=${label} .ends=${ends} .bars=${of} .whole=${whole}></chart-bars>`;
