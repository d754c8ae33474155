/** What came and could not be used: mostly a code of which nobody has said what it means. Here somebody says it. */

import { html, nothing, type TemplateResult } from 'lit';
import { Problem, all, ask } from '../core/api';
import { CATEGORIES, REASONS, codesOf, type Code } from '../core/codes';
import { DeskElement } from '../core/element';
import { coded, t } from '../core/i18n';
import { refusal, type Sentence } from '../core/refusals';
import { store } from '../core/store';
import { ago, moment } from '../core/time';
import { choice, type Option } from '../parts/choice';
import { empty } from '../parts/empty';
import { icon } from '../parts/icons';
import './setup/next';

interface Group {
  kind: 'UNMAPPED_CODE' | 'UNKNOWN_SCHOOL';
  schoolId: string;
  code?: string;
  waiting: number;
  oldest: string;
}

class DeskQuarantine extends DeskElement {
  static override properties = {
    groups: { state: true },
    message: { state: true },
    mapping: { state: true },
    category: { state: true },
  };
  declare groups: Group[] | null;
  declare message: Sentence;
  declare mapping: Group | null;
  declare category: string;

  constructor() {
    super();
    this.groups = null;
    this.message = '';
    this.mapping = null;
    this.category = CATEGORIES[0];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.read();
  }

  private async read(): Promise<void> {
    try {
      this.groups = await all<Group>('/api/ingest/v1/quarantine/summary', {});
    } catch (fault) {
      this.message = fault instanceof Problem && fault.status === 403 ? t('trouble.notAllowed') : t('trouble.notDone');
    }
  }

  override render(): TemplateResult {
    return html`<div class="page">
      <setup-next></setup-next>
      <h1>${t('page.quarantine')}</h1>
      <p class="lead">${t('quarantine.what')}</p>
      ${this.message ? html`<p class="notice" role="status">${this.message}</p>` : nothing}
      ${this.groups === null && !this.message ? html`<p class="loading">${t('loading')}</p>` : nothing}
      ${this.groups?.length === 0
        ? empty(t('quarantine.none'), t('quarantine.noneYet'))
        : this.groups?.map((group) => this.group(group))}
    </div>`;
  }

  private group(group: Group): TemplateResult {
    const school = store.schools.find((each) => each.schoolId === group.schoolId)?.name ?? group.schoolId;
    const open = this.mapping?.schoolId === group.schoolId && this.mapping?.code === group.code;
    return html`<section class="panel">
      <h2 class="mark-title weak">
        ${icon('held')}
        ${group.kind === 'UNMAPPED_CODE'
          ? html`${t('quarantine.code')} <code>${group.code || t('quarantine.blank')}</code>`
          : t('quarantine.unknownSchool')}
      </h2>
      <p>
        ${school} · ${t('quarantine.waiting', { n: group.waiting })} ·
        ${t('quarantine.oldest', { moment: moment(group.oldest), ago: ago(group.oldest) })}
      </p>
      ${group.kind === 'UNMAPPED_CODE' && !open
        ? html`<p class="actions"><button class="button" @click=${() => this.begin(group)}>${t('quarantine.map')}</button></p>`
        : nothing}
      ${group.kind === 'UNKNOWN_SCHOOL' ? this.unknownSchool(group) : nothing} ${open ? this.form(group) : nothing}
    </section>`;
  }

  private unknownSchool(group: Group): TemplateResult {
    return html`<p>${t('quarantine.unknownSchoolMeans', { school: group.schoolId })}</p>
      ${store.isAdminOf(group.schoolId) ? html`<p class="actions"><a class="button" href="/schools">${t('imports.setUpSchool')}</a></p>` : nothing}`;
  }

  private begin(group: Group): void {
    this.mapping = group;
    this.category = CATEGORIES[0];
    void this.updateComplete.then(() => this.querySelector<HTMLSelectElement>('form select')?.focus());
  }

  private form(group: Group): TemplateResult {
    return html`<form class="decide" @submit=${(event: SubmitEvent) => this.send(event, group)}>
      <p>${t('quarantine.mapMeans')}</p>
      <label
        >${t('quarantine.category')}
        ${choice(CATEGORIES.map((each): Option => [each, coded('category', each)]), this.category, (category) => (this.category = category))}</label
      >
      ${this.category === 'EXCUSED_ABSENCE'
        ? html`<label
            >${t('quarantine.reason')}
            <select name="reason">
              ${REASONS.map((each) => html`<option value=${each}>${coded('reason', each)}</option>`)}
            </select></label
          >`
        : nothing}
      <p class="actions">
        <button class="button">${t('save')}</button>
        <button type="button" class="button quiet" @click=${() => (this.mapping = null)}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  /** Adds the code to the school's own; what others changed meanwhile is not lost. */
  private async send(event: SubmitEvent, group: Group): Promise<void> {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    const code: Code = { code: group.code ?? '', category: this.category };
    if (data.get('reason')) code.reason = String(data.get('reason'));
    const path = codesOf(group.schoolId);
    try {
      const known = await ask<{ codes: Code[] }>(path);
      const codes = [...known.body.codes.filter((each) => each.code !== code.code), code];
      await ask(path, { method: 'PUT', body: { codes }, headers: known.etag ? { 'If-Match': known.etag } : {} });
      this.mapping = null;
      this.message = t('quarantine.mapped', { n: group.waiting });
      this.dispatchEvent(new Event('set-up-changed', { bubbles: true }));
      await this.read();
    } catch (fault) {
      this.message = fault instanceof Problem && fault.status === 412 ? t('trouble.changedMeanwhile') : refusal(fault);
    }
  }
}

customElements.define('desk-quarantine', DeskQuarantine);
