/** What the services say of a form: by field where they name one, and as a sentence. */

import { html, nothing, type TemplateResult } from 'lit';
import { Problem, Unreached } from '../core/api';
import { t } from '../core/i18n';
import { refusal, violation, type Sentence } from '../core/refusals';

export type Errors = Record<string, string>;

/** What is wrong, by field. Of a list (`buildings[1]`) the first that is wrong stands below the whole of it, too. */
export function errorsOf(fault: unknown): Errors {
  return byField(fault instanceof Problem ? fault.violations : []);
}

export function byField(violations: { field: string; message: string }[]): Errors {
  const errors: Errors = {};
  for (const { field, message } of violations) {
    errors[field] ??= message;
    const list = /^([^[]+)\[\d+\]$/.exec(field)?.[1];
    if (list) errors[list] ??= message;
  }
  return errors;
}

/** What these mean to whoever fills in a form, whichever service says it. */
const USUAL: Record<number, string> = { 403: 'trouble.notAllowed', 412: 'trouble.changedMeanwhile', 503: 'trouble.unavailable' };

/** One sentence that says what happened: where it is a usual one the same everywhere, else what the refusal says. */
export function saidOf(fault: unknown): Sentence {
  if (fault instanceof Unreached) return t('trouble.noAnswer');
  if (fault instanceof Problem && USUAL[fault.status]) return t(USUAL[fault.status]);
  return refusal(fault);
}

/** What stands below a field, and is read with it. */
export const under = (errors: Errors, field: string): TemplateResult | typeof nothing =>
  errors[field] ? html`<p class="error" id=${`error-${field}`} dir="auto">${violation(errors[field])}</p>` : nothing;

/** What a field means: it stands below the field, and is read with it. */
export const hint = (field: string, words: string): TemplateResult | typeof nothing =>
  words ? html`<p class="hint" id=${`hint-${field}`}>${words}</p>` : nothing;

/** What a field refers to: its hint, and while something is wrong with it, that. */
export const describedBy = (errors: Errors, field: string, words = ''): string | typeof nothing =>
  [words ? `hint-${field}` : '', errors[field] ? `error-${field}` : ''].filter(Boolean).join(' ') || nothing;

export const invalid = (errors: Errors, field: string): 'true' | typeof nothing => (errors[field] ? 'true' : nothing);

/** What is wrong with fields that the form does not show by themselves. */
export function others(errors: Errors, shown: string[]): TemplateResult | typeof nothing {
  const rest = Object.entries(errors).filter(([field]) => !shown.includes(field.replace(/\[.*/, '')));
  if (rest.length === 0) return nothing;
  return html`<ul class="plain error">
    ${rest.map(([field, message]) => html`<li><code>${field}</code> ${violation(message)}</li>`)}
  </ul>`;
}

/** Puts the focus on the first field that is wrong, once it is drawn. */
export function toFirstError(element: HTMLElement & { updateComplete: Promise<boolean> }): void {
  void element.updateComplete.then(() => element.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}
