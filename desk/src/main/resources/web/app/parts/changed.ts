/** Somebody else was first: what it is now, beside what somebody has typed, so that they decide again. */

import { html, type TemplateResult } from 'lit';
import { Problem } from '../core/api';
import { t } from '../core/i18n';

export const isChanged = (fault: unknown): boolean => fault instanceof Problem && fault.status === 412;

export const changed = (now: TemplateResult | string): TemplateResult => html`<div class="changed" role="alert">
  <p>${t('changed.meanwhile')}</p>
  <div><strong>${t('changed.now')}</strong> ${now}</div>
</div>`;
