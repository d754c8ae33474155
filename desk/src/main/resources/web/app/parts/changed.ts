/** Somebody else was first: what it is now, beside what somebody has typed, so that they decide again. */

import { html, type TemplateResult } from 'lit';
import { Problem } from '../core/api';
import { t } from '../core/i18n';

export const isChanged = (fault: unknown): boolean => fault instanceof Problem && fault.status === 412;

export const changed = (now: TemplateResult | string): TemplateResult => otherwise(t('changed.meanwhile'), now);

/** The same where nobody has typed anything. */
export const overtaken = (now: TemplateResult | string): TemplateResult => otherwise(t('changed.first'), now);

const otherwise = (words: string, now: TemplateResult | string): TemplateResult => html`<div class="changed" role="alert">
  <p>${words}</p>
  <div><strong>${t('changed.now')}</strong> ${now}</div>
</div>`;
