/** Has the district's bridge ring the caller and connect them with the number; asks for the caller's own telephone the first time. */

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { Problem, Unreached } from '../core/api';
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
    dial: { attribute: false },
    asking: { state: true },
    message: { state: true },
    byHand: { state: true },
    busy: { state: true },
  };
  declare taskId: string;
  declare number: CardNumber;
  /** Takes the call; false if somebody else has it. */
  declare take: () => Promise<boolean>;
  /** Dials by hand, once the family is the caller's. */
  declare dial: (event: Event) => void;
  declare asking: boolean;
  declare message: string;
  /** The bridge does not call, and the number may be dialled. */
  declare byHand: boolean;
  declare busy: boolean;

  constructor() {
    super();
    this.asking = false;
    this.busy = false;
    this.forget();
  }

  private forget(): void {
    this.message = '';
    this.byHand = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('number') as CardNumber | undefined;
    if (before && before.number !== this.number.number) this.forget();
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
      ${this.message ? html`<p class="notice" role="status">${this.message}</p>` : nothing} ${this.byHand ? this.link() : nothing}`;
  }

  private link(): TemplateResult {
    return html`<a class="button" href=${this.number.tel ?? ''} @click=${this.dial}
      >${icon('phone')} ${t('bridge.dial')} <span dir="ltr">${this.number.shown}</span></a
    >`;
  }

  private readonly given = (event: SubmitEvent): void => {
    event.preventDefault();
    bridge.mine = String(new FormData(event.target as HTMLFormElement).get('mine') ?? '');
    this.asking = false;
    void this.ring();
  };

  private readonly ring = async (): Promise<void> => {
    if (!bridge.mine) return this.ask();
    this.busy = true;
    this.forget();
    try {
      if (!(await this.take())) return;
      await bridge.connect(this.taskId, this.number.number ?? '');
      this.message = t('bridge.ringing');
      this.dispatchEvent(new CustomEvent('rings'));
    } catch (fault) {
      this.refused(fault);
    } finally {
      this.busy = false;
    }
  };

  private async ask(): Promise<void> {
    this.asking = true;
    await this.updateComplete;
    this.querySelector<HTMLInputElement>('#my-telephone')?.focus();
  }

  /** Where the family may be called all the same, by hand; where it may not, or not by this caller, the card is read again. */
  private refused(fault: unknown): void {
    const problem = fault instanceof Problem ? fault : null;
    const field = problem?.violations[0]?.field;
    if (field === 'ring') {
      this.message = t('bridge.notMine');
      void this.ask();
    } else if (field === 'number' || problem?.type === 'task-not-in-hand') {
      this.message = t('card.changed');
      this.dispatchEvent(new CustomEvent('changed'));
    } else {
      this.message = whyNot(fault);
      this.byHand = true;
    }
  }
}

/** Where no answer came, nobody knows whether the telephone rings. */
function whyNot(fault: unknown): string {
  if (fault instanceof Problem && fault.type === 'too-many-rings') return t('bridge.tooManyRings');
  const unknown = fault instanceof Unreached || (fault instanceof Problem && [503, 504].includes(fault.status));
  return t(unknown ? 'bridge.away' : 'bridge.dialYourself');
}

customElements.define('ring-me', RingMe);
