/** The settings of a school: when it is looked at, and what holds its calls back. */

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { DeskElement } from '../../core/element';
import { list, t } from '../../core/i18n';
import type { Sentence } from '../../core/refusals';
import { consequence, type Settings, type Whole } from '../../core/school-day';
import { store } from '../../core/store';
import { errorsOf, others, saidOf, toFirstError, type Errors } from '../../parts/forms';
import { changes, merged, same, type Draft, type Field } from './merging';
import { ChangedHere, save } from './saving';
import { NUMBERS, SHOWN, check, number, text } from './settings-fields';

class SchoolSettings extends DeskElement {
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
  /** What is typed; none while it is what the school has. */
  declare draft: Draft | null;
  declare message: Sentence;
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
    const before = changed.get('whole') as Whole | undefined;
    if (before && this.draft) this.draft = merged(this.draft, before.settings, this.whole.settings);
  }

  override render(): TemplateResult {
    const draft = this.draft ?? this.whole.settings;
    const errors = this.errors;
    return html`<section class="panel" aria-labelledby="settings-title">
      <h2 id="settings-title" tabindex="-1">${t('section.settings')}</h2>
      <div role="status">${this.message ? html`<p class="notice">${this.message}</p>` : nothing}</div>
      <form class="settings" @submit=${this.send} @input=${this.typed}>
        <fieldset ?disabled=${!this.edits}>
          <legend class="visually-hidden">${t('section.settings')}</legend>
          ${text('name', draft, errors, '')} ${text('triggerPeriod', draft, errors, t('settings.triggerPeriod.hint'))}
          ${number('graceMinutes', draft, errors, [0, 60], t('settings.graceMinutes.hint'))}
          ${number('lateLimitMinutes', draft, errors, [0, 240], t('settings.lateLimitMinutes.hint'))}
          ${check('sendsAttendanceTaken', draft, t('settings.sendsAttendanceTaken.hint'))}
          <h3>${t('settings.holds')}</h3>
          ${number('massAbsencePercent', draft, errors, [1, 100], t('settings.massAbsencePercent.hint'))}
          ${number('holdMinutes', draft, errors, [1, 240], t('settings.holdMinutes.hint'))}
          <h3>${t('settings.place')}</h3>
          ${text('buildings', draft, errors, t('settings.buildings.hint'))} ${text('zone', draft, errors, t('settings.zone.hint'))}
          ${text('principal', draft, errors, t('settings.principal.hint'))} ${others(errors, SHOWN)}
        </fieldset>
        <p class="consequence" role="status">${consequence(this.whole, { ...this.whole, settings: this.complete(draft) })} ${this.holds(draft)}</p>
        ${this.edits
          ? html`<p class="actions">
              <button class="button" ?disabled=${this.sending || !this.changed()}>${t('save')}</button>
              ${this.changed() ? html`<button type="button" class="button quiet" @click=${() => (this.draft = null)}>${t('settings.asBefore')}</button>` : nothing}
            </p>`
          : nothing}
      </form>
    </section>`;
  }

  /** What a change of the holds does to what is held now. */
  private holds(draft: Draft): string {
    const known = this.whole.settings;
    const differs = (field: Field): boolean => draft[field] !== '' && !same(draft[field], known[field]);
    const words = [];
    if (differs('massAbsencePercent')) words.push(t('today.mass', { n: Number(draft.massAbsencePercent) }));
    if (differs('holdMinutes')) words.push(t('today.hold', { n: Number(draft.holdMinutes) }));
    if (differs('sendsAttendanceTaken')) words.push(t(draft.sendsAttendanceTaken ? 'today.waitsForAttendance' : 'today.marksAlone'));
    if (differs('lateLimitMinutes')) words.push(t('today.late', { n: Number(draft.lateLimitMinutes) }));
    return words.join(' ');
  }

  private changed(): boolean {
    return this.draft !== null && !same(this.complete(this.draft), this.whole.settings);
  }

  /** As it would be sent: what is empty is what it was, but for what may be left out. */
  private complete(draft: Draft): Settings {
    const known = this.whole.settings;
    const given = Object.fromEntries(Object.entries(draft).filter(([field, value]) => value !== '' || !NUMBERS.includes(field as never)));
    const buildings = typeof draft.buildings === 'string' ? draft.buildings.split(/[\s,;،]+/).filter(Boolean) : draft.buildings;
    const text = (value: Draft[Field]): string | undefined => String(value ?? '').trim() || undefined;
    const whole = { ...known, ...given, buildings, name: text(draft.name) ?? '', zone: text(draft.zone), principal: text(draft.principal) };
    return { ...whole, triggerPeriod: text(draft.triggerPeriod) ?? '' } as Settings;
  }

  private readonly typed = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const field = input.name as Field;
    const isNumber = input.type === 'number' && input.value !== '';
    const value = input.type === 'checkbox' ? input.checked : isNumber ? Number(input.value) : input.value;
    this.draft = { ...(this.draft ?? this.whole.settings), [field]: value };
  };

  private readonly send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (!this.draft || this.sending) return;
    this.sending = true;
    this.errors = {};
    const { schoolId: _given, ...body } = this.complete(this.draft);
    try {
      await save(this.schoolId, '', body, this.whole, (whole) => whole.settings);
      this.draft = null;
      this.message = t('school.saved');
      void store.readSchools();
      this.dispatchEvent(new Event('school-changed', { bubbles: true }));
    } catch (fault) {
      if (fault instanceof ChangedHere) {
        this.meet(fault.fresh);
      } else {
        this.errors = errorsOf(fault);
        this.message = saidOf(fault);
        toFirstError(this);
      }
    } finally {
      this.sending = false;
    }
  };

  /** Somebody else changed the settings too: theirs are taken over, and where both did, the reader decides. */
  private meet(fresh: Whole): void {
    const { theirs, both } = changes(this.draft ?? {}, this.whole.settings, fresh.settings);
    this.whole = fresh;
    const theirWords = (field: Field): string => `${t(`settings.${field}`)}: ${String(fresh.settings[field] ?? '–')}`;
    this.message =
      both.length > 0
        ? t('school.bothChanged', { fields: list(both.map(theirWords)) })
        : t('school.othersChanged', { fields: list(theirs.map((field) => t(`settings.${field}`))) });
  }
}

customElements.define('school-settings', SchoolSettings);
