/** Where a child's safety is in question, until somebody says who found the child safe. */

import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { get } from '../core/api';
import { coded, t } from '../core/i18n';
import { Looking } from '../core/looking';
import type { Sentence } from '../core/refusals';
import { fullName, grade, store } from '../core/store';
import { ago, time } from '../core/time';
import type { Escalation } from '../core/types';
import { changed } from './changed';
import { change } from './changes';
import { icon } from './icons';
import { words } from './words';

const LONGEST_TEXT = 2000;
const UNFINISHED = ['OPEN', 'ACKNOWLEDGED'];

class DeskEscalations extends Looking {
  static override properties = { only: {}, open: { state: true }, finding: { state: true }, conflict: { state: true }, message: { state: true } };
  /** With whom they are; of everybody where it is empty. */
  declare only: string;
  declare open: Escalation[];
  declare finding: string;
  /** Somebody else has changed what is being written about. */
  declare conflict: boolean;
  declare message: Sentence;

  constructor() {
    super();
    this.only = '';
    this.open = [];
    this.finding = '';
    this.conflict = false;
    this.message = '';
  }

  protected forget(): void {
    this.open = [];
    this.finding = '';
    this.conflict = false;
    this.message = '';
  }

  protected async look(): Promise<void> {
    const { school, day } = store;
    const found = await get<{ items: Escalation[] }>('/api/outreach/v1/escalations', { school, day }).catch(() => null);
    if (!found || school !== store.school || day !== store.day) return;
    const open = found.items.filter((each) => UNFINISHED.includes(each.state) && (!this.only || each.isWith === this.only));
    this.open = await this.withFinding(open);
  }

  /** What somebody writes about stays, also where it is over by now. */
  private async withFinding(open: Escalation[]): Promise<Escalation[]> {
    if (!this.finding || open.some((each) => each.escalationId === this.finding)) return open;
    const before = this.open.find((each) => each.escalationId === this.finding);
    const one = await get<Escalation>(`/api/outreach/v1/escalations/${encodeURIComponent(this.finding)}`).catch(() => before);
    return one ? [...open, one] : open;
  }

  override render(): TemplateResult | typeof nothing {
    if (this.open.length === 0 && !this.message) return nothing;
    return html`<section aria-labelledby="escalations-title">
      <h2 id="escalations-title" class="mark safety">${icon('safety')} ${t('morning.escalations')}</h2>
      ${this.message ? html`<p class="notice" role="status">${this.message}</p>` : nothing}
      ${repeat(this.open, (each) => each.escalationId, (each) => this.escalation(each))}
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
      ${words('note', t('morning.foundNote'), LONGEST_TEXT)} ${this.conflict ? changed(this.isNow(each)) : nothing}
      <p class="actions">
        <button class="button">${t('morning.foundSafe')}</button>
        <button type="button" class="button quiet" @click=${() => (this.finding = '')}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  private isNow(each: Escalation): TemplateResult {
    const who = each.foundBy
      ? t('morning.isFound', { who: each.foundBy, time: each.foundAt ? time(each.foundAt) : '' })
      : each.acknowledgedBy
        ? t('morning.inHand', { who: each.acknowledgedBy, time: each.acknowledgedAt ? time(each.acknowledgedAt) : '' })
        : each.reasons.map((reason) => coded('escalation', reason)).join(' · ');
    return html`${who}${each.note ? html` “<span dir="auto">${each.note}</span>”` : nothing}`;
  }

  private begin(each: Escalation): void {
    this.finding = each.escalationId;
    this.conflict = false;
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('form textarea')?.focus());
  }

  /** Where it was not done, what was typed stays. */
  private async found(event: SubmitEvent, each: Escalation): Promise<void> {
    event.preventDefault();
    const note = String(new FormData(event.target as HTMLFormElement).get('note'));
    const refused = await change(`escalations/${each.escalationId}/found-safe`, each.version, note.trim() ? { note } : {});
    this.conflict = refused === t('trouble.changedMeanwhile');
    this.message = this.conflict ? '' : refused;
    if (!refused) this.finding = '';
    await this.look();
  }

  private async change(each: Escalation, what: string): Promise<void> {
    this.message = await change(`escalations/${each.escalationId}/${what}`, each.version);
    await this.look();
  }
}

customElements.define('desk-escalations', DeskEscalations);
