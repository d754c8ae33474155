/** Of a student who is of age: that somebody may be called and told, from the paper that was signed, and its end. For who leads. */

import { html, nothing, type TemplateResult } from 'lit';
import { Problem, ask, post } from '../core/api';
import { DeskElement } from '../core/element';
import { t } from '../core/i18n';
import { refusal, type Sentence } from '../core/refusals';
import { date, isoDay, now } from '../core/time';
import type { Callee, OfAge } from '../core/types';
import { changed } from './changed';
import { icon } from './icons';

const BASES = ['SIGNED', 'DEPENDENT'];

class ConsentOf extends DeskElement {
  static override properties = {
    studentId: {},
    callee: { attribute: false },
    ofAge: { attribute: false },
    lead: { type: Boolean },
    open: { state: true },
    message: { state: true },
    mine: { state: true },
  };
  declare studentId: string;
  declare callee: Callee;
  declare ofAge: OfAge;
  /** Whoever looks may enter it. */
  declare lead: boolean;
  declare open: boolean;
  declare message: Sentence;
  /** What was entered when somebody else was first. */
  declare mine: { basis: string; since: string } | null;

  constructor() {
    super();
    this.open = false;
    this.message = '';
    this.mine = null;
  }

  override render(): TemplateResult | typeof nothing {
    const consent = this.ofAge.consents.find((each) => each.contactId === this.callee.contactId);
    if (consent) {
      const basis = t(`consent.${consent.basis.toLowerCase()}`);
      return html`<p class="mark">${icon('arrived')} ${t('consent.inForce', { basis, date: day(consent.since) })}
          ${this.lead
            ? html`<button class="link" aria-label=${t('consent.withdrawOf', { who: this.callee.name })} @click=${() => this.withdraw(consent)}>${t('consent.withdraw')}</button>`
            : nothing}</p>
        ${this.mine ? changed(t('consent.youEntered', { basis: t(`consent.${this.mine.basis.toLowerCase()}`), date: day(this.mine.since) })) : nothing}
        ${this.fault()}`;
    }
    if (!this.lead || this.callee.whyNot !== 'NO_CONSENT') return nothing;
    if (!this.open) {
      return html`<p><button class="link" aria-label=${t('consent.onPaperOf', { who: this.callee.name })} @click=${() => (this.open = true)}>${t('consent.onPaper')}</button></p>`;
    }
    return html`<form class="decide" @submit=${this.save}>
      <label>${t('consent.basis')}
        <select name="basis">${BASES.map((each) => html`<option value=${each} ?selected=${each === this.mine?.basis}>${t(`consent.${each.toLowerCase()}`)}</option>`)}</select></label>
      <label>${t('consent.since')} <input type="date" name="since" required max=${isoDay(now())} .value=${this.mine?.since ?? isoDay(now())} /></label>
      ${this.fault()}
      <p class="actions">
        <button class="button">${t('consent.save')}</button>
        <button type="button" class="button quiet" @click=${() => (this.open = false)}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  private fault(): TemplateResult | typeof nothing {
    return this.message ? html`<p class="error" role="alert" dir="auto">${this.message}</p>` : nothing;
  }

  private get path(): string {
    return `/api/outreach/v1/students/${encodeURIComponent(this.studentId)}/consents`;
  }

  private readonly save = (event: SubmitEvent): void => {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    const mine = { basis: String(data.get('basis')), since: String(data.get('since')) };
    void this.change(() => post(this.path, { contactId: this.callee.contactId, ...mine }), mine);
  };

  private withdraw(consent: OfAge['consents'][0]): void {
    const path = `${this.path}/${encodeURIComponent(consent.consentId)}/withdraw`;
    void this.change(() => ask(path, { method: 'POST', headers: { 'If-Match': `"${consent.version}"` } }));
  }

  /** Whoever shows the card reads it again; what was entered, and refused, is there beside it. */
  private async change(work: () => Promise<unknown>, mine: ConsentOf['mine'] = null): Promise<void> {
    this.message = '';
    try {
      await work();
      if (mine) this.mine = null;
      this.open = this.mine !== null;
    } catch (fault) {
      this.mine = mine ?? this.mine;
      const first = fault instanceof Problem && (fault.status === 412 || fault.status === 409);
      this.message = first ? t('trouble.changedMeanwhile') : refusal(fault);
    }
    this.dispatchEvent(new CustomEvent('changed', { bubbles: true }));
  }
}

const day = (iso: string): string => date(`${iso}T17:00:00Z`);

customElements.define('consent-of', ConsentOf);
