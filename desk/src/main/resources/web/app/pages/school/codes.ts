/** What attendance codes mean: the school's own, and the district's, which hold beside them. */

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { Problem, all, ask } from '../../core/api';
import { CATEGORIES, codesOf, readCodes, type Code } from '../../core/codes';
import { DeskElement } from '../../core/element';
import { coded, t } from '../../core/i18n';
import type { Sentence } from '../../core/refusals';
import { store } from '../../core/store';
import { empty } from '../../parts/empty';
import { errorsOf, saidOf, type Errors } from '../../parts/forms';
import { icon } from '../../parts/icons';
import { codeForm, codeOf, type Form } from './code-form';

class SchoolCodes extends DeskElement {
  static override properties = {
    schoolId: {},
    own: { state: true },
    district: { state: true },
    waiting: { state: true },
    form: { state: true },
    removing: { state: true },
    message: { state: true },
    errors: { state: true },
  };
  declare schoolId: string;
  declare own: Code[] | null;
  declare district: Code[];
  declare waiting: number;
  declare form: Form | null;
  /** The code of which it is asked whether it shall go. */
  declare removing: string | null;
  declare message: Sentence;
  declare errors: Errors;
  private sending = false;

  constructor() {
    super();
    this.own = null;
    this.district = [];
    this.waiting = 0;
    this.form = null;
    this.removing = null;
    this.message = '';
    this.errors = {};
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('schoolId')) return;
    this.own = null;
    this.leave();
    void this.read();
  }

  private async read(): Promise<void> {
    const { schoolId } = this;
    try {
      const [codes, waiting] = await Promise.all([
        readCodes(schoolId),
        all<{ schoolId: string; kind: string; waiting: number }>('/api/ingest/v1/quarantine/summary', {}).catch(() => []),
      ]);
      if (schoolId !== this.schoolId) return;
      this.own = codes.own;
      this.district = codes.district;
      this.waiting = waiting
        .filter((each) => each.schoolId === schoolId && each.kind === 'UNMAPPED_CODE')
        .reduce((sum, each) => sum + each.waiting, 0);
    } catch (fault) {
      this.message = saidOf(fault);
    }
  }

  private get edits(): boolean {
    return store.isAdminOf(this.schoolId) || store.hasRoleAt('attendance-lead', this.schoolId);
  }

  override render(): TemplateResult {
    return html`<section class="panel" aria-labelledby="codes-title">
      <h2 id="codes-title" tabindex="-1">${t('section.codes')}</h2>
      <div role="status">${this.message ? html`<p class="notice">${this.message}</p>` : nothing}</div>
      ${this.waiting > 0
        ? html`<p class="banner weak">${icon('weak')} <span>${t('quarantine.waiting', { n: this.waiting })} · <a href="/quarantine">${t('quarantine.map')}</a></span></p>`
        : nothing}
      ${this.own === null ? (this.message ? nothing : html`<p class="loading">${t('loading')}</p>`) : this.shown(this.own)}
      ${this.form
        ? codeForm(this.form, this.errors, { change: (code) => (this.form = { ...(this.form as Form), code }), send: this.send, leave: this.leave })
        : nothing}
      ${this.own !== null && this.edits && !this.form
        ? html`<p class="actions">
            <button class="button quiet" @click=${() => this.begin({ code: { code: '', category: CATEGORIES[0] }, isNew: true })}>${t('codes.add')}</button>
          </p>`
        : nothing}
    </section>`;
  }

  private shown(own: Code[]): TemplateResult {
    const all = [...own.map((code) => ({ code, isOwn: true })), ...this.district.map((code) => ({ code, isOwn: false }))].sort((a, b) =>
      a.code.code.localeCompare(b.code.code),
    );
    if (all.length === 0) {
      return empty(t('codes.none'), t('codes.noneYet'));
    }
    return html`<div class="scroll" tabindex="0" role="group" aria-labelledby="codes-title">
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
          ${all.map(({ code, isOwn }) => this.row(code, isOwn))}
        </tbody>
      </table>
    </div>`;
  }

  private row(code: Code, isOwn: boolean): TemplateResult {
    const shown = code.code || t('quarantine.blank');
    return html`<tr>
        <th scope="row" data-label=${t('quarantine.code')}><code>${shown}</code></th>
        <td data-label=${t('quarantine.category')}>${coded('category', code.category)}${code.reason ? html` · ${coded('reason', code.reason)}` : nothing}</td>
        <td data-label=${t('codes.whose')}>${t(isOwn ? 'codes.own' : 'codes.district')}</td>
        <td>
          ${this.edits
            ? html`<button class="link" aria-label=${t('codes.changeOf', { code: shown })} @click=${() => this.begin({ code, isNew: false })}>${t('codes.change')}</button>`
            : nothing}
          ${this.edits && isOwn
            ? html`<button class="link" aria-label=${t('codes.removeOf', { code: shown })} @click=${() => (this.removing = code.code)}>${t('codes.remove')}</button>`
            : nothing}
        </td>
      </tr>
      ${isOwn && this.removing === code.code ? this.confirm(code, shown) : nothing}`;
  }

  private confirm(code: Code, shown: string): TemplateResult {
    return html`<tr>
      <td colspan="4">
        <div class="decide">
          <p>${t('codes.removeMeans', { code: shown })}</p>
          <p class="actions">
            <button class="button" @click=${() => this.change((codes) => codes.filter((each) => each.code !== code.code))}>${t('codes.removeOf', { code: shown })}</button>
            <button class="button quiet" @click=${this.leave}>${t('cancel')}</button>
          </p>
        </div>
      </td>
    </tr>`;
  }

  private begin(form: Form): void {
    this.leave();
    this.form = form;
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('form input, form select')?.focus());
  }

  private readonly leave = (): void => {
    this.form = null;
    this.removing = null;
    this.errors = {};
    this.message = '';
  };

  private readonly send = (): void => {
    if (!this.form) return;
    const code = codeOf(this.form);
    void this.change((codes) => [...codes.filter((each) => each.code !== code.code), code]);
  };

  /** Makes the change on what is there now: what others changed meanwhile stays. */
  private async change(make: (codes: Code[]) => Code[], again = true): Promise<void> {
    if (this.sending) return;
    this.sending = true;
    try {
      const known = await ask<{ codes: Code[] }>(codesOf(this.schoolId));
      await ask(codesOf(this.schoolId), {
        method: 'PUT',
        body: { codes: make(known.body.codes) },
        headers: known.etag ? { 'If-Match': known.etag } : {},
      });
      this.leave();
      this.message = t('school.saved');
      await this.read();
      this.querySelector<HTMLElement>('#codes-title')?.focus();
    } catch (fault) {
      if (again && fault instanceof Problem && fault.status === 412) {
        this.sending = false;
        return this.change(make, false);
      }
      this.errors = errorsOf(fault);
      this.message = saidOf(fault);
    } finally {
      this.sending = false;
    }
  }
}

customElements.define('school-codes', SchoolCodes);
