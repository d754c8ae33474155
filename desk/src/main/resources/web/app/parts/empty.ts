/** A page that has nothing to show: that it is so, and what will stand there or can be done. */

import { html, type TemplateResult } from 'lit';

export const empty = (title: string, text: string | TemplateResult): TemplateResult =>
  html`<div class="empty"><p class="empty-title">${title}</p><p>${text}</p></div>`;
