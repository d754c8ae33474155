/** A whole term at once: the days from Monday to Friday of which the calendar says nothing yet. */

import { html, nothing, type TemplateResult } from 'lit';
import { DeskElement } from '../../core/element';
import { t } from '../../core/i18n';
import type { Sentence } from '../../core/refusals';
import { consequence, today, type CalendarDay, type Whole } from '../../core/school-day';
import { choice, type Option } from '../../parts/choice';
import { errorsOf, others, saidOf, type Errors } from '../../parts/forms';
import { dayType, typesOn } from './day-types';
import { ChangedHere, save } from './saving';

const DAY = 86_400_000;
/** What a calendar holds at most. */
const AT_MOST = 800;

class CalendarFill extends DeskElement {
  static override properties = {
    schoolId: {},
    whole: { attribute: false },
    from: { state: true },
    until: { state: true },
    type: { state: true },
    message: { state: true },
    errors: { state: true },
    sending: { state: true },
  };
  declare schoolId: string;
  declare whole: Whole;
  declare from: string;
  declare until: string;
  /** Empty: the first of the types that have bells by then. */
  declare type: string;
  declare message: Sentence;
  declare errors: Errors;
  declare sending: boolean;

  constructor() {
    super();
    this.from = today();
    const year = Number(this.from.slice(0, 4)) + (this.from.slice(5) > '06-30' ? 1 : 0);
    this.until = `${year}-06-26`;
    this.type = '';
    this.message = '';
    this.errors = {};
    this.sending = false;
  }

  private days(type: string): CalendarDay[] {
    const named = new Set(this.whole.calendar.map((each) => each.date));
    const days: CalendarDay[] = [];
    const until = Date.parse(`${this.until}T12:00:00Z`);
    for (let at = Date.parse(`${this.from}T12:00:00Z`); type && at <= until && named.size + days.length < AT_MOST; at += DAY) {
      const date = new Date(at).toISOString().slice(0, 10);
      if (new Date(at).getUTCDay() % 6 !== 0 && !named.has(date)) days.push({ date, dayType: type });
    }
    return days;
  }

  override render(): TemplateResult {
    const types = typesOn(this.whole.bells, this.from);
    const type = types.includes(this.type) ? this.type : (types[0] ?? '');
    const days = this.days(type);
    const value = (event: Event): string => (event.target as HTMLInputElement).value;
    return html`<form class="decide" @submit=${(event: SubmitEvent) => this.send(event, days)} aria-labelledby="fill-title">
      <h3 id="fill-title">${t('calendar.fill')}</h3>
      <div role="status">${this.message ? html`<p class="notice">${this.message}</p>` : nothing}</div>
      <div class="row">
        <label>${t('calendar.from')} <input type="date" required .value=${this.from} @change=${(event: Event) => (this.from = value(event))} /></label>
        <label>${t('calendar.until')} <input type="date" required min=${this.from} .value=${this.until} @change=${(event: Event) => (this.until = value(event))} /></label>
        ${types.length > 0
          ? html`<label>${t('calendar.is')} ${choice(types.map((each): Option => [each, dayType(each)]), type, (chosen) => (this.type = chosen))}</label>`
          : nothing}
      </div>
      ${types.length === 0 ? html`<p class="mark weak">${t('calendar.noBellsThen')}</p>` : nothing}
      <p>${t('calendar.fillMeans', { n: days.length })}</p>
      <p class="consequence" role="status">${consequence(this.whole, this.wholeWith(days))}</p>
      ${others(this.errors, [])}
      <p class="actions">
        <button class="button" ?disabled=${this.sending || days.length === 0}>${t('save')}</button>
        <button type="button" class="button quiet" @click=${() => this.dispatchEvent(new Event('fill-left'))}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  private wholeWith(days: CalendarDay[]): Whole {
    return { ...this.whole, calendar: [...this.whole.calendar, ...days] };
  }

  private async send(event: SubmitEvent, days: CalendarDay[]): Promise<void> {
    event.preventDefault();
    if (this.sending) return;
    this.sending = true;
    this.errors = {};
    try {
      await save(this.schoolId, '/calendar', { days: this.wholeWith(days).calendar }, this.whole, (whole) => whole.calendar);
      this.dispatchEvent(new Event('school-changed', { bubbles: true }));
      this.dispatchEvent(new Event('filled'));
    } catch (fault) {
      if (fault instanceof ChangedHere) {
        this.whole = fault.fresh;
        this.message = t('school.partChanged');
      } else {
        this.errors = errorsOf(fault);
        this.message = saidOf(fault);
      }
    } finally {
      this.sending = false;
    }
  }
}

customElements.define('calendar-fill', CalendarFill);
