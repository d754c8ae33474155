/** Evidence too weak to call: what is missing, since when, and who decides. */

import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { post } from '../core/api';
import { DeskElement } from '../core/element';
import { because, missing } from '../core/evidence';
import { coded, t } from '../core/i18n';
import { refusal, type Sentence } from '../core/refusals';
import { fullName, store } from '../core/store';
import { ago, time } from '../core/time';
import type { Hold } from '../core/types';
import { changed, isChanged } from '../parts/changed';
import { empty } from '../parts/empty';
import { icon } from '../parts/icons';
import { words } from '../parts/words';

const LONGEST_WHY = 500;

class DeskHeld extends DeskElement {
  static override properties = {
    deciding: { state: true },
    message: { state: true },
    sending: { state: true },
    conflict: { state: true },
  };
  declare deciding: { reason: string; decision: 'release' | 'keep' } | null;
  declare message: Sentence;
  declare sending: boolean;
  /** Somebody has decided since this lead looked. */
  declare conflict: boolean;
  private seen = 0;
  /** What is decided on, as it was. */
  private begun: Hold | null = null;
  private where = '';

  constructor() {
    super();
    this.deciding = null;
    this.message = '';
    this.sending = false;
    this.conflict = false;
  }

  /** What was begun at one school decides nothing of another. */
  protected override willUpdate(): void {
    const where = `${store.school} ${store.day}`;
    if (where === this.where) return;
    this.where = where;
    this.deciding = null;
    this.begun = null;
    this.conflict = false;
    this.message = '';
  }

  override render(): TemplateResult {
    const holds = this.shown();
    return html`<div class="page">
      <h1>${t('page.held')}</h1>
      <p class="lead">${t('held.what')}</p>
      ${this.message ? html`<p class="notice" role="status">${this.message}</p>` : nothing}
      ${holds.length === 0
        ? store.loaded ? empty(t('held.none'), t('held.noneYet')) : html`<p class="loading">${t('loading')}</p>`
        : repeat(holds, (hold) => hold.reason, (hold) => this.hold(hold))}
    </div>`;
  }

  /** While somebody writes why, the hold stays, also where nobody is held any more. */
  private shown(): Hold[] {
    const holds = store.holds.filter((hold) => hold.students > 0 || hold.decision);
    const gone = this.deciding && this.begun && !holds.some((hold) => hold.reason === this.deciding?.reason);
    return gone && this.begun ? [...holds, { ...this.begun, students: 0, missing: [] }] : holds;
  }

  private hold(hold: Hold): TemplateResult {
    const students = store.heldStudents.filter((each) => each.reason === hold.reason);
    return html`<section class="panel" aria-labelledby="hold-${hold.reason}">
      <h2 id="hold-${hold.reason}" class="mark-title weak">
        ${icon('held')} ${coded('hold', hold.reason)} <b>${t('students', { n: hold.students })}</b>
      </h2>
      <p>
        ${hold.since ? html`${t('held.since', { time: time(hold.since), ago: ago(hold.since) })} ` : nothing}
        ${hold.with ? t('held.with', { who: coded('with', hold.with) }) : nothing}
      </p>
      ${hold.missing.length > 0
        ? html`<ul class="plain">
            ${hold.missing.map(
              (each) =>
                html`<li>
                  <strong dir="auto">${missing(each)}</strong>${each.teacher ? html` · ${each.teacher}` : nothing} ·
                  ${t('students', { n: each.students })}
                </li>`,
            )}
          </ul>`
        : nothing}
      ${hold.decision
        ? html`<p class="mark">${this.decided(hold)}</p>`
        : nothing}
      ${store.leads(store.school) ? this.decide(hold) : nothing}
      ${students.length > 0
        ? html`<details class="more">
            <summary>${t('held.who')}</summary>
            <ul class="plain">
              ${students.map((each) => {
                const said = because(each, each.explanation);
                return html`<li>
                  <a href="/students/${each.studentId}">${fullName(each.student) || each.studentId}</a>
                  <span lang=${said.lang}>${said.text}</span>
                </li>`;
              })}
            </ul>
          </details>`
        : nothing}
    </section>`;
  }

  private decided(hold: Hold): TemplateResult {
    return html`${t(hold.decision === 'release' ? 'held.released' : 'held.kept', {
      who: hold.decidedBy ?? '',
      time: hold.decidedAt ? time(hold.decidedAt) : '',
    })}${hold.why ? html` “<span dir="auto">${hold.why}</span>”` : nothing}`;
  }

  private decide(hold: Hold): TemplateResult {
    if (this.deciding?.reason !== hold.reason) {
      return html`<p class="actions">
        <button class="button" @click=${() => this.begin(hold, 'release')}>${t('held.release')}</button>
        <button class="button quiet" @click=${() => this.begin(hold, 'keep')}>${t('held.keep')}</button>
      </p>`;
    }
    const decision = this.deciding.decision;
    return html`<form class="decide" @submit=${(event: SubmitEvent) => this.send(event, hold)}>
      <p>${t(decision === 'release' ? 'held.releaseMeans' : 'held.keepMeans')}</p>
      ${words('why', t('held.why'), LONGEST_WHY, { required: true })}
      ${this.conflict ? changed(hold.students > 0 && hold.decision ? this.decided(hold) : t('held.none')) : nothing}
      <p class="actions">
        <button class="button" ?disabled=${this.sending}>${t(decision === 'release' ? 'held.release' : 'held.keep')}</button>
        <button type="button" class="button quiet" @click=${() => (this.deciding = null)}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  private begin(hold: Hold, decision: 'release' | 'keep'): void {
    this.deciding = { reason: hold.reason, decision };
    this.conflict = false;
    this.seen = hold.version;
    this.begun = hold;
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('form.decide textarea')?.focus());
  }

  private async send(event: SubmitEvent, hold: Hold): Promise<void> {
    event.preventDefault();
    if (!this.deciding) return;
    const why = String(new FormData(event.target as HTMLFormElement).get('why'));
    this.sending = true;
    try {
      const { schoolId, schoolDay, reason } = hold;
      const { decision } = this.deciding;
      await post('/api/outreach/v1/holds/release', { schoolId, schoolDay, reason, decision, why }, { 'If-Match': `"${this.seen}"` });
      this.deciding = null;
      this.conflict = false;
      this.message = t('held.decided');
      await Promise.all([store.readWhereabouts(), store.readTasks()]);
    } catch (fault) {
      if (isChanged(fault)) await this.otherwiseDecided(hold);
      else this.message = refusal(fault);
    } finally {
      this.sending = false;
    }
  }

  /** What another lead has decided stands beside what was typed; whoever sends it again has seen it. */
  private async otherwiseDecided(hold: Hold): Promise<void> {
    await store.readWhereabouts();
    this.seen = store.holds.find((each) => each.reason === hold.reason)?.version ?? 0;
    this.conflict = true;
    this.message = '';
  }
}

customElements.define('desk-held', DeskHeld);
