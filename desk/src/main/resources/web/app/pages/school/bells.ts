/** The bells of each type of day, from a date on. */

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { DeskElement } from '../../core/element';
import { coded, t } from '../../core/i18n';
import { bellsOn, consequence, later, today, type Bells, type Period, type Whole } from '../../core/school-day';
import { dayInWords } from '../../core/time';
import { errorsOf, saidOf, toFirstError, under, type Errors } from '../../parts/forms';
import { ChangedHere, save } from './saving';

const USUAL = ['regular', 'late-start', 'early-dismissal', 'remote'];

class SchoolBells extends DeskElement {
  static override properties = {
    schoolId: {},
    whole: { attribute: false },
    edits: { attribute: false },
    draft: { state: true },
    message: { state: true },
    errors: { state: true },
    sending: { state: true },
  };
  declare schoolId: string;
  declare whole: Whole;
  declare edits: boolean;
  /** What is being written; none while nothing is. */
  declare draft: Bells | null;
  declare message: string;
  declare errors: Errors;
  declare sending: boolean;

  constructor() {
    super();
    this.draft = null;
    this.message = '';
    this.errors = {};
    this.sending = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('schoolId')) this.draft = null;
  }

  private types(): string[] {
    return [...new Set(this.whole.bells.map((each) => each.dayType))].sort();
  }

  override render(): TemplateResult {
    const types = this.types();
    return html`<section class="panel" aria-labelledby="bells-title">
      <h2 id="bells-title" tabindex="-1">${t('section.bells')}</h2>
      ${this.message ? html`<p class="notice" role="status">${this.message}</p>` : nothing}
      ${types.length === 0 && !this.draft
        ? html`<div class="empty"><p class="empty-title">${t('bells.none')}</p><p>${t('bells.noneYet')}</p></div>`
        : nothing}
      ${types.map((type) => this.shown(type))}
      ${this.draft ? this.form(this.draft) : nothing}
      ${this.edits && !this.draft
        ? html`<p class="actions">
            <button class="button ${types.length > 0 ? 'quiet' : ''}" @click=${() => this.begin(USUAL.find((each) => !types.includes(each)) ?? '')}>
              ${t('bells.add')}
            </button>
          </p>`
        : nothing}
    </section>`;
  }

  private shown(type: string): TemplateResult {
    const holds = bellsOn(this.whole.bells, type, today());
    const next = this.whole.bells.filter((each) => each.dayType === type && each.effectiveFrom > today());
    return html`<h3>${dayType(type)}${(holds ?? next[0])?.remote ? html` · ${t('bells.remote')}` : nothing}</h3>
      ${holds ? html`<p class="periods">${holds.periods.map((each) => this.period(each))}</p>` : nothing}
      ${next.map((each) => html`<p><small>${t('bells.from', { date: dayInWords(each.effectiveFrom) })}</small> ${each.periods.map((one) => this.period(one))}</p>`)}
      ${this.edits && !this.draft
        ? html`<p><button class="link" @click=${() => this.begin(type)}>${t('bells.change', { type: dayType(type) })}</button></p>`
        : nothing}`;
  }

  private period(each: Period): TemplateResult {
    const trigger = each.period === this.whole.settings.triggerPeriod;
    return html`<span class="period-shown ${trigger ? 'trigger' : ''}"
      ><b>${each.period}</b> <bdi>${each.start.slice(0, 5)}–${each.end.slice(0, 5)}</bdi>${trigger ? html` <small>${t('bells.trigger')}</small>` : nothing}</span
    > `;
  }

  private begin(type: string): void {
    const known = bellsOn(this.whole.bells, type, '9999');
    this.errors = {};
    this.message = '';
    this.draft = {
      dayType: type,
      effectiveFrom: today(),
      remote: known?.remote ?? type === 'remote',
      periods: known
        ? known.periods.map((each) => ({ ...each, start: each.start.slice(0, 5), end: each.end.slice(0, 5) }))
        : [{ period: this.whole.settings.triggerPeriod, start: '08:00', end: '08:45' }],
    };
    void this.updateComplete.then(() => this.querySelector<HTMLInputElement>('form input')?.focus());
  }

  private change(part: Partial<Bells>): void {
    if (this.draft) this.draft = { ...this.draft, ...part };
  }

  private changePeriod(at: number, part: Partial<Period>): void {
    if (this.draft) this.change({ periods: this.draft.periods.map((each, n) => (n === at ? { ...each, ...part } : each)) });
  }

  private readonly addPeriod = (): void => {
    if (!this.draft) return;
    const last = this.draft.periods.at(-1);
    const start = last ? later(last.end, 4) : '08:00';
    const name = last && /^\d+$/.test(last.period) ? String(Number(last.period) + 1) : '';
    this.change({ periods: [...this.draft.periods, { period: name, start, end: later(start, 45) }] });
    void this.updateComplete.then(() => this.querySelector<HTMLInputElement>('.period-row:last-of-type input')?.focus());
  };

  private wholeWith(draft: Bells): Whole {
    const kept = this.whole.bells.filter((each) => each.dayType !== draft.dayType || each.effectiveFrom !== draft.effectiveFrom);
    return { ...this.whole, bells: [...kept, draft] };
  }

  private form(draft: Bells): TemplateResult {
    const isNew = !this.types().includes(draft.dayType);
    return html`<form class="decide wide" @submit=${this.send} aria-label=${t('section.bells')}>
      <div class="row">
        <label
          >${t('bells.dayType')}
          <input
            name="dayType"
            list="day-types"
            required
            maxlength="64"
            autocomplete="off"
            dir="ltr"
            ?readonly=${!isNew && draft.dayType !== ''}
            .value=${draft.dayType}
            aria-invalid=${this.errors.dayType ? 'true' : nothing}
            @change=${(event: Event) => this.change({ dayType: (event.target as HTMLInputElement).value.trim() })}
        /></label>
        <datalist id="day-types">${USUAL.map((each) => html`<option value=${each}></option>`)}</datalist>
        <label
          >${t('bells.effectiveFrom')}
          <input
            type="date"
            required
            .value=${draft.effectiveFrom}
            aria-invalid=${this.errors.effectiveFrom ? 'true' : nothing}
            @change=${(event: Event) => this.change({ effectiveFrom: (event.target as HTMLInputElement).value })}
        /></label>
      </div>
      ${under(this.errors, 'dayType')} ${under(this.errors, 'effectiveFrom')}
      <p class="hint">${t('bells.past')}</p>
      <label class="check"
        ><input type="checkbox" .checked=${draft.remote ?? false} @change=${(event: Event) => this.change({ remote: (event.target as HTMLInputElement).checked })} />
        ${t('bells.remote')}</label
      >
      <fieldset>
        <legend>${t('bells.periods')}</legend>
        ${draft.periods.map((each, at) => this.row(each, at, draft.periods.length))}
      </fieldset>
      ${under(this.errors, 'periods')}
      <p><button type="button" class="link" @click=${this.addPeriod}>${t('bells.addPeriod')}</button></p>
      <p class="consequence" role="status">${consequence(this.whole, this.wholeWith(draft))}</p>
      <p class="actions">
        <button class="button" ?disabled=${this.sending}>${t('save')}</button>
        <button type="button" class="button quiet" @click=${() => (this.draft = null)}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  private row(each: Period, at: number, of: number): TemplateResult {
    const error = (field: string): string => this.errors[`periods[${at}].${field}`] ?? '';
    const label = t('bells.period', { n: at + 1 });
    const value = (event: Event): string => (event.target as HTMLInputElement).value;
    return html`<div class="period-row">
        <input
          required
          maxlength="32"
          autocomplete="off"
          aria-label=${`${label}: ${t('bells.name')}`}
          aria-invalid=${error('period') ? 'true' : nothing}
          .value=${each.period}
          @change=${(event: Event) => this.changePeriod(at, { period: value(event).trim() })}
        />
        <input
          type="time"
          required
          aria-label=${`${label}: ${t('bells.start')}`}
          aria-invalid=${error('start') ? 'true' : nothing}
          .value=${each.start}
          @change=${(event: Event) => this.changePeriod(at, { start: value(event) })}
        />
        <input
          type="time"
          required
          aria-label=${`${label}: ${t('bells.end')}`}
          aria-invalid=${error('end') ? 'true' : nothing}
          .value=${each.end}
          @change=${(event: Event) => this.changePeriod(at, { end: value(event) })}
        />
        <button
          type="button"
          class="link"
          ?disabled=${of === 1}
          aria-label=${t('bells.removePeriod', { period: each.period })}
          @click=${() => this.change({ periods: this.draft?.periods.filter((_, n) => n !== at) ?? [] })}
        >
          ✕
        </button>
      </div>
      ${['period', 'start', 'end'].filter(error).map((field) => html`<p class="error" lang="en">${error(field)}</p>`)}`;
  }

  private readonly send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const draft = this.draft;
    if (!draft) return;
    this.sending = true;
    this.errors = {};
    const { dayType: type, ...body } = draft;
    const part = (whole: Whole): unknown => whole.bells.filter((each) => each.dayType === type);
    try {
      await save(this.schoolId, `/bell-schedules/${encodeURIComponent(type)}`, body, this.whole, part);
      this.draft = null;
      this.message = t('school.saved');
      this.dispatchEvent(new Event('school-changed', { bubbles: true }));
    } catch (fault) {
      if (fault instanceof ChangedHere) {
        this.whole = fault.fresh;
        this.message = t('school.partChanged');
      } else {
        this.errors = errorsOf(fault);
        this.message = saidOf(fault);
        toFirstError(this);
      }
    } finally {
      this.sending = false;
    }
  };
}

/** A type of day in words where it is a usual one. */
export const dayType = (type: string): string => coded('daytype', type);

customElements.define('school-bells', SchoolBells);
