/** A list to choose from, which always shows what the page has chosen. */

import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

/** A value, and how it is called. */
export type Option = [value: string, words: string];

export const choice = (options: Option[], chosen: string, choose: (value: string) => void, label?: string): TemplateResult =>
  html`<select aria-label=${label ?? nothing} @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
    ${options.map(([value, words]) => html`<option value=${value} .selected=${live(value === chosen)}>${words}</option>`)}
  </select>`;
