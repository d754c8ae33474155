/** Bells being written: period by period, and what they would do to this morning. */

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { DeskElement } from '../../core/element';
import { t } from '../../core/i18n';
import type { Sentence } from '../../core/refusals';
import { consequence, later, type Bells, type Period, type Whole } from '../../core/school-day';
import { describedBy, errorsOf, hint, invalid, saidOf, toFirstError, under, type Errors } from '../../parts/forms';
import { USUAL, dayType, typesOf } from './day-types';
import { ChangedHere, save } from './saving';

const PARTS = ['period', 'start', 'end'] as const;
const AT_MOST = 40;

class BellsForm extends DeskElement {
  static override properties = {
    schoolId: {},
    whole: { attribute: false },
    begun: { attribute: false },
    isNew: { attribute: false },
    draft: { state: true },
    message: { state: true },
    errors: { state: true },
    sending: { state: true },
  };
  declare schoolId: string;
  declare whole: Whole;
  declare begun: Bells;
  declare isNew: boolean;
  declare draft: Bells;
  declare message: Sentence;
  declare errors: Errors;
  declare sending: boolean;

  constructor() {
    super();
    this.message = '';
    this.errors = {};
    this.sending = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('begun')) return;
    const periods = this.begun.periods.map((each) => ({ ...each, start: each.start.slice(0, 5), end: each.end.slice(0, 5) }));
    this.draft = { ...this.begun, periods };
  }

  private change(part: Partial<Bells>): void {
    this.draft = { ...this.draft, ...part };
  }

  private changePeriod(at: number, part: Partial<Period>): void {
    this.change({ periods: this.draft.periods.map((each, n) => (n === at ? { ...each, ...part } : each)) });
  }

  private readonly addPeriod = (): void => {
    const last = this.draft.periods.at(-1);
    const start = last?.end ? later(last.end, 4) : '08:00';
    const name = last && /^\d+$/.test(last.period) ? String(Number(last.period) + 1) : '';
    this.change({ periods: [...this.draft.periods, { period: name, start, end: later(start, 45) }] });
    void this.updateComplete.then(() => [...this.querySelectorAll<HTMLInputElement>('.period-row')].at(-1)?.querySelector('input')?.focus());
  };

  private removePeriod(at: number): void {
    this.change({ periods: this.draft.periods.filter((_, n) => n !== at) });
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('.add-period')?.focus());
  }

  private wholeWith(draft: Bells): Whole {
    const kept = this.whole.bells.filter((each) => each.dayType !== draft.dayType || each.effectiveFrom !== draft.effectiveFrom);
    return { ...this.whole, bells: [...kept, draft] };
  }

  override render(): TemplateResult {
    const { draft, errors } = this;
    const replaces = this.isNew && typesOf(this.whole.bells).includes(draft.dayType);
    const isWritten = draft.effectiveFrom !== '' && draft.periods.every((each) => each.start && each.end);
    return html`<form class="decide wide" @submit=${this.send} aria-labelledby="bells-form-title">
      <h3 id="bells-form-title">${this.isNew ? t('bells.add') : t('bells.change', { type: dayType(draft.dayType) })}</h3>
      <div role="status">${this.message ? html`<p class="notice">${this.message}</p>` : nothing}</div>
      <div class="row">${this.typeField(draft)} ${this.fromField(draft)}</div>
      ${under(errors, 'dayType')} ${under(errors, 'effectiveFrom')} ${hint('effectiveFrom', t('bells.past'))}
      ${replaces ? html`<p class="hint">${t('bells.replaces', { type: dayType(draft.dayType) })}</p>` : nothing}
      <label class="check"
        ><input type="checkbox" .checked=${draft.remote ?? false} @change=${(event: Event) => this.change({ remote: (event.target as HTMLInputElement).checked })} />
        ${t('bells.remote')}</label
      >
      <fieldset>
        <legend>${t('bells.periods')}</legend>
        ${draft.periods.map((each, at) => this.row(each, at))}
      </fieldset>
      ${under(errors, 'periods')}
      ${draft.periods.length < AT_MOST
        ? html`<p><button type="button" class="link add-period" @click=${this.addPeriod}>${t('bells.addPeriod')}</button></p>`
        : nothing}
      <p class="consequence" role="status">${isWritten ? consequence(this.whole, this.wholeWith(draft)) : ''}</p>
      <p class="actions">
        <button class="button" ?disabled=${this.sending}>${t('save')}</button>
        <button type="button" class="button quiet" @click=${() => this.dispatchEvent(new Event('bells-left'))}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  private typeField(draft: Bells): TemplateResult {
    return html`<label
        >${t('bells.dayType')}
        <input
          name="dayType"
          list="day-types"
          required
          maxlength="64"
          autocomplete="off"
          dir="ltr"
          ?readonly=${!this.isNew}
          .value=${draft.dayType}
          aria-invalid=${invalid(this.errors, 'dayType')}
          aria-describedby=${describedBy(this.errors, 'dayType')}
          @change=${(event: Event) => this.change({ dayType: (event.target as HTMLInputElement).value.trim() })}
      /></label>
      <datalist id="day-types">${USUAL.map((each) => html`<option value=${each}>${dayType(each)}</option>`)}</datalist>`;
  }

  private fromField(draft: Bells): TemplateResult {
    return html`<label
      >${t('bells.effectiveFrom')}
      <input
        type="date"
        required
        .value=${draft.effectiveFrom}
        aria-invalid=${invalid(this.errors, 'effectiveFrom')}
        aria-describedby=${describedBy(this.errors, 'effectiveFrom', t('bells.past'))}
        @change=${(event: Event) => this.change({ effectiveFrom: (event.target as HTMLInputElement).value })}
    /></label>`;
  }

  private row(each: Period, at: number): TemplateResult {
    const name = (part: string): string => `periods[${at}].${part}`;
    const words = { period: t('bells.name'), start: t('bells.start'), end: t('bells.end') };
    return html`<div class="period-row">
        ${PARTS.map(
          (part) => html`<input
            type=${part === 'period' ? 'text' : 'time'}
            required
            maxlength=${part === 'period' ? '32' : nothing}
            autocomplete="off"
            aria-label=${`${t('bells.period', { n: at + 1 })}: ${words[part]}`}
            aria-invalid=${invalid(this.errors, name(part))}
            aria-describedby=${describedBy(this.errors, name(part))}
            .value=${each[part]}
            @change=${(event: Event) => this.changePeriod(at, { [part]: (event.target as HTMLInputElement).value.trim() })}
          />`,
        )}
        <button
          type="button"
          class="link"
          ?disabled=${this.draft.periods.length === 1}
          aria-label=${t('bells.removePeriod', { period: each.period })}
          @click=${() => this.removePeriod(at)}
        >
          ✕
        </button>
      </div>
      ${PARTS.map((part) => under(this.errors, name(part)))}`;
  }

  private readonly send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (this.sending) return;
    this.sending = true;
    this.errors = {};
    const { dayType: type, ...body } = this.draft;
    const part = (whole: Whole): unknown => whole.bells.filter((each) => each.dayType === type);
    try {
      await save(this.schoolId, `/bell-schedules/${encodeURIComponent(type)}`, body, this.whole, part);
      this.dispatchEvent(new Event('school-changed', { bubbles: true }));
      this.dispatchEvent(new Event('bells-saved'));
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

customElements.define('bells-form', BellsForm);
