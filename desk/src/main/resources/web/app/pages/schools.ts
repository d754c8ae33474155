/** The schools, and a new one. */

import { html, nothing, type TemplateResult } from 'lit';
import { all, ask } from '../core/api';
import { DeskElement } from '../core/element';
import { t } from '../core/i18n';
import { go } from '../core/router';
import type { Settings } from '../core/school-day';
import { store } from '../core/store';
import { describedBy, errorsOf, invalid, saidOf, toFirstError, under, type Errors } from '../parts/forms';

class DeskSchools extends DeskElement {
  static override properties = {
    schools: { state: true },
    message: { state: true },
    adding: { state: true },
    errors: { state: true },
  };
  declare schools: (Settings & { schoolId: string })[] | null;
  declare message: string;
  declare adding: boolean;
  declare errors: Errors;

  constructor() {
    super();
    this.schools = null;
    this.message = '';
    this.adding = false;
    this.errors = {};
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.read();
  }

  private async read(): Promise<void> {
    try {
      this.schools = await all('/api/ingest/v1/schools', {});
    } catch (fault) {
      this.schools = [];
      this.message = saidOf(fault);
    }
  }

  override render(): TemplateResult {
    const admin = store.hasRole('admin');
    return html`<div class="page">
      <h1>${t('page.schools')}</h1>
      <p class="lead">${t('schools.what')}</p>
      ${this.message ? html`<p class="notice" role="status">${this.message}</p>` : nothing}
      ${this.adding ? this.form() : nothing}
      ${admin && !this.adding ? html`<p class="actions"><button class="button" @click=${this.begin}>${t('schools.add')}</button></p>` : nothing}
      ${this.schools === null ? html`<p class="loading">${t('loading')}</p>` : this.list(this.schools)}
    </div>`;
  }

  private list(schools: (Settings & { schoolId: string })[]): TemplateResult {
    if (schools.length === 0) {
      return html`<div class="empty"><p class="empty-title">${t('schools.none')}</p><p>${t('schools.noneYet')}</p></div>`;
    }
    return html`<ul class="results">
      ${schools.map(
        (each) => html`<li>
          <a href="/schools/${encodeURIComponent(each.schoolId)}">${each.name}</a>
          <span><bdi>${each.schoolId}</bdi> · ${t('strip.afterPeriod', { period: each.triggerPeriod })}</span>
        </li>`,
      )}
    </ul>`;
  }

  private readonly begin = (): void => {
    this.adding = true;
    this.errors = {};
    void this.updateComplete.then(() => this.querySelector<HTMLInputElement>('form input')?.focus());
  };

  private form(): TemplateResult {
    const field = (name: string, words: string, hint: string): TemplateResult => html`<label
        >${words}
        <input
          name=${name}
          required
          maxlength="200"
          autocomplete="off"
          aria-invalid=${invalid(this.errors, name)}
          aria-describedby=${describedBy(this.errors, name)}
      /></label>
      ${hint ? html`<p class="hint">${hint}</p>` : nothing}${under(this.errors, name)}`;
    return html`<form class="panel give" @submit=${this.send} aria-labelledby="add-title">
      <h2 id="add-title">${t('schools.add')}</h2>
      ${field('schoolId', t('schools.id'), t('schools.idHint'))} ${field('name', t('schools.name'), '')}
      <p class="actions">
        <button class="button">${t('schools.addNow')}</button>
        <button type="button" class="button quiet" @click=${() => (this.adding = false)}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  private readonly send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    const schoolId = String(data.get('schoolId')).trim();
    if (this.schools?.some((each) => each.schoolId === schoolId)) {
      go(`/schools/${encodeURIComponent(schoolId)}`);
      return;
    }
    try {
      await ask(`/api/ingest/v1/schools/${encodeURIComponent(schoolId)}`, {
        method: 'PUT',
        body: { name: String(data.get('name')).trim() },
      });
      void store.readSchools();
      go(`/schools/${encodeURIComponent(schoolId)}`);
    } catch (fault) {
      this.errors = errorsOf(fault);
      this.message = saidOf(fault);
      toFirstError(this);
    }
  };
}

customElements.define('desk-schools', DeskSchools);
