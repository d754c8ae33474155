/** How one school is set up: when its families are called, its bells, its calendar, its codes and its doors. */

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { Problem } from '../core/api';
import { DeskElement } from '../core/element';
import { t } from '../core/i18n';
import { consequence, readSchool, type Whole } from '../core/school-day';
import { store } from '../core/store';
import { saidOf } from '../parts/forms';
import { icon } from '../parts/icons';
import './school/bells';
import './school/calendar';
import './school/codes';
import './school/readers';
import './school/settings';

class DeskSchool extends DeskElement {
  static override properties = { schoolId: {}, whole: { state: true }, message: { state: true }, missing: { state: true } };
  declare schoolId: string;
  declare whole: Whole | null;
  declare message: string;
  declare missing: boolean;

  constructor() {
    super();
    this.whole = null;
    this.message = '';
    this.missing = false;
    this.addEventListener('school-changed', () => void this.read());
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('schoolId')) {
      this.whole = null;
      void this.read();
    }
  }

  private async read(): Promise<void> {
    try {
      this.whole = await readSchool(this.schoolId);
      this.message = '';
      if (location.hash) void this.updateComplete.then(() => this.querySelector(location.hash)?.scrollIntoView());
    } catch (fault) {
      this.missing = fault instanceof Problem && fault.status === 404;
      this.message = this.missing ? t('school.missing') : saidOf(fault);
    }
  }

  override render(): TemplateResult {
    const whole = this.whole;
    const edits = store.isAdminOf(this.schoolId);
    return html`<div class="page">
      <p><a href="/schools">${t('page.schools')}</a></p>
      <h1>${whole?.settings.name ?? this.schoolId}</h1>
      ${this.message ? html`<p class="notice" role="status">${this.message}</p>` : nothing}
      ${this.missing && edits ? html`<p><a class="button" href="/schools">${t('schools.add')}</a></p>` : nothing}
      ${whole
        ? html`<p class="lead">${consequence(whole, whole)}</p>
            ${edits ? nothing : html`<p class="hint">${icon('held')} ${t('school.readOnly')}</p>`}
            <nav class="on-page" aria-label=${t('school.onThisPage')}>
              ${['settings', 'bells', 'calendar', 'codes', 'readers'].map(
                (each) => html`<button class="link" @click=${() => this.to(each)}>${t(`section.${each}`)}</button> `,
              )}
            </nav>
            <school-settings id="settings" .schoolId=${this.schoolId} .whole=${whole} .edits=${edits}></school-settings>
            <school-bells id="bells" .schoolId=${this.schoolId} .whole=${whole} .edits=${edits}></school-bells>
            <school-calendar id="calendar" .schoolId=${this.schoolId} .whole=${whole} .edits=${edits}></school-calendar>
            <school-codes id="codes" .schoolId=${this.schoolId}></school-codes>
            <school-readers id="readers" .schoolId=${this.schoolId} .buildings=${whole.settings.buildings} .edits=${edits}></school-readers>`
        : this.message
          ? nothing
          : html`<p class="loading">${t('loading')}</p>`}
    </div>`;
  }

  private to(section: string): void {
    const heading = this.querySelector<HTMLElement>(`#${section} h2`);
    heading?.scrollIntoView();
    heading?.focus({ preventScroll: true });
  }
}

customElements.define('desk-school', DeskSchool);
