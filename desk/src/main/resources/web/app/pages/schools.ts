/** The schools, and a new one. */

import { html, nothing, type TemplateResult } from 'lit';
import { Problem, all, ask } from '../core/api';
import { DeskElement } from '../core/element';
import { t } from '../core/i18n';
import type { Sentence } from '../core/refusals';
import { go } from '../core/router';
import type { Settings } from '../core/school-day';
import { store } from '../core/store';
import { empty } from '../parts/empty';
import { describedBy, errorsOf, hint, invalid, others, saidOf, toFirstError, under, type Errors } from '../parts/forms';
import './setup/next';

type School = Settings & { schoolId: string };

/** What a school that is not there yet has for a version: whoever was faster is not overwritten. */
const NOT_THERE = '"0"';

class DeskSchools extends DeskElement {
  static override properties = {
    schools: { state: true },
    message: { state: true },
    adding: { state: true },
    errors: { state: true },
    sending: { state: true },
  };
  declare schools: School[] | null;
  declare message: Sentence;
  declare adding: boolean;
  declare errors: Errors;
  declare sending: boolean;

  constructor() {
    super();
    this.schools = null;
    this.message = '';
    this.adding = false;
    this.errors = {};
    this.sending = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.read();
  }

  private readonly read = async (): Promise<void> => {
    this.message = '';
    try {
      this.schools = await all('/api/ingest/v1/schools', {});
    } catch (fault) {
      this.message = saidOf(fault);
    }
  };

  override render(): TemplateResult {
    return html`<div class="page">
      <setup-next></setup-next>
      <h1>${t('page.schools')}</h1>
      <p class="lead">${t('schools.what')}</p>
      <div role="status">${this.message ? html`<p class="notice">${this.message}</p>` : nothing}</div>
      ${this.adding ? this.form() : store.hasRole('admin') ? html`<p class="actions"><button class="button" @click=${this.begin}>${t('schools.add')}</button></p>` : nothing}
      ${this.schools ? this.list(this.schools) : this.message ? this.again() : html`<p class="loading">${t('loading')}</p>`}
    </div>`;
  }

  private again(): TemplateResult {
    return html`<p class="actions"><button class="button quiet" @click=${this.read}>${t('trouble.again')}</button></p>`;
  }

  private list(schools: School[]): TemplateResult {
    if (schools.length === 0) return empty(t('schools.none'), t('schools.noneYet'));
    return html`<ul class="results">
      ${schools.map(
        (each) => html`<li>
          <a href="/schools/${encodeURIComponent(each.schoolId)}"><bdi>${each.name}</bdi></a>
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
    const field = (name: string, label: string, words: string, dir: string): TemplateResult =>
      html`<label
          >${label}
          <input
            name=${name}
            required
            maxlength="200"
            autocomplete="off"
            spellcheck="false"
            dir=${dir}
            aria-invalid=${invalid(this.errors, name)}
            aria-describedby=${describedBy(this.errors, name, words)}
        /></label>
        ${hint(name, words)} ${under(this.errors, name)}`;
    return html`<form class="panel give" @submit=${this.send} aria-labelledby="add-title">
      <h2 id="add-title">${t('schools.add')}</h2>
      ${field('schoolId', t('schools.id'), t('schools.idHint'), 'ltr')} ${field('name', t('schools.name'), '', 'auto')}
      ${others(this.errors, ['schoolId', 'name'])}
      <p class="actions">
        <button class="button" ?disabled=${this.sending}>${t('schools.addNow')}</button>
        <button type="button" class="button quiet" @click=${() => (this.adding = false)}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  private readonly send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (this.sending) return;
    const data = new FormData(event.target as HTMLFormElement);
    const schoolId = String(data.get('schoolId')).trim();
    this.sending = true;
    this.errors = {};
    this.message = '';
    try {
      await ask(`/api/ingest/v1/schools/${encodeURIComponent(schoolId)}`, {
        method: 'PUT',
        body: { name: String(data.get('name')).trim() },
        headers: { 'If-Match': NOT_THERE },
      });
      void store.readSchools();
      go(`/schools/${encodeURIComponent(schoolId)}`);
    } catch (fault) {
      this.errors = errorsOf(fault);
      this.message = fault instanceof Problem && fault.status === 412 ? t('schools.there', { school: schoolId }) : saidOf(fault);
      toFirstError(this);
    } finally {
      this.sending = false;
    }
  };
}

customElements.define('desk-schools', DeskSchools);
