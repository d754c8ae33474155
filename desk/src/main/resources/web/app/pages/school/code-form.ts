/** What a code means, being written. */

import { html, nothing, type TemplateResult } from 'lit';
import { CATEGORIES, REASONS, type Code } from '../../core/codes';
import { coded, t } from '../../core/i18n';
import { choice, type Option } from '../../parts/choice';
import { others, type Errors } from '../../parts/forms';

export interface Form {
  code: Code;
  /** Whether the code itself is being written. A blank one is only ever changed: nobody maps it by leaving a field empty. */
  isNew: boolean;
}

export function codeForm(form: Form, errors: Errors, on: { change(code: Code): void; send(): void; leave(): void }): TemplateResult {
  const { code, isNew } = form;
  const categories = CATEGORIES.map((each): Option => [each, coded('category', each)]);
  const reasons = REASONS.map((each): Option => [each, coded('reason', each)]);
  return html`<form
    class="decide"
    aria-labelledby="code-title"
    @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      on.send();
    }}
  >
    <h3 id="code-title">${isNew ? t('codes.add') : t('codes.changeOf', { code: code.code || t('quarantine.blank') })}</h3>
    ${isNew
      ? html`<label
          >${t('quarantine.code')}
          <input
            name="code"
            required
            maxlength="32"
            autocomplete="off"
            spellcheck="false"
            dir="auto"
            .value=${code.code}
            @input=${(event: Event) => on.change({ ...code, code: (event.target as HTMLInputElement).value })}
        /></label>`
      : nothing}
    <label>${t('quarantine.category')} ${choice(categories, code.category, (category) => on.change({ ...code, category }))}</label>
    ${code.category === 'EXCUSED_ABSENCE'
      ? html`<label>${t('quarantine.reason')} ${choice(reasons, code.reason ?? REASONS[0], (reason) => on.change({ ...code, reason }))}</label>`
      : nothing}
    <p class="consequence">${t('codes.means')}</p>
    ${others(errors, [])}
    <p class="actions">
      <button class="button">${t('save')}</button>
      <button type="button" class="button quiet" @click=${on.leave}>${t('cancel')}</button>
    </p>
  </form>`;
}

/** As it is sent: only an excused absence has a reason. */
export const codeOf = ({ code }: Form): Code =>
  code.category === 'EXCUSED_ABSENCE'
    ? { code: code.code.trim(), category: code.category, reason: code.reason ?? REASONS[0] }
    : { code: code.code.trim(), category: code.category };
