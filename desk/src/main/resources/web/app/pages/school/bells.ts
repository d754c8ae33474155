/** The bells of each type of day, from a date on. */

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { DeskElement } from '../../core/element';
import { t } from '../../core/i18n';
import { bellsOn, today, type Bells, type Period, type Whole } from '../../core/school-day';
import { dayInWords } from '../../core/time';
import { empty } from '../../parts/empty';
import './bells-form';
import { USUAL, dayType, typesOf } from './day-types';

class SchoolBells extends DeskElement {
  static override properties = {
    schoolId: {},
    whole: { attribute: false },
    edits: { attribute: false },
    begun: { state: true },
    message: { state: true },
  };
  declare schoolId: string;
  declare whole: Whole;
  declare edits: boolean;
  /** What a form began with; none while there is no form. */
  declare begun: { bells: Bells; isNew: boolean } | null;
  declare message: string;

  constructor() {
    super();
    this.begun = null;
    this.message = '';
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('schoolId')) this.begun = null;
  }

  override render(): TemplateResult {
    const types = typesOf(this.whole.bells);
    return html`<section class="panel" aria-labelledby="bells-title">
      <h2 id="bells-title" tabindex="-1">${t('section.bells')}</h2>
      <div role="status">${this.message ? html`<p class="notice">${this.message}</p>` : nothing}</div>
      ${types.length === 0 && !this.begun
        ? empty(t('bells.none'), t('bells.noneYet'))
        : nothing}
      ${types.map((type) => this.shown(type))} ${this.begun ? this.form(this.begun) : this.edits ? this.add(types) : nothing}
    </section>`;
  }

  private shown(type: string): TemplateResult {
    const holds = bellsOn(this.whole.bells, type, today());
    const next = this.whole.bells.filter((each) => each.dayType === type && each.effectiveFrom > today());
    return html`<h3>${dayType(type)}${(holds ?? next[0])?.remote ? html` · ${t('bells.remote')}` : nothing}</h3>
      ${holds ? html`<p class="periods">${holds.periods.map((each) => this.period(each))}</p>` : nothing}
      ${next.map(
        (each) =>
          html`<p class="periods"><small>${t('bells.from', { date: dayInWords(each.effectiveFrom) })}</small> ${each.periods.map((one) => this.period(one))}</p>`,
      )}
      ${this.edits && !this.begun
        ? html`<p><button class="link" @click=${() => this.begin(type, false)}>${t('bells.change', { type: dayType(type) })}</button></p>`
        : nothing}`;
  }

  private period(each: Period): TemplateResult {
    const trigger = each.period === this.whole.settings.triggerPeriod;
    return html`<span class="period-shown ${trigger ? 'trigger' : ''}"
      ><b>${each.period}</b> <bdi dir="ltr">${each.start.slice(0, 5)}–${each.end.slice(0, 5)}</bdi>${trigger ? html` <small>${t('bells.trigger')}</small>` : nothing}</span
    > `;
  }

  private add(types: string[]): TemplateResult {
    const next = USUAL.find((each) => !types.includes(each)) ?? '';
    return html`<p class="actions">
      <button class="button ${types.length > 0 ? 'quiet' : ''}" @click=${() => this.begin(next, true)}>${t('bells.add')}</button>
    </p>`;
  }

  private begin(type: string, isNew: boolean): void {
    const known = isNew ? undefined : bellsOn(this.whole.bells, type, '9999');
    this.message = '';
    this.begun = {
      isNew,
      bells: {
        dayType: type,
        effectiveFrom: today(),
        remote: known?.remote ?? type === 'remote',
        periods: known?.periods ?? [{ period: this.whole.settings.triggerPeriod, start: '08:00', end: '08:45' }],
      },
    };
    void this.updateComplete.then(() => this.querySelector<HTMLInputElement>('bells-form input')?.focus());
  }

  private form(begun: { bells: Bells; isNew: boolean }): TemplateResult {
    return html`<bells-form
      .schoolId=${this.schoolId}
      .whole=${this.whole}
      .begun=${begun.bells}
      .isNew=${begun.isNew}
      @bells-saved=${() => this.end(t('school.saved'))}
      @bells-left=${() => this.end('')}
    ></bells-form>`;
  }

  private end(message: string): void {
    this.begun = null;
    this.message = message;
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('#bells-title')?.focus());
  }
}

customElements.define('school-bells', SchoolBells);
