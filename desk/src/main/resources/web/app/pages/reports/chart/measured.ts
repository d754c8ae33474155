/** What all charts share: they are drawn as wide as there is room, mirrored from right to left, and said in words. */

import { LitElement, html, type TemplateResult } from 'lit';

/** What a colour stands for. Bands are one colour from faint to strong, so that they are told apart without seeing colours. */
export type Tone = 'satisfactory' | 'at-risk' | 'chronic' | 'severe' | 'plain' | 'strong' | 'faint' | 'missing';

export const isFromRight = (): boolean => document.documentElement.dir === 'rtl';

export abstract class MeasuredChart extends LitElement {
  declare width: number;
  private readonly observer = new ResizeObserver((seen) => (this.width = Math.floor(seen[0].contentRect.width)));

  constructor() {
    super();
    this.width = 0;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.observer.disconnect();
  }

  /** Where something that is so wide begins, counted from where reading begins. */
  protected from(x: number, wide = 0): number {
    return isFromRight() ? this.width - x - wide : x;
  }
}

/** A sample of a tone, for legends. */
export const swatch = (tone: Tone): TemplateResult =>
  html`<svg class="swatch" viewBox="0 0 16 16" aria-hidden="true"><rect class="tone tone-${tone}" x="1" y="1" width="14" height="14" rx="2"></rect></svg>`;
