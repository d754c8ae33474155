/** Where a child's safety is in question, until somebody says who found the child safe. */

import { html, nothing, type TemplateResult } from 'lit';
import { get } from '../core/api';
import { coded, t } from '../core/i18n';
import { Looking } from '../core/looking';
import { fullName, grade, store } from '../core/store';
import { ago, time } from '../core/time';
import type { Escalation } from '../core/types';
import { change } from './changes';
import { icon } from './icons';

const UNFINISHED = ['OPEN', 'ACKNOWLEDGED'];

class DeskEscalations extends Looking {
  static override properties = { only: {}, open: { state: true }, finding: { state: true }, message: { state: true } };
  /** With whom they are; of everybody where it is empty. */
  declare only: string;
  declare open: Escalation[];
  declare finding: string;
  declare message: string;

  constructor() {
    super();
    this.only = '';
    this.open = [];
    this.finding = '';
    this.message = '';
  }

  protected forget(): void {
    this.open = [];
    this.finding = '';
    this.message = '';
  }

  protected async look(): Promise<void> {
    const { school, day } = store;
    const found = await get<{ items: Escalation[] }>('/api/outreach/v1/escalations', { school, day }).catch(() => null);
    if (!found || school !== store.school || day !== store.day) return;
    this.open = found.items.filter((each) => UNFINISHED.includes(each.state) && (!this.only || each.isWith === this.only));
  }

  override render(): TemplateResult | typeof nothing {
    if (this.open.length === 0 && !this.message) return nothing;
    return html`<section aria-labelledby="escalations-title">
      <h2 id="escalations-title" class="mark safety">${icon('safety')} ${t('morning.escalations')}</h2>
      ${this.message ? html`<p class="notice" role="status">${this.message}</p>` : nothing}
      ${this.open.map((each) => this.escalation(each))}
    </section>`;
  }

  private escalation(each: Escalation): TemplateResult {
    return html`<section class="panel safety-panel">
      <h3>
        <a href="/students/${each.studentId}">${fullName(each.student) || each.studentId}</a>
        ${grade(each.student) ? html`<small>${t('grade.short', { grade: grade(each.student) })}</small>` : nothing}
      </h3>
      <p><strong>${each.reasons.map((reason) => coded('escalation', reason)).join(' · ')}</strong></p>
      <p>
        ${t('morning.raised', { who: each.openedBy ?? '', time: time(each.openedAt), ago: ago(each.openedAt) })}
        ${each.acknowledgedBy
          ? t('morning.inHand', { who: each.acknowledgedBy, time: each.acknowledgedAt ? time(each.acknowledgedAt) : '' })
          : each.goesToPrincipalAt
            ? t('morning.toPrincipal', { time: time(each.goesToPrincipalAt) })
            : t('morning.withPrincipal')}
      </p>
      ${each.arrivedAt
        ? html`<p class="mark arrived">${icon('arrived')} ${t('morning.badgeSeen', { time: time(each.arrivedAt) })}</p>`
        : nothing}
      ${this.finding === each.escalationId ? this.whoFound(each) : this.actions(each)}
    </section>`;
  }

  private actions(each: Escalation): TemplateResult {
    return html`<p class="actions">
      ${store.leads(each.schoolId) && each.state === 'OPEN'
        ? html`<button class="button" @click=${() => this.change(each, 'acknowledge')}>${t('morning.acknowledge')}</button>`
        : nothing}
      <button class="button quiet" @click=${() => this.begin(each)}>${t('morning.foundSafe')}</button>
    </p>`;
  }

  private whoFound(each: Escalation): TemplateResult {
    return html`<form class="decide" @submit=${(event: SubmitEvent) => this.found(event, each)}>
      <label>${t('morning.foundNote')} <input name="note" maxlength="2000" autocomplete="off" dir="auto" /></label>
      <p class="actions">
        <button class="button">${t('morning.foundSafe')}</button>
        <button type="button" class="button quiet" @click=${() => (this.finding = '')}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  private begin(each: Escalation): void {
    this.finding = each.escalationId;
    void this.updateComplete.then(() => this.querySelector<HTMLInputElement>('form input')?.focus());
  }

  private async found(event: SubmitEvent, each: Escalation): Promise<void> {
    event.preventDefault();
    const note = String(new FormData(event.target as HTMLFormElement).get('note')).trim();
    await this.change(each, 'found-safe', note ? { note } : {});
    this.finding = '';
  }

  private async change(each: Escalation, what: string, body: unknown = undefined): Promise<void> {
    this.message = await change(`escalations/${each.escalationId}/${what}`, each.version, body);
    await this.look();
  }
}

customElements.define('desk-escalations', DeskEscalations);
