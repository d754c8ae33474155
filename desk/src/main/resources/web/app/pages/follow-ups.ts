/** What somebody still has to do after a call, whatever day it is: mine first, the first due first. */

import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { Problem, all, ask, get } from '../core/api';
import { colleagues } from '../core/colleagues';
import { coded, t } from '../core/i18n';
import { Looking } from '../core/looking';
import { refusal, type Sentence } from '../core/refusals';
import { schoolPage } from '../core/router';
import { fullName, grade, store } from '../core/store';
import { at, date, isoDay, moment, now, time } from '../core/time';
import type { FollowUp } from '../core/types';
import { empty } from '../parts/empty';
import { changed, isChanged } from '../parts/changed';
import { icon } from '../parts/icons';
import { words } from '../parts/words';

const LONGEST_TEXT = 2000;

class DeskFollowUps extends Looking {
  static override properties = {
    items: { state: true },
    everybodys: { state: true },
    ending: { state: true },
    handing: { state: true },
    staff: { state: true },
    wrong: { state: true },
    conflict: { state: true },
    message: { state: true },
  };
  declare items: FollowUp[] | null;
  declare everybodys: boolean;
  declare ending: string;
  /** Which one is handed on to somebody else. */
  declare handing: string;
  declare staff: string[];
  declare wrong: string;
  /** Which one somebody else has changed since it was looked at. */
  declare conflict: string;
  declare message: Sentence;
  /** What was asked for last: an answer that comes after another's question is of no use. */
  private asked = 0;

  constructor() {
    super();
    this.everybodys = false;
    this.staff = [];
    this.forget();
  }

  protected forget(): void {
    this.items = null;
    this.ending = '';
    this.handing = '';
    this.wrong = '';
    this.conflict = '';
    this.message = '';
  }

  protected async look(): Promise<void> {
    if (!this.isWritten) await this.read(true);
  }

  private get isWritten(): boolean {
    return this.ending !== '' || this.handing !== '';
  }

  /** In passing nothing moves below somebody who writes, and what is shown stays where nothing can be had. */
  private async read(inPassing = false): Promise<void> {
    const asked = ++this.asked;
    try {
      const items = await all<FollowUp>('/api/outreach/v1/follow-ups', {
        school: store.school,
        owner: this.everybodys ? undefined : 'me',
        limit: 200,
      });
      if (asked !== this.asked || (inPassing && this.isWritten)) return;
      if (this.items === null) this.message = '';
      this.items = items;
    } catch {
      if (!inPassing || this.items === null) this.message = t('trouble.notDone');
    }
  }

  override render(): TemplateResult {
    return html`<div class="page">
      <h1>${t('page.follow_ups')}</h1>
      <p class="lead">${t('followUps.what')} ${store.school ? html`<a href=${schoolPage(store.school, 'numbers')}>${t('page.numbers')}</a>` : nothing}</p>
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
      ${this.items?.length === 0 ? empty(t('followUps.none'), t('followUps.noneYet')) : nothing}
      ${this.items ? repeat(this.items, (each) => each.followUpId, (each) => this.item(each)) : nothing}
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
          : nothing}${each.promise?.what
          ? html` · ${t(each.promise.side === 'FAMILY' ? 'promise.family' : 'promise.school')} <span dir="auto">${each.promise.what}</span>`
          : nothing}
      </p>
      <p class=${late ? 'mark weak' : 'mark'}>
        ${icon('later')} ${t(late ? 'followUps.wasDue' : 'followUps.due', { moment: `${date(each.dueAt)}, ${time(each.dueAt)}` })} ·
        ${each.owner === store.subject ? t('followUps.yours') : each.owner}
      </p>
      ${this.ending === each.followUpId
        ? html`<form class="decide" @submit=${(event: SubmitEvent) => this.end(event, each)}>
            ${words('cameOfIt', t('followUps.cameOfIt'), LONGEST_TEXT)} ${this.isNow(each)}
            <p class="actions">
              <button class="button">${t('followUps.done')}</button>
              <button type="button" class="button quiet" @click=${() => (this.ending = '')}>${t('cancel')}</button>
            </p>
          </form>`
        : this.handing === each.followUpId
          ? this.handOn(each)
          : html`<p class="actions">
              <button class="button" @click=${() => this.begin(each)}>${t('followUps.done')}</button>
              ${each.owner === store.subject
                ? nothing
                : html`<button class="button quiet" @click=${() => this.takeOver(each)}>${t('followUps.takeOver')}</button>`}
              ${each.owner === store.subject || store.leads(each.schoolId)
                ? html`<button class="button quiet" @click=${() => this.beginToHandOn(each)}>${t('followUps.handOn')}</button>`
                : nothing}
            </p>`}
    </section>`;
  }

