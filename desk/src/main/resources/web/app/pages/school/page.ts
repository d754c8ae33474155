/** How one school is set up: when its families are called, its bells, its calendar, its codes and its doors. */

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { Problem } from '../../core/api';
import { DeskElement } from '../../core/element';
import { t } from '../../core/i18n';
import type { Sentence } from '../../core/refusals';
import { readSchool, todaysMorning, type Whole } from '../../core/school-day';
import { store } from '../../core/store';
import { saidOf } from '../../parts/forms';
import { icon } from '../../parts/icons';
import '../setup/next';
import './bells';
import './calendar';
import './codes';
import './readers';
import './settings';

const SECTIONS = ['settings', 'bells', 'calendar', 'codes', 'readers'];

class DeskSchool extends DeskElement {
  static override properties = { schoolId: {}, whole: { state: true }, message: { state: true }, missing: { state: true } };
  declare schoolId: string;
  declare whole: Whole | null;
  declare message: Sentence;
  declare missing: boolean;

  constructor() {
    super();
    this.whole = null;
    this.message = '';
    this.missing = false;
    this.addEventListener('school-changed', () => void this.read());
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('schoolId')) return;
    this.whole = null;
    const section = location.hash.slice(1);
    void this.read().then(() => SECTIONS.includes(section) && this.to(section));
  }

  private async read(): Promise<void> {
    const { schoolId } = this;
    try {
      const whole = await readSchool(schoolId);
      if (schoolId !== this.schoolId) return;
      this.whole = whole;
      this.message = '';
      this.missing = false;
    } catch (fault) {
      if (schoolId !== this.schoolId) return;
      this.missing = fault instanceof Problem && fault.status === 404;
      this.message = this.missing ? t('school.missing') : saidOf(fault);
    }
    await this.updateComplete;
  }

  override render(): TemplateResult {
    const whole = this.whole;
    const edits = store.isAdminOf(this.schoolId);
    return html`<div class="page">
      <setup-next></setup-next>
      <p><a href="/schools">${t('page.schools')}</a></p>
      <h1>${whole?.settings.name ?? this.schoolId}</h1>
      <div role="status">${this.message ? html`<p class="notice">${this.message}</p>` : nothing}</div>
      ${this.missing && edits ? html`<p><a class="button" href="/schools">${t('schools.add')}</a></p>` : nothing}
      ${whole ? this.sections(whole, edits) : this.message ? nothing : html`<p class="loading">${t('loading')}</p>`}
    </div>`;
  }

  private sections(whole: Whole, edits: boolean): TemplateResult {
    return html`<p class="lead">${todaysMorning(whole)}</p>
      ${edits ? nothing : html`<p class="hint">${icon('held')} ${t('school.readOnly')}</p>`}
      <nav class="on-page" aria-label=${t('school.onThisPage')}>
        ${SECTIONS.map((each) => html`<button class="link" @click=${() => this.to(each)}>${t(`section.${each}`)}</button> `)}
      </nav>
      <school-settings id="settings" .schoolId=${this.schoolId} .whole=${whole} .edits=${edits}></school-settings>
      <school-bells id="bells" .schoolId=${this.schoolId} .whole=${whole} .edits=${edits}></school-bells>
      <school-calendar id="calendar" .schoolId=${this.schoolId} .whole=${whole} .edits=${edits}></school-calendar>
      <school-codes id="codes" .schoolId=${this.schoolId}></school-codes>
      <school-readers id="readers" .schoolId=${this.schoolId} .buildings=${whole.settings.buildings} .edits=${edits}></school-readers>`;
  }

  private to(section: string): void {
    const heading = this.querySelector<HTMLElement>(`#${section} h2`);
    heading?.scrollIntoView();
    heading?.focus({ preventScroll: true });
  }
}

customElements.define('desk-school', DeskSchool);
