/** Has the district's bridge ring the caller and connect them with the number; asks for the caller's own telephone the first time. */

import { html, nothing, type TemplateResult } from 'lit';
import { Problem } from '../core/api';
import { bridge } from '../core/bridge';
import { DeskElement } from '../core/element';
import { t } from '../core/i18n';
import type { CardNumber } from '../core/types';
import { icon } from './icons';

class RingMe extends DeskElement {
  static override properties = {
    taskId: {},
    number: { attribute: false },
    take: { attribute: false },
    asking: { state: true },
    message: { state: true },
    busy: { state: true },
  };
  declare taskId: string;
  declare number: CardNumber;
  /** Takes the call; false if somebody else has it. */
  declare take: () => Promise<boolean>;
  declare asking: boolean;
  declare message: string;
  declare busy: boolean;

  constructor() {
    super();
    this.asking = false;
    this.message = '';
    this.busy = false;
  }

  override render(): TemplateResult {
    return html`<button class="button call" ?disabled=${this.busy} @click=${this.ring}>
        ${icon('phone')} <span dir="ltr">${this.number.shown}</span> <kbd>C</kbd>
      </button>
      ${this.asking
        ? html`<form class="my-telephone" @submit=${this.given}>
            <label for="my-telephone">${t('bridge.mine')}</label>
            <input id="my-telephone" name="mine" type="tel" dir="ltr" autocomplete="tel" maxlength="40" required .value=${bridge.mine} />
            <button class="button">${t('bridge.ring')}</button>
          </form>`
        : bridge.mine
          ? html`<button class="link" @click=${() => (this.asking = true)}>${t('bridge.rings', { number: bridge.mine })}</button>`
          : nothing}
      ${this.message ? html`<p class="notice" role="status">${this.message}</p>` : nothing}`;
  }

  private readonly given = (event: SubmitEvent): void => {
    event.preventDefault();
    bridge.mine = String(new FormData(event.target as HTMLFormElement).get('mine') ?? '');
    this.asking = false;
    void this.ring();
  };

  private readonly ring = async (): Promise<void> => {
    if (!bridge.mine) {
      this.asking = true;
      await this.updateComplete;
      this.querySelector<HTMLInputElement>('#my-telephone')?.focus();
      return;
    }
    this.busy = true;
    this.message = '';
    try {
      if (!(await this.take())) return;
      await bridge.connect(this.taskId, this.number.number ?? '');
      this.message = t('bridge.ringing');
      this.dispatchEvent(new CustomEvent('rings'));
    } catch (fault) {
      const field = fault instanceof Problem ? fault.violations[0]?.field : '';
      this.asking = field === 'ring';
      this.message = t(field === 'ring' ? 'bridge.notMine' : 'bridge.dialYourself');
    } finally {
      this.busy = false;
    }
  };
}

customElements.define('ring-me', RingMe);
