/** The fields of a school's settings, each with what it means and what is wrong with it. */

import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../../core/i18n';
import { describedBy, hint, invalid, under, type Errors } from '../../parts/forms';
import type { Draft } from './merging';

export const NUMBERS = ['graceMinutes', 'lateLimitMinutes', 'massAbsencePercent', 'holdMinutes'] as const;
const TEXTS = ['name', 'triggerPeriod', 'buildings', 'zone', 'principal'] as const;
export const SHOWN: string[] = [...NUMBERS, ...TEXTS];

const REQUIRED = ['name', 'triggerPeriod'];
/** Ids and zones are the same in every language. */
const FROM_LEFT = ['buildings', 'zone', 'principal'];

export function text(field: (typeof TEXTS)[number], draft: Draft, errors: Errors, words: string): TemplateResult {
  const value = draft[field];
  return html`<label
      >${t(`settings.${field}`)}
      <input
        name=${field}
        autocomplete="off"
        spellcheck="false"
        ?required=${REQUIRED.includes(field)}
        maxlength=${field === 'buildings' ? 2000 : 200}
        dir=${FROM_LEFT.includes(field) ? 'ltr' : 'auto'}
        list=${field === 'zone' ? 'zones' : nothing}
        .value=${Array.isArray(value) ? value.join(', ') : (value ?? '')}
        aria-invalid=${invalid(errors, field)}
        aria-describedby=${describedBy(errors, field, words)}
    /></label>
    ${field === 'zone' ? html`<datalist id="zones">${Intl.supportedValuesOf('timeZone').map((each) => html`<option value=${each}></option>`)}</datalist>` : nothing}
    ${hint(field, words)} ${under(errors, field)}`;
}

export function number(field: (typeof NUMBERS)[number], draft: Draft, errors: Errors, [from, to]: [number, number], words: string): TemplateResult {
  return html`<label
      >${t(`settings.${field}`)}
      <input
        type="number"
        name=${field}
        required
        min=${from}
        max=${to}
        .value=${String(draft[field] ?? '')}
        aria-invalid=${invalid(errors, field)}
        aria-describedby=${describedBy(errors, field, words)}
    /></label>
    ${hint(field, words)} ${under(errors, field)}`;
}

export function check(field: 'sendsAttendanceTaken', draft: Draft, words: string): TemplateResult {
  return html`<label class="check"
      ><input type="checkbox" name=${field} .checked=${Boolean(draft[field])} aria-describedby=${describedBy({}, field, words)} />
      ${t(`settings.${field}`)}</label
    >
    ${hint(field, words)}`;
}
