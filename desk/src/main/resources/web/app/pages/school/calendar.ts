/** Which dates are school days, and of which type: month by month, a date at a time or a whole term at once. */

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { DeskElement } from '../../core/element';
import { formatLocale, t } from '../../core/i18n';
import { bellsOn, consequence, today, type CalendarDay, type Whole } from '../../core/school-day';
import { dayInWords } from '../../core/time';
import { errorsOf, others, saidOf, type Errors } from '../../parts/forms';
import { dayType } from './bells';
import { ChangedHere, save } from './saving';

const DAY = 86_400_000;

class SchoolCalendar extends DeskElement {
  static override properties = {
    schoolId: {},
    whole: { attribute: false },
    edits: { attribute: false },
    month: { state: true },
    date: { state: true },
    type: { state: true },
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
  declare filling: { from: string; until: string; type: string } | null;
  declare message: string;
  declare errors: Errors;
  declare sending: boolean;

  constructor() {
    super();
    this.month = `${today().slice(0, 7)}-01`;
    this.date = '';
    this.type = '';
    this.filling = null;
    this.message = '';
    this.errors = {};
    this.sending = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('schoolId')) this.date = '';
  }

  private day(date: string): CalendarDay | undefined {
    return this.whole.calendar.find((each) => each.date === date);
  }

  private types(date: string): string[] {
    return [...new Set(this.whole.bells.map((each) => each.dayType))].filter((type) => bellsOn(this.whole.bells, type, date)).sort();
  }

  override render(): TemplateResult {
    const none = !this.whole.calendar.some((each) => each.dayType && each.date >= today());
    return html`<section class="panel" aria-labelledby="calendar-title">
      <h2 id="calendar-title" tabindex="-1">${t('section.calendar')}</h2>
      ${this.message ? html`<p class="notice" role="status">${this.message}</p>` : nothing}
      ${others(this.errors, [])}
      ${none ? html`<p class="banner weak">${t(this.whole.bells.length === 0 ? 'calendar.bellsFirst' : 'calendar.none')}</p>` : nothing}
      <div class="month-head">
        <button class="link" @click=${() => this.turn(-1)} aria-label=${t('calendar.before')}>‹</button>
        <h3 aria-live="polite">${monthName(this.month)}</h3>
        <button class="link" @click=${() => this.turn(1)} aria-label=${t('calendar.after')}>›</button>
      </div>
      ${this.grid()} ${this.date ? this.form() : nothing} ${this.filling ? this.fillForm(this.filling) : nothing}
      ${this.edits && !this.date && !this.filling && this.whole.bells.length > 0
        ? html`<p class="actions"><button class="button ${none ? '' : 'quiet'}" @click=${this.beginFill}>${t('calendar.fill')}</button></p>`
        : nothing}
    </section>`;
  }

  private turn(by: number): void {
    const date = new Date(`${this.month}T12:00:00Z`);
    date.setUTCMonth(date.getUTCMonth() + by);
    this.month = date.toISOString().slice(0, 10);
  }

  private grid(): TemplateResult {
    const first = new Date(`${this.month}T12:00:00Z`);
    const before = (first.getUTCDay() + 6) % 7;
    const length = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
    const dates = Array.from({ length }, (_, at) => `${this.month.slice(0, 8)}${String(at + 1).padStart(2, '0')}`);
    const weekday = new Intl.DateTimeFormat(formatLocale, { weekday: 'short', timeZone: 'UTC' });
    const heads = Array.from({ length: 7 }, (_, at) => weekday.format(new Date(Date.UTC(2024, 0, 1 + at, 12))));
    return html`<div class="month" role="group" aria-labelledby="calendar-title">
      ${heads.map((each) => html`<span class="weekday" aria-hidden="true">${each}</span>`)}
      ${dates.map((date, at) => this.cell(date, at === 0 ? before + 1 : 0))}
    </div>`;
  }

  private cell(date: string, column: number): TemplateResult {
    const day = this.day(date);
    const type = day?.dayType ?? '';
    const words = `${dayInWords(date)}: ${type ? dayType(type) : t('calendar.noSchool')}${day?.note ? `, ${day.note}` : ''}`;
    return html`<button
      class="date ${type ? 'is-school' : ''} ${type && type !== 'regular' ? 'is-other' : ''} ${date === today() ? 'is-today' : ''} column-${column}"
      aria-label=${words}
      aria-current=${date === today() ? 'date' : nothing}
      aria-pressed=${this.date === date}
      ?disabled=${!this.edits}
      @click=${() => this.begin(date)}
    >
      <b>${Number(date.slice(8))}</b>
      <small aria-hidden="true">${type ? (type === 'regular' ? '●' : dayType(type)) : (day?.note ?? '')}</small>
    </button>`;
  }

  private begin(date: string): void {
    this.date = date;
    this.type = this.day(date)?.dayType ?? '';
    this.filling = null;
    this.errors = {};
    this.message = '';
    void this.updateComplete.then(() => this.querySelector<HTMLSelectElement>('form select')?.focus());
  }