  /** What it is now, beside what was typed. */
  private isNow(each: FollowUp): TemplateResult | typeof nothing {
    if (this.conflict !== each.followUpId) return nothing;
    const state = each.state === 'OPEN' ? t('followUps.due', { moment: moment(each.dueAt) }) : t('followUps.over', { who: each.endedBy ?? '' });
    return changed(html`${each.owner} · ${state}${each.cameOfIt ? html` · <span dir="auto">${each.cameOfIt}</span>` : nothing}`);
  }

  private handOn(each: FollowUp): TemplateResult {
    const due = Date.parse(each.dueAt);
    return html`<form class="decide" @submit=${(event: SubmitEvent) => this.give(event, each)}>
      <label
        >${t('followUps.owner')}
        <input name="owner" list="colleagues" required maxlength="200" autocomplete="off" autocapitalize="off" dir="auto" aria-invalid=${this.wrong ? 'true' : nothing}
      /></label>
      <datalist id="colleagues">${this.staff.filter((who) => who !== each.owner).map((who) => html`<option value=${who}></option>`)}</datalist>
      ${this.wrong ? html`<p class="error" role="alert">${this.wrong}</p>` : nothing} ${this.isNow(each)}
      <div class="row">
        <label>${t('followUps.dueOn')} <input type="date" name="day" required min=${isoDay(now())} .value=${isoDay(Math.max(due, now()))} /></label>
        <label>${t('talk.at')} <input type="time" name="at" required .value=${time(due)} /></label>
      </div>
      <p class="actions">
        <button class="button">${t('followUps.handOn')}</button>
        <button type="button" class="button quiet" @click=${() => (this.handing = '')}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  private beginToHandOn(each: FollowUp): void {
    this.handing = each.followUpId;
    this.ending = '';
    this.wrong = '';
    this.conflict = '';
    void this.updateComplete.then(() => this.querySelector<HTMLInputElement>('form input')?.focus());
    void colleagues(each.schoolId)
      .then((staff) => (this.staff = staff))
      .catch(() => {});
  }

  private async give(event: SubmitEvent, each: FollowUp): Promise<void> {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    const owner = String(data.get('owner')).trim();
    this.wrong = '';
    if (await this.change(each, 'reassign', { owner, dueAt: at(String(data.get('day')), String(data.get('at'))) })) {
      this.handing = '';
      this.message = t('followUps.handedOn', { who: owner });
    }
  }

  private begin(each: FollowUp): void {
    this.handing = '';
    this.ending = each.followUpId;
    this.conflict = '';
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('form textarea')?.focus());
  }

  private async end(event: SubmitEvent, each: FollowUp): Promise<void> {
    event.preventDefault();
    const cameOfIt = String(new FormData(event.target as HTMLFormElement).get('cameOfIt'));
    if (await this.change(each, 'done', cameOfIt.trim() ? { cameOfIt } : {})) this.ending = '';
  }

  private async takeOver(each: FollowUp): Promise<void> {
    await this.change(each, 'reassign', { owner: store.subject });
  }

  /** Whether it was done. What was changed meanwhile is shown, and what was typed stays. */
  private async change(each: FollowUp, what: string, body: unknown): Promise<boolean> {
    this.message = '';
    this.conflict = '';
    try {
      await ask(`/api/outreach/v1/follow-ups/${encodeURIComponent(each.followUpId)}/${what}`, {
        method: 'POST',
        body,
        headers: { 'Idempotency-Key': crypto.randomUUID(), 'If-Match': `"${each.version}"` },
      });
      await this.read();
      void store.readDueFollowUps();
      return true;
    } catch (fault) {
      if (fault instanceof Problem && fault.violations.some(({ field }) => field === 'owner')) {
        this.wrong = t('keyIn.nobodyHere');
        return false;
      }
      if (isChanged(fault)) await this.otherwise(each);
      else {
        this.message = refusal(fault);
        if (!this.writes(each)) await this.read();
      }
      return false;
    }
  }

  private readonly writes = (each: FollowUp): boolean => [this.ending, this.handing].includes(each.followUpId);

  /** It is read again alone: the list, and the form in it, stay as they are. */
  private async otherwise(each: FollowUp): Promise<void> {
    try {
      const fresh = await get<FollowUp>(`/api/outreach/v1/follow-ups/${encodeURIComponent(each.followUpId)}`);
      this.items = (this.items ?? []).map((item) => (item.followUpId === fresh.followUpId ? fresh : item));
      this.conflict = fresh.followUpId;
      if (!this.writes(each)) this.message = t('trouble.changedMeanwhile');
    } catch {
      this.message = t('trouble.changedMeanwhile');
    }
  }
}

customElements.define('desk-follow-ups', DeskFollowUps);
