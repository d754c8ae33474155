/** That nobody is absent: without it nobody knows whether attendance was taken at all, and families are asked for nothing. */

import { html, nothing, type TemplateResult } from 'lit';
import { Unreached } from '../../core/api';
import { DeskElement } from '../../core/element';
import { t } from '../../core/i18n';
import type { Sentence } from '../../core/refusals';
import { dayInWords } from '../../core/time';
import { saidOf } from '../../parts/forms';
import { periodInWords } from './list';
import { send } from './service';

class NobodyAbsent extends DeskElement {
  static override properties = {
    schoolId: {},
    day: {},
    period: {},
    asking: { state: true },
    message: { state: true },
    sending: { state: true },
  };
  declare schoolId: string;
  declare day: string;
  declare period: string;
  declare asking: boolean;
  declare message: Sentence;
  declare sending: boolean;
  /** Of this one telling: however often it is sent, it counts once. */
  private key = '';

  constructor() {
    super();
    this.asking = false;
    this.message = '';
    this.sending = false;
  }

  override render(): TemplateResult {
    if (!this.asking) return html`<button type="button" class="link" @click=${this.ask}>${t('absences.nobodyAbsent')}</button>`;
    return html`<div class="decide">
      <div role="status">${this.message ? html`<p class="notice">${this.message}</p>` : nothing}</div>
      <p>${t('absences.nobodyAbsentMeans', { period: periodInWords(this.period), day: dayInWords(this.day) })}</p>
      <p class="actions">
        <button type="button" class="button" ?disabled=${this.sending} @click=${this.send}>${t('absences.nobodyAbsent')}</button>
        <button type="button" class="button quiet" @click=${() => (this.asking = false)}>${t('cancel')}</button>
      </p>
    </div>`;
  }

  private readonly ask = (): void => {
    this.asking = true;
    this.message = '';
    this.key = crypto.randomUUID();
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('.decide .button')?.focus());
  };

  private readonly send = async (): Promise<void> => {
    if (this.sending) return;
    this.sending = true;
    try {
      const told = await send(this.schoolId, { schoolDay: this.day, complete: true, periods: [this.period], rows: [] }, this.key);
      this.asking = false;
      this.dispatchEvent(new CustomEvent('list-sent', { detail: told }));
    } catch (fault) {
      this.message = fault instanceof Unreached ? t('absences.unsure') : saidOf(fault);
    } finally {
      this.sending = false;
    }
  };
}

customElements.define('nobody-absent', NobodyAbsent);
