/** What somebody still has to do after a call, whatever day it is: mine first, the first due first. */

import { html, nothing, type TemplateResult } from 'lit';
import { Problem, all, ask } from '../core/api';
import { DeskElement } from '../core/element';
import { coded, t } from '../core/i18n';
import { fullName, grade, store } from '../core/store';
import { date, now, time } from '../core/time';
import type { FollowUp } from '../core/types';
import { icon } from '../parts/icons';

class DeskFollowUps extends DeskElement {
  static override properties = {
    items: { state: true },
    everybodys: { state: true },
    ending: { state: true },
    message: { state: true },
  };
  declare items: FollowUp[] | null;
  declare everybodys: boolean;
  declare ending: string;
  declare message: string;
  private school = '';

  constructor() {
    super();
    this.items = null;
    this.everybodys = false;
    this.ending = '';
    this.message = '';
  }

  protected override willUpdate(): void {
    if (store.school && store.school !== this.school) {
      this.school = store.school;
      void this.read();
    }
  }

  private async read(): Promise<void> {
    try {
      this.items = await all<FollowUp>('/api/outreach/v1/follow-ups', {
        school: this.school,
        owner: this.everybodys ? undefined : 'me',
        limit: 200,
      });
    } catch {
      this.message = t('trouble.notDone');
    }
  }

  override render(): TemplateResult {
    return html`<div class="page">
      <h1>${t('page.follow_ups')}</h1>
      <p class="lead">${t('followUps.what')}</p>
      <div class="saying" role="group" aria-label=${t('followUps.whose')}>
        ${[false, true].map(
          (each) =>
            html`<button
              class="chip ${this.everybodys === each ? 'chosen' : ''}"
              aria-pressed=${this.everybodys === each}
              @click=${() => this.show(each)}
            >
              ${t(each ? 'followUps.everybodys' : 'followUps.mine')}
            </button>`,
        )}
      </div>
      ${this.message ? html`<p class="notice" role="status">${this.message}</p>` : nothing}
      ${this.items === null && !this.message ? html`<p class="loading">${t('loading')}</p>` : nothing}
      ${this.items?.length === 0 ? html`<div class="empty"><p class="empty-title">${t('followUps.none')}</p></div>` : nothing}
      ${this.items?.map((each) => this.item(each))}
    </div>`;
  }

  private show(everybodys: boolean): void {
    this.everybodys = everybodys;
    void this.read();
  }

  private item(each: FollowUp): TemplateResult {
    const late = Date.parse(each.dueAt) < now();
    return html`<section class="panel">
      <h2>
        <a href="/students/${each.studentId}">${fullName(each.student) || each.studentId}</a>
        ${grade(each.student) ? html`<small>${t('grade.short', { grade: grade(each.student) })}</small>` : nothing}
      </h2>
      <p>
        <strong>${coded('followup', each.kind)}</strong>${each.referTo ? html` · ${coded('refer', each.referTo)}` : nothing}${each.what
          ? html` · <span dir="auto">${each.what}</span>`
          : nothing}
      </p>
      <p class=${late ? 'mark weak' : 'mark'}>
        ${icon('later')} ${t(late ? 'followUps.wasDue' : 'followUps.due', { moment: `${date(each.dueAt)}, ${time(each.dueAt)}` })} ·
        ${each.owner === store.subject ? t('followUps.yours') : each.owner}
      </p>
      ${this.ending === each.followUpId
        ? html`<form class="decide" @submit=${(event: SubmitEvent) => this.end(event, each)}>
            <label>${t('followUps.cameOfIt')} <input name="cameOfIt" maxlength="2000" autocomplete="off" dir="auto" /></label>
            <p class="actions">
              <button class="button">${t('followUps.done')}</button>
              <button type="button" class="button quiet" @click=${() => (this.ending = '')}>${t('cancel')}</button>
            </p>
          </form>`
        : html`<p class="actions">
            <button class="button" @click=${() => this.begin(each)}>${t('followUps.done')}</button>
            ${each.owner === store.subject
              ? nothing
              : html`<button class="button quiet" @click=${() => this.takeOver(each)}>${t('followUps.takeOver')}</button>`}
          </p>`}
    </section>`;
  }

  private begin(each: FollowUp): void {
    this.ending = each.followUpId;
    void this.updateComplete.then(() => this.querySelector<HTMLInputElement>('form input')?.focus());
  }

  private async end(event: SubmitEvent, each: FollowUp): Promise<void> {
    event.preventDefault();
    const came = String(new FormData(event.target as HTMLFormElement).get('cameOfIt')).trim();
    await this.change(each, 'done', came ? { cameOfIt: came } : {});
    this.ending = '';
  }

  private takeOver(each: FollowUp): Promise<void> {
    return this.change(each, 'reassign', { owner: store.subject });
  }

  private async change(each: FollowUp, what: string, body: unknown): Promise<void> {
    this.message = '';
    try {
      await ask(`/api/outreach/v1/follow-ups/${encodeURIComponent(each.followUpId)}/${what}`, {
        method: 'POST',
        body,
        headers: { 'Idempotency-Key': crypto.randomUUID(), 'If-Match': `"${each.version}"` },
      });
    } catch (fault) {
      this.message = fault instanceof Problem ? (fault.status === 412 ? t('trouble.changedMeanwhile') : fault.detail) : t('trouble.notDone');
    }
    await this.read();
  }
}

customElements.define('desk-follow-ups', DeskFollowUps);
