/** A day and a time of it, by the school's clock. */

import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../core/i18n';
import { at, isoDay, time } from '../core/time';
import { describedBy, invalid, type Errors } from './forms';
import { reveal } from './words';

interface Options {
  required?: boolean;
  /** What the service said was wrong, and of which field. */
  errors?: Errors;
  field?: string;
}

/**
 * The day first, which is that of `begin` unless somebody chooses another one.
 *
 * @param from the first day that may be chosen
 */
export const when = (
  name: string,
  label: string,
  begin: number,
  from: string,
  { required = true, errors = {}, field = '' }: Options = {},
): TemplateResult => html`<span class="when">
  <label class="inline"
    >${label}
    <input type="date" name=${`${name}Day`} ?required=${required} min=${from} .value=${isoDay(begin)} @invalid=${reveal} /></label
  >
  <label class="inline"
    >${t('talk.at')}
    <input
      type="time"
      name=${name}
      ?required=${required}
      .value=${time(begin)}
      aria-invalid=${field ? invalid(errors, field) : nothing}
      aria-describedby=${field ? describedBy(errors, field) : nothing}
      @invalid=${reveal}
  /></label>
</span>`;

/** What was chosen; nothing where a part of it is missing. */
export function chosen(data: FormData, name: string): string | undefined {
  const [day, clock] = [`${name}Day`, name].map((each) => String(data.get(each) ?? ''));
  return day && clock ? at(day, clock) : undefined;
}