  private wholeWith(days: CalendarDay[]): Whole {
    const dates = new Set(days.map((each) => each.date));
    return { ...this.whole, calendar: [...this.whole.calendar.filter((each) => !dates.has(each.date)), ...days] };
  }

  private choices(date: string, chosen: string): TemplateResult[] {
    return this.types(date).map((each) => html`<option value=${each} ?selected=${each === chosen}>${dayType(each)}</option>`);
  }

  private form(): TemplateResult {
    const day = this.day(this.date);
    return html`<form class="decide" @submit=${this.send}>
      <h3>${dayInWords(this.date)}</h3>
      <label
        >${t('calendar.is')}
        <select name="type" @change=${(event: Event) => (this.type = (event.target as HTMLSelectElement).value)}>
          <option value="" ?selected=${this.type === ''}>${t('calendar.noSchool')}</option>
          ${this.choices(this.date, this.type)}
        </select></label
      >
      <label>${t('calendar.note')} <input name="note" maxlength="200" autocomplete="off" dir="auto" .value=${day?.note ?? ''} /></label>
      <p class="consequence" role="status">
        ${this.date === today()
          ? consequence(this.whole, this.wholeWith([{ date: this.date, dayType: this.type || null }]))
          : t(this.date < today() ? 'calendar.past' : 'calendar.notToday')}
      </p>
      <p class="actions">
        <button class="button" ?disabled=${this.sending}>${t('save')}</button>
        <button type="button" class="button quiet" @click=${() => (this.date = '')}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  private readonly send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const note = String(new FormData(event.target as HTMLFormElement).get('note')).trim();
    const { date } = this;
    await this.put(`/calendar/${date}`, { dayType: this.type || null, note: note || null }, (whole) =>
      whole.calendar.find((each) => each.date === date),
    );
  };

  // ---- a whole term -------------------------------------------------------------------------------------------------

  private readonly beginFill = (): void => {
    const from = today();
    const year = Number(from.slice(0, 4)) + (from.slice(5) > '06-30' ? 1 : 0);
    this.filling = { from, until: `${year}-06-26`, type: this.types(from)[0] ?? 'regular' };
    this.errors = {};
    this.message = '';
    void this.updateComplete.then(() => this.querySelector<HTMLInputElement>('form input')?.focus());
  };

  /** The days from Monday to Friday that the calendar says nothing of yet. */
  private filled(filling: { from: string; until: string; type: string }): CalendarDay[] {
    const named = new Set(this.whole.calendar.map((each) => each.date));
    const days: CalendarDay[] = [];
    const until = Date.parse(`${filling.until}T12:00:00Z`);
    for (let at = Date.parse(`${filling.from}T12:00:00Z`); at <= until && days.length < 800; at += DAY) {
      const date = new Date(at).toISOString().slice(0, 10);
      if (new Date(at).getUTCDay() % 6 !== 0 && !named.has(date)) days.push({ date, dayType: filling.type });
    }
    return days;
  }

  private fillForm(filling: { from: string; until: string; type: string }): TemplateResult {
    const days = this.filled(filling);
    const change = (part: Partial<typeof filling>): void => {
      this.filling = { ...filling, ...part };
    };
    const value = (event: Event): string => (event.target as HTMLInputElement).value;
    return html`<form class="decide" @submit=${(event: SubmitEvent) => this.fill(event, days)}>
      <h3>${t('calendar.fill')}</h3>
      <div class="row">
        <label>${t('calendar.from')} <input type="date" required .value=${filling.from} @change=${(event: Event) => change({ from: value(event) })} /></label>
        <label>${t('calendar.until')} <input type="date" required .value=${filling.until} @change=${(event: Event) => change({ until: value(event) })} /></label>
        <label>${t('calendar.is')} <select @change=${(event: Event) => change({ type: value(event) })}>${this.choices(filling.from, filling.type)}</select></label>
      </div>
      <p>${t('calendar.fillMeans', { n: days.length })}</p>
      <p class="consequence" role="status">${consequence(this.whole, this.wholeWith(days))}</p>
      <p class="actions">
        <button class="button" ?disabled=${this.sending || days.length === 0}>${t('save')}</button>
        <button type="button" class="button quiet" @click=${() => (this.filling = null)}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  private async fill(event: SubmitEvent, days: CalendarDay[]): Promise<void> {
    event.preventDefault();
    await this.put('/calendar', { days: this.wholeWith(days).calendar }, (whole) => whole.calendar);
  }

  private async put(path: string, body: unknown, part: (whole: Whole) => unknown): Promise<void> {
    this.sending = true;
    this.errors = {};
    try {
      await save(this.schoolId, path, body, this.whole, part);
      this.date = '';
      this.filling = null;
      this.message = t('school.saved');
      this.dispatchEvent(new Event('school-changed', { bubbles: true }));
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

const monthName = (month: string): string =>
  new Intl.DateTimeFormat(formatLocale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month}T12:00:00Z`));

customElements.define('school-calendar', SchoolCalendar);
