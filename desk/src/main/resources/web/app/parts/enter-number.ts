/** A number that staff have found, where the roster has none that works. */

import { html, nothing, type TemplateResult } from 'lit';
import { post } from '../core/api';
import { DeskElement } from '../core/element';
import { t } from '../core/i18n';
import { refusal, type Sentence } from '../core/refusals';
import { words } from './words';

const LONGEST_NOTE = 500;

class EnterNumber extends DeskElement {
  static override properties = {
    studentId: {},
    schoolId: {},
    name: {},
    whose: {},
    open: { state: true },
    sending: { state: true },
    wrong: { state: true },
    message: { state: true },
  };
  declare studentId: string;
  declare schoolId: string;
  /** Whose family it is. */
  declare name: string;
  /** Who answers there, where that is known. */
  declare whose: string;
  declare open: boolean;
  declare sending: boolean;
  declare wrong: Sentence;
  declare message: string;

  constructor() {
    super();
    this.whose = '';
    this.open = false;
    this.sending = false;
    this.wrong = '';
    this.message = '';
  }

  override render(): TemplateResult {
    if (!this.open) {
      return html`<p>
        <button class="link" aria-label=${t('numbers.enterOf', { name: this.name })} @click=${this.begin}>${t('numbers.enter')}</button>
        <span role="status">${this.message}</span>
      </p>`;
    }
    return html`<form class="decide" @submit=${this.save}>
      <label>${t('numbers.number')} <input type="tel" name="number" required maxlength="40" autocomplete="off" dir="ltr" aria-invalid=${this.wrong ? 'true' : nothing} /></label>
      <label>${t('numbers.whose')} <input name="whose" required maxlength="120" autocomplete="off" dir="auto" .value=${this.whose} /></label>
      <label class="check"><input type="checkbox" name="ofStudent" /> ${t('numbers.ofStudent')}</label>
      ${words('note', t('numbers.note'), LONGEST_NOTE)}
      ${this.wrong ? html`<p class="error" role="alert" dir="auto">${this.wrong}</p>` : nothing}
      <p class="actions">
        <button class="button" ?disabled=${this.sending}>${t('save')}</button>
        <button type="button" class="button quiet" @click=${() => (this.open = false)}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  private readonly begin = (): void => {
    this.open = true;
    this.wrong = '';
    this.message = '';
    void this.updateComplete.then(() => this.querySelector<HTMLInputElement>('input')?.focus());
  };

  private readonly save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    const text = (name: string): string => String(data.get(name) ?? '').trim();
    this.sending = true;
    this.wrong = '';
    try {
      await post(`/api/outreach/v1/students/${encodeURIComponent(this.studentId)}/numbers`, {
        schoolId: this.schoolId,
        number: text('number'),
        whose: text('whose'),
        ...(text('note') ? { note: String(data.get('note')) } : {}),
        ...(data.get('ofStudent') ? { ofStudent: true } : {}),
      });
      this.open = false;
      this.message = t('numbers.entered');
      this.dispatchEvent(new CustomEvent('entered', { bubbles: true }));
    } catch (fault) {
      this.wrong = refusal(fault);
    } finally {
      this.sending = false;
    }
  };
}

customElements.define('enter-number', EnterNumber);
