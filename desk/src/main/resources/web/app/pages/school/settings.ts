/** The settings of a school: when it is looked at, and what holds its calls back. */

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { DeskElement } from '../../core/element';
import { list, t } from '../../core/i18n';
import { consequence, type Settings, type Whole } from '../../core/school-day';
import { store } from '../../core/store';
import { describedBy, errorsOf, invalid, others, saidOf, toFirstError, under, type Errors } from '../../parts/forms';
import { ChangedHere, save } from './saving';

const NUMBERS = ['graceMinutes', 'lateLimitMinutes', 'massAbsencePercent', 'holdMinutes'] as const;
const TEXTS = ['name', 'triggerPeriod', 'zone', 'principal'] as const;
const SHOWN = [...NUMBERS, ...TEXTS, 'buildings', 'sendsAttendanceTaken'];

type Field = keyof Settings;

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
  declare draft: Settings | null;
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
    const before = changed.get('whole') as Whole | undefined;
    if (changed.has('whole')) this.merge(before?.settings);
  }

  /** What somebody else changed and nobody touched here is taken over. */
  private merge(base: Settings | undefined): void {
    const { draft } = this;
    if (!draft || !base) {
      this.draft = { ...this.whole.settings };
      return;
    }
    this.draft = Object.fromEntries(
      Object.entries(this.whole.settings).map(([field, fresh]) => {
        const mine = draft[field as Field];
        return [field, same(mine, base[field as Field]) ? fresh : mine];
      }),
    ) as unknown as Settings;
  }

  override render(): TemplateResult {
    const draft = this.draft ?? this.whole.settings;
    return html`<section class="panel" aria-labelledby="settings-title">
      <h2 id="settings-title" tabindex="-1">${t('section.settings')}</h2>
      ${this.message ? html`<p class="notice" role="status">${this.message}</p>` : nothing}
      <form class="settings" @submit=${this.send} @input=${this.typed}>
        <fieldset ?disabled=${!this.edits}>
          <legend class="visually-hidden">${t('section.settings')}</legend>
          ${this.text('name', draft, '')} ${this.text('triggerPeriod', draft, t('settings.triggerPeriod.hint'))}
          ${this.number('graceMinutes', draft, 0, 60, t('settings.graceMinutes.hint'))}
          ${this.number('lateLimitMinutes', draft, 0, 240, t('settings.lateLimitMinutes.hint'))}
          <label class="check"
            ><input type="checkbox" name="sendsAttendanceTaken" .checked=${draft.sendsAttendanceTaken} /> ${t('settings.sendsAttendanceTaken')}</label
          >
          <p class="hint">${t('settings.sendsAttendanceTaken.hint')}</p>
          <h3>${t('settings.holds')}</h3>
          ${this.number('massAbsencePercent', draft, 1, 100, t('settings.massAbsencePercent.hint'))}
          ${this.number('holdMinutes', draft, 1, 240, t('settings.holdMinutes.hint'))}
          <h3>${t('settings.place')}</h3>
          <label
            >${t('settings.buildings')}
            <input
              name="buildings"
              autocomplete="off"
              dir="ltr"
              .value=${draft.buildings.join(', ')}
              aria-invalid=${this.errorAt('buildings') ? 'true' : nothing}
          /></label>
          <p class="hint">${t('settings.buildings.hint')}</p>
          ${this.errorAt('buildings') ? html`<p class="error" lang="en" dir="auto">${this.errorAt('buildings')}</p>` : nothing}
          ${this.text('zone', draft, t('settings.zone.hint'))} ${this.text('principal', draft, t('settings.principal.hint'))}
          ${others(this.errors, [...SHOWN, ...Object.keys(this.errors).filter((field) => field.startsWith('buildings['))])}
        </fieldset>
        <p class="consequence" role="status">${consequence(this.whole, { ...this.whole, settings: draft })} ${this.holds(draft)}</p>
        ${this.edits ? html`<p class="actions"><button class="button" ?disabled=${this.sending || !this.changed()}>${t('save')}</button></p>` : nothing}
      </form>
    </section>`;
  }

  /** What a change of the holds does to what is held now. */
  private holds(draft: Settings): string {
    const known = this.whole.settings;
    const words = [];
    if (draft.massAbsencePercent !== known.massAbsencePercent) words.push(t('today.mass', { n: draft.massAbsencePercent }));
    if (draft.holdMinutes !== known.holdMinutes) words.push(t('today.hold', { n: draft.holdMinutes }));
    if (draft.sendsAttendanceTaken !== known.sendsAttendanceTaken) {
      words.push(t(draft.sendsAttendanceTaken ? 'today.waitsForAttendance' : 'today.marksAlone'));
    }
    if (draft.lateLimitMinutes !== known.lateLimitMinutes) words.push(t('today.late', { n: draft.lateLimitMinutes }));
    return words.join(' ');
  }

  private errorAt(field: string): string {
    return Object.entries(this.errors).find(([name]) => name === field || name.startsWith(`${field}[`))?.[1] ?? '';
  }

  private changed(): boolean {
    return !same(this.draft, this.whole.settings);
  }

  private text(field: (typeof TEXTS)[number], draft: Settings, hint: string): TemplateResult {
    return html`<label
        >${t(`settings.${field}`)}
        <input
          name=${field}
          autocomplete="off"
          ?required=${field === 'name' || field === 'triggerPeriod'}
          maxlength="200"
          dir="auto"
          .value=${draft[field] ?? ''}
          aria-invalid=${invalid(this.errors, field)}
          aria-describedby=${describedBy(this.errors, field)}
      /></label>
      ${hint ? html`<p class="hint">${hint}</p>` : nothing}${under(this.errors, field)}`;
  }

  private number(field: (typeof NUMBERS)[number], draft: Settings, from: number, to: number, hint: string): TemplateResult {
    return html`<label
        >${t(`settings.${field}`)}
        <input
          type="number"
          name=${field}
          required
          min=${from}
          max=${to}
          .value=${String(draft[field])}
          aria-invalid=${invalid(this.errors, field)}
          aria-describedby=${describedBy(this.errors, field)}
      /></label>
      <p class="hint">${hint}</p>
      ${under(this.errors, field)}`;
  }

  private readonly typed = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const field = input.name as Field;
    let value: Settings[Field];
    if (field === 'sendsAttendanceTaken') value = input.checked;
    else if (field === 'buildings') value = input.value.split(/[\s,;]+/).filter(Boolean);
    else if ((NUMBERS as readonly string[]).includes(field)) value = Number(input.value);
    else value = input.value || undefined;
    this.draft = { ...(this.draft ?? this.whole.settings), [field]: value } as Settings;
  };

  private readonly send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (!this.draft) return;
    this.sending = true;
    this.errors = {};
    const { schoolId: _given, ...body } = this.draft;
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
    const before = this.whole.settings;
    const theirs = Object.keys(fresh.settings).filter((field) => !same(fresh.settings[field as Field], before[field as Field]));
    const both = theirs.filter((field) => !same(this.draft?.[field as Field], before[field as Field]));
    this.whole = fresh;
    const words = (fields: string[]): string => list(fields.map((field) => t(`settings.${field}`)));
    this.message =
      both.length > 0
        ? t('school.bothChanged', {
            fields: list(both.map((field) => `${t(`settings.${field}`)}: ${String(fresh.settings[field as Field] ?? '–')}`)),
          })
        : t('school.othersChanged', { fields: words(theirs) });
  }
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

customElements.define('school-settings', SchoolSettings);
