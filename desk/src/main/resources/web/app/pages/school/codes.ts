/** What attendance codes mean: the school's own, and the district's, which hold beside them. */

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { Problem, all, ask } from '../../core/api';
import { DeskElement } from '../../core/element';
import { coded, t } from '../../core/i18n';
import { store } from '../../core/store';
import { errorsOf, others, saidOf, type Errors } from '../../parts/forms';
import { icon } from '../../parts/icons';

export interface Code {
  code: string;
  category: string;
  reason?: string;
}

export const CATEGORIES = [
  'UNEXCUSED_ABSENCE',
  'EXCUSED_ABSENCE',
  'PRESENT',
  'TARDY',
  'IN_ATTENDANCE',
  'PARTIAL',
  'EARLY_DEPARTURE',
];
const REASONS = ['medical', 'trip', 'religious', 'suspension', 'family-reported', 'released', 'remote'];

class SchoolCodes extends DeskElement {
  static override properties = {
    schoolId: {},
    own: { state: true },
    district: { state: true },
    waiting: { state: true },
    adding: { state: true },
    category: { state: true },
    message: { state: true },
    errors: { state: true },
  };
  declare schoolId: string;
  declare own: Code[] | null;
  declare district: Code[];
  declare waiting: number;
  declare adding: Code | null;
  declare category: string;
  declare message: string;
  declare errors: Errors;

  constructor() {
    super();
    this.own = null;
    this.district = [];
    this.waiting = 0;
    this.adding = null;
    this.category = CATEGORIES[0];
    this.message = '';
    this.errors = {};
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('schoolId')) void this.read();
  }

  private get path(): string {
    return `/api/ingest/v1/schools/${encodeURIComponent(this.schoolId)}/attendance-codes`;
  }

  private async read(): Promise<void> {
    try {
      const [own, district, waiting] = await Promise.all([
        ask<{ codes: Code[] }>(this.path),
        ask<{ codes: Code[] }>('/api/ingest/v1/attendance-codes'),
        all<{ schoolId: string; kind: string; waiting: number }>('/api/ingest/v1/quarantine/summary', {}).catch(() => []),
      ]);
      this.own = own.body.codes;
      this.district = district.body.codes;
      this.waiting = waiting
        .filter((each) => each.schoolId === this.schoolId && each.kind === 'UNMAPPED_CODE')
        .reduce((sum, each) => sum + each.waiting, 0);
    } catch (fault) {
      this.message = saidOf(fault);
    }
  }

  private get edits(): boolean {
    return store.isAdminOf(this.schoolId) || store.hasRoleAt('attendance-lead', this.schoolId);
  }

  override render(): TemplateResult {
    const own = this.own ?? [];
    const shown = [
      ...own.map((code) => ({ code, isOwn: true })),
      ...this.district.filter((each) => !own.some((one) => one.code === each.code)).map((code) => ({ code, isOwn: false })),
    ].sort((a, b) => a.code.code.localeCompare(b.code.code));
    return html`<section class="panel" aria-labelledby="codes-title">
      <h2 id="codes-title" tabindex="-1">${t('section.codes')}</h2>
      ${this.message ? html`<p class="notice" role="status">${this.message}</p>` : nothing}
      ${this.waiting > 0
        ? html`<p class="banner weak">${icon('weak')} <span>${t('quarantine.waiting', { n: this.waiting })} · <a href="/quarantine">${t('quarantine.map')}</a></span></p>`
        : nothing}
      ${this.own === null ? (this.message ? nothing : html`<p class="loading">${t('loading')}</p>`) : this.table(shown)}
      ${this.adding ? this.form(this.adding) : nothing}
      ${this.own !== null && this.edits && !this.adding
        ? html`<p class="actions"><button class="button quiet" @click=${() => this.begin({ code: '', category: CATEGORIES[0] })}>${t('codes.add')}</button></p>`
        : nothing}
    </section>`;
  }

  private table(shown: { code: Code; isOwn: boolean }[]): TemplateResult {
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${t('section.codes')}>
      <table class="stack">
        <thead>
          <tr>
            <th scope="col">${t('quarantine.code')}</th>
            <th scope="col">${t('quarantine.category')}</th>
            <th scope="col">${t('codes.whose')}</th>
            <th scope="col"><span class="visually-hidden">${t('codes.change')}</span></th>
          </tr>
        </thead>
        <tbody>
          ${shown.map(
            ({ code, isOwn }) => html`<tr>
              <th scope="row" data-label=${t('quarantine.code')}><code>${code.code || t('quarantine.blank')}</code></th>
              <td data-label=${t('quarantine.category')}>${coded('category', code.category)}${code.reason ? html` · ${coded('reason', code.reason)}` : nothing}</td>
              <td data-label=${t('codes.whose')}>${t(isOwn ? 'codes.own' : 'codes.district')}</td>
              <td>
                ${this.edits
                  ? html`<button class="link" aria-label=${t('codes.changeOf', { code: code.code })} @click=${() => this.begin(code)}>${t('codes.change')}</button>
                      ${isOwn
                        ? html` <button class="link" aria-label=${t('codes.removeOf', { code: code.code })} @click=${() => this.change((codes) => codes.filter((each) => each.code !== code.code))}>
                            ${t('codes.remove')}
                          </button>`
                        : nothing}`
                  : nothing}
              </td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  private begin(code: Code): void {
    this.adding = code;
    this.category = code.category;
    this.errors = {};
    this.message = '';
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('form input, form select')?.focus());
  }

  private form(code: Code): TemplateResult {
    return html`<form class="decide" @submit=${this.send}>
      <label
        >${t('quarantine.code')}
        <input name="code" maxlength="32" autocomplete="off" dir="auto" ?readonly=${code.code !== ''} .value=${code.code}
      /></label>
      <label
        >${t('quarantine.category')}
        <select name="category" @change=${(event: Event) => (this.category = (event.target as HTMLSelectElement).value)}>
          ${CATEGORIES.map((each) => html`<option value=${each} ?selected=${each === code.category}>${coded('category', each)}</option>`)}
        </select></label
      >
      ${this.category === 'EXCUSED_ABSENCE'
        ? html`<label
            >${t('quarantine.reason')}
            <select name="reason">
              ${REASONS.map((each) => html`<option value=${each} ?selected=${each === code.reason}>${coded('reason', each)}</option>`)}
            </select></label
          >`
        : nothing}
      <p class="consequence">${t('codes.means')}</p>
      ${others(this.errors, [])}
      <p class="actions">
        <button class="button">${t('save')}</button>
        <button type="button" class="button quiet" @click=${() => (this.adding = null)}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  private readonly send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    const code: Code = { code: String(data.get('code')).trim(), category: String(data.get('category')) };
    if (data.get('reason')) code.reason = String(data.get('reason'));
    await this.change((codes) => [...codes.filter((each) => each.code !== code.code), code]);
  };

  /** Makes the change on what is there now: what others changed meanwhile stays. */
  private async change(make: (codes: Code[]) => Code[], again = true): Promise<void> {
    try {
      const known = await ask<{ codes: Code[] }>(this.path);
      await ask(this.path, {
        method: 'PUT',
        body: { codes: make(known.body.codes) },
        headers: known.etag ? { 'If-Match': known.etag } : {},
      });
      this.adding = null;
      this.message = t('school.saved');
      await this.read();
    } catch (fault) {
      if (again && fault instanceof Problem && fault.status === 412) return this.change(make, false);
      this.errors = errorsOf(fault);
      this.message = saidOf(fault);
    }
  }
}

customElements.define('school-codes', SchoolCodes);
