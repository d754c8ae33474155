/** Words that somebody types or pastes. They stay as they are: nothing is cut off, and what is too long is said to be. */

import { html, type TemplateResult } from 'lit';
import { t } from '../core/i18n';

export const words = (
  name: string,
  label: string | TemplateResult,
  longest: number,
  { value = '', required = false }: { value?: string; required?: boolean } = {},
): TemplateResult => html`<label
    >${label}
    <textarea
      class="words"
      name=${name}
      rows="2"
      dir="auto"
      autocomplete="off"
      data-longest=${longest}
      ?required=${required}
      .value=${value}
      @input=${measure}
      @invalid=${reveal}
      @keydown=${send}
    ></textarea
  ></label>
  <p role="alert" hidden></p>`;

function measure(event: Event): void {
  const field = event.target as HTMLTextAreaElement;
  const longest = Number(field.dataset.longest);
  const wrong = field.value.length > longest ? t('words.tooLong', { longest, length: field.value.length }) : '';
  field.setCustomValidity(wrong);
  if (wrong) field.setAttribute('aria-invalid', 'true');
  else field.removeAttribute('aria-invalid');
  const says = field.closest('label')?.nextElementSibling;
  if (!(says instanceof HTMLElement)) return;
  says.className = wrong ? 'error' : '';
  says.hidden = !wrong;
  says.textContent = wrong;
}

/** A field that cannot be sent is seen. */
export function reveal(event: Event): void {
  (event.target as Element).closest('details')?.setAttribute('open', '');
}

/** Enter begins a line; with Ctrl it sends. */
function send(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
  event.preventDefault();
  event.stopPropagation();
  (event.target as HTMLTextAreaElement).form?.requestSubmit();
}
