/** Which dates are school days, and of which type: month by month, a date at a time or a whole term at once. */

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { DeskElement } from '../../core/element';
import { t } from '../../core/i18n';
import type { Sentence } from '../../core/refusals';
import { consequence, today, type CalendarDay, type Whole } from '../../core/school-day';
import { dayInWords } from '../../core/time';
import { choice, type Option } from '../../parts/choice';
import { errorsOf, others, saidOf, type Errors } from '../../parts/forms';
import './calendar-fill';
import { dayType, typesOn } from './day-types';
import { grid, monthName, turned } from './month';
import { ChangedHere, save } from './saving';

class SchoolCalendar extends DeskElement {
  static override properties = {
    schoolId: {},
    whole: { attribute: false },
    edits: { attribute: false },
    month: { state: true },
    date: { state: true },
    type: { state: true },
    note: { state: true },
    filling: { state: true },
    message: { state: true },
    errors: { state: true },
    sending: { state: true },
  };
  declare schoolId: string;
  declare whole: Whole;
  declare edits: boolean;
  /** The first of the month that is shown. */
  declare month: string;
  /** The date that is being changed. */
  declare date: string;
  declare type: string;
  declare note: string;
  declare filling: boolean;
  declare message: Sentence;
  declare errors: Errors;
  declare sending: boolean;

  constructor() {
    super();
    this.month = `${today().slice(0, 7)}-01`;
    this.date = '';
    this.type = '';
    this.note = '';
    this.filling = false;
    this.message = '';
    this.errors = {};
    this.sending = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('schoolId')) return;
    this.date = '';
    this.filling = false;
  }

  private day = (date: string): CalendarDay | undefined => this.whole.calendar.find((each) => each.date === date);

  override render(): TemplateResult {
    const none = !this.whole.calendar.some((each) => each.dayType && each.date >= today());
    return html`<section class="panel" aria-labelledby="calendar-title">
      <h2 id="calendar-title" tabindex="-1">${t('section.calendar')}</h2>
      <div role="status">${this.message ? html`<p class="notice">${this.message}</p>` : nothing}</div>
      ${none ? html`<p class="banner weak">${t(this.whole.bells.length === 0 ? 'calendar.bellsFirst' : 'calendar.none')}</p>` : nothing}
      <div class="month-head">
        <button class="link" @click=${() => (this.month = turned(this.month, -1))} aria-label=${t('calendar.before')}>‹</button>
        <h3 aria-live="polite">${monthName(this.month)}</h3>
        <button class="link" @click=${() => (this.month = turned(this.month, 1))} aria-label=${t('calendar.after')}>›</button>
      </div>
      ${grid(this.month, this.day, this.date, this.edits ? (date) => this.begin(date) : null)}
      ${this.date ? this.form() : this.filling ? this.fill() : this.edits && this.whole.bells.length > 0 ? this.beginFill(none) : nothing}
    </section>`;
  }

  private begin(date: string): void {
    this.date = date;
    this.type = this.day(date)?.dayType ?? '';
    this.note = this.day(date)?.note ?? '';
    this.filling = false;
    this.errors = {};
    this.message = '';
    void this.updateComplete.then(() => this.querySelector<HTMLSelectElement>('form select')?.focus());
  }

  private form(): TemplateResult {
    const types = [...new Set([...typesOn(this.whole.bells, this.date), ...(this.type ? [this.type] : [])])];
    const options: Option[] = [['', t('calendar.noSchool')], ...types.map((each): Option => [each, dayType(each)])];
    return html`<form class="decide" @submit=${this.send} aria-labelledby="date-title">
      <h3 id="date-title">${dayInWords(this.date)}</h3>
      <label>${t('calendar.is')} ${choice(options, this.type, (type) => (this.type = type))}</label>
      <label
        >${t('calendar.note')}
        <input name="note" maxlength="200" autocomplete="off" dir="auto" .value=${this.note} @input=${(event: Event) => (this.note = (event.target as HTMLInputElement).value)}
      /></label>
      <p class="consequence" role="status">${this.means()}</p>
      ${others(this.errors, [])}
      <p class="actions">
        <button class="button" ?disabled=${this.sending}>${t('save')}</button>
        <button type="button" class="button quiet" @click=${() => this.end('')}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  private means(): string {
    if (this.date !== today()) return t(this.date < today() ? 'calendar.past' : 'calendar.notToday');
    const calendar = [...this.whole.calendar.filter((each) => each.date !== this.date), { date: this.date, dayType: this.type || null }];
    return consequence(this.whole, { ...this.whole, calendar });
  }

  private beginFill(none: boolean): TemplateResult {
    return html`<p class="actions">
      <button class="button ${none ? '' : 'quiet'}" @click=${this.startFill}>${t('calendar.fill')}</button>
    </p>`;
  }

  private readonly startFill = (): void => {
    this.filling = true;
    this.message = '';
    void this.updateComplete.then(() => this.querySelector<HTMLInputElement>('calendar-fill input')?.focus());
  };

  private fill(): TemplateResult {
    return html`<calendar-fill
      .schoolId=${this.schoolId}
      .whole=${this.whole}
      @filled=${() => this.end(t('school.saved'))}
      @fill-left=${() => this.end('')}
    ></calendar-fill>`;
  }

  private end(message: string): void {
    const { date } = this;
    this.date = '';
    this.filling = false;
    this.message = message;
    void this.updateComplete.then(() =>
      this.querySelector<HTMLElement>(date.startsWith(this.month.slice(0, 7)) ? `.date:nth-of-type(${Number(date.slice(8))})` : '#calendar-title')?.focus(),
    );
  }

  private readonly send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (this.sending) return;
    const { date } = this;
    const body = { dayType: this.type || null, note: this.note.trim() || null };
    this.sending = true;
    this.errors = {};
    try {
      await save(this.schoolId, `/calendar/${date}`, body, this.whole, (whole) => whole.calendar.find((each) => each.date === date));
      this.dispatchEvent(new Event('school-changed', { bubbles: true }));
      this.end(t('school.saved'));
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
  };
}

customElements.define('school-calendar', SchoolCalendar);
