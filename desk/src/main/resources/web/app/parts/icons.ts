/** Shapes that stand beside a word and a colour, never instead of them. */

import { svg, html, type TemplateResult } from 'lit';

const drawn = {
  safety: svg`<path d="M8 1.5 15.2 14H.8Z"/><path class="cut" d="M7.2 6h1.6l-.2 4h-1.2zM7.2 11.2h1.6v1.5H7.2z"/>`,
  weak: svg`<circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="1.8" stroke-dasharray="3 2.2"/>`,
  arrived: svg`<path d="M6.4 12.6 2 8.2l1.6-1.6 2.8 2.8 6-6L14 5z"/>`,
  later: svg`<circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-width="1.8"/><path d="M7.2 4.2h1.6v3.5l2.4 1.5-.8 1.3-3.2-2z"/>`,
  phone: svg`<path d="M4.6 1.6 6.8 5 5.4 6.6c.7 1.6 2 3 3.8 3.9L10.9 9l3.4 2.2c.2 2-1.4 3.4-3.1 3.2C6 13.7 2.2 9.8 1.6 4.7 1.5 3 2.7 1.5 4.6 1.600Z"/>`,
  person: svg`<circle cx="8" cy="4.6" r="3.1"/><path d="M1.8 14.500c.4-3.7 2.8-5.4 6.2-5.400s5.8 1.7 6.2 5.400z"/>`,
  house: svg`<path d="M8 1.5 15 7.700l-1 1.2-1-.900V14.500H9.500v-4h-3v4H3V8l-1 .9-1-1.200Z"/>`,
  held: svg`<path d="M5.2 2h5.600L14 5.200v5.600L10.8 14H5.200L2 10.800V5.200Z" fill="none" stroke="currentColor" stroke-width="1.8"/><path d="M5 7.200h6v1.600H5z"/>`,
  door: svg`<path d="M3 1.500h10V15H3zm1.6 1.600v10.300h6.800V3.100zm4.6 4.200h1.200v2.200H9.200z"/>`,
  search: svg`<circle cx="6.7" cy="6.7" r="4.7" fill="none" stroke="currentColor" stroke-width="1.8"/><path d="m10 11.3 1.3-1.3 3.7 3.7-1.3 1.300z"/>`,
  new: svg`<path d="M8 2 13.5 8H10v6H6V8H2.500Z"/>`,
  live: svg`<circle cx="8" cy="8" r="5"/>`,
  connecting: svg`<circle cx="8" cy="8" r="4.2" fill="none" stroke="currentColor" stroke-width="2" stroke-dasharray="5 3"/>`,
  offline: svg`<path d="M3.3 2 14 12.7 12.7 14 2 3.300z"/><circle cx="8" cy="8" r="5" fill="none" stroke="currentColor" stroke-width="1.6"/>`,
} as const;

export type IconName = keyof typeof drawn;

export const icon = (name: IconName): TemplateResult =>
  html`<svg class="icon icon-${name}" viewBox="0 0 16 16" aria-hidden="true" focusable="false">${drawn[name]}</svg>`;
