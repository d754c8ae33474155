/** The lead's morning: how far the callers are, what cannot wait, and whose family has not been told. */

import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { Problem, all, ask, get } from '../core/api';
import { DeskElement } from '../core/element';
import { bandReason } from '../core/evidence';
import { coded, t } from '../core/i18n';
import { schoolPage } from '../core/router';
import { fullName, grade, store } from '../core/store';
import { ago, time } from '../core/time';
import type { BuildingCheck, Escalation, Student, Task } from '../core/types';
import { changed, isChanged } from '../parts/changed';
import '../parts/end-of-day';
import { icon } from '../parts/icons';
import '../parts/sis-feeds';
import { taskTable } from '../parts/task-table';
import { words } from '../parts/words';

interface Coverage {
  minutes: number;
  isOver: boolean;
  called: number;
  reached: number;
  calledShare?: number;
  reachedShare?: number;
}

interface Morning {
  schoolId: string;
  cutOff?: string;
  toCall: number;
  uncalled: number;
  called: number;
  reached: number;
  callAgain: number;
  oldestUncalledSince?: string;
  coverage: Coverage[];
  callers: { caller: string; calls: number; reached: number; lastCallAt?: string; holds?: string; sharedOut: number }[];
  noticesOwed: number;
  openEscalations: number;
  openFollowUps: number;
  alert?: { cutOff: string; raisedAt: string };
}

interface Owed {
  studentId: string;
  kind: string;
  tried: number;
  lastOutcome?: string;
  student?: Student;
}

const LOOK_AGAIN = 15000;
const LONGEST_TEXT = 2000;
const UNFINISHED = ['OPEN', 'ACKNOWLEDGED'];

class DeskMorning extends DeskElement {
  static override properties = {
    morning: { state: true },
    escalations: { state: true },
    checks: { state: true },
    owed: { state: true },
    uncalled: { state: true },
    message: { state: true },
    finding: { state: true },
    conflict: { state: true },
    refused: { state: true },
  };
  declare morning: Morning | null;
  declare escalations: Escalation[];
  declare checks: BuildingCheck[];
  declare owed: Owed[] | null;
  declare uncalled: Task[] | null;
  declare message: string;
  declare finding: string;
  /** Somebody else has changed what is being decided on. */
  declare conflict: boolean;
  /** What the last decision was refused with. */
  declare refused: string;
  private school = '';
  private timer = 0;

  constructor() {
    super();
    this.morning = null;
    this.escalations = [];
    this.checks = [];
    this.owed = null;
    this.uncalled = null;
    this.message = '';
    this.finding = '';
    this.conflict = false;
    this.refused = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.timer = window.setInterval(() => void this.read(), LOOK_AGAIN);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  protected override willUpdate(): void {
    if (store.school && store.school !== this.school) {
      this.school = store.school;
      this.morning = null;
      this.owed = null;
      this.uncalled = null;
      void this.read();
    }
  }

  private async read(): Promise<void> {
    const query = { school: this.school, day: store.day };
    try {
      const [mornings, escalations, checks] = await Promise.all([
        get<{ items: Morning[] }>('/api/outreach/v1/morning', query),
        get<{ items: Escalation[] }>('/api/outreach/v1/escalations', query),
        get<{ items: BuildingCheck[] }>('/api/outreach/v1/building-checks', query),
      ]);
      this.morning = mornings.items[0] ?? null;
      this.escalations = await this.withFinding(escalations.items);
      this.checks = checks.items.filter((each) => each.state === 'OPEN' || each.state === 'OVERDUE');
      this.message = '';
    } catch (fault) {
      this.message = fault instanceof Problem && fault.status === 403 ? t('trouble.notAllowed') : t('trouble.notDone');
    }
  }

  /** What somebody writes about stays, also where it is over by now. */
  private async withFinding(items: Escalation[]): Promise<Escalation[]> {
    if (!this.finding || items.some((each) => each.escalationId === this.finding)) return items;
    const before = this.escalations.find((each) => each.escalationId === this.finding);
    const one = await get<Escalation>(`/api/outreach/v1/escalations/${encodeURIComponent(this.finding)}`).catch(() => before);
    return one ? [...items, one] : items;
  }

  override render(): TemplateResult {
    const morning = this.morning;
    const open = this.escalations.filter((each) => UNFINISHED.includes(each.state) || each.escalationId === this.finding);
    return html`<div class="page">
      <h1>${t('page.morning')}</h1>
      ${store.school && store.leads(store.school)
        ? html`<p class="row">
            <a href=${schoolPage(store.school, 'sharing')}>${t('page.sharing')}</a>
            <a href=${schoolPage(store.school, 'sheet')}>${t('page.sheet')}</a>
            <a href=${schoolPage(store.school, 'key-in')}>${t('page.key_in')}</a>
            <a href=${schoolPage(store.school, 'note')}>${t('page.note')}</a>
            <a href=${schoolPage(store.school, 'numbers')}>${t('page.numbers')}</a>
          </p>`
        : nothing}
      ${[this.message, this.refused].map((each) => (each ? html`<p class="notice" role="status">${each}</p>` : nothing))}
      ${morning?.alert
        ? html`<p class="banner weak" role="alert">${icon('later')} ${t('morning.nobodyHasBegun', { time: time(morning.alert.cutOff) })}</p>`
        : nothing}
      ${store.school ? html`<desk-sis-silence></desk-sis-silence>` : nothing}
      ${open.length > 0
        ? html`<section aria-labelledby="escalations-title">
            <h2 id="escalations-title" class="mark safety">${icon('safety')} ${t('morning.escalations')}</h2>
            ${repeat(open, (each) => each.escalationId, (each) => this.escalation(each))}
          </section>`
        : nothing}
      ${this.checks.length > 0
        ? html`<section aria-labelledby="checks-title">
            <h2 id="checks-title">${t('morning.checks')}</h2>
            ${this.checks.map((each) => this.check(each))}
          </section>`
        : nothing}
      ${morning ? this.figures(morning) : this.message ? nothing : html`<p class="loading">${t('loading')}</p>`}
    </div>`;
  }

  private figures(morning: Morning): TemplateResult {
    const figure = (words: string, n: number, note?: TemplateResult | string): TemplateResult =>
      html`<div><dt>${words}</dt><dd>${n}</dd>${note ? html`<dd class="note">${note}</dd>` : nothing}</div>`;
    return html`<dl class="figures">
        ${figure(
          t('morning.uncalled'),
          morning.uncalled,
          html`${morning.oldestUncalledSince ? t('morning.oldest', { ago: ago(morning.oldestUncalledSince) }) : nothing}
            ${morning.uncalled > 0 ? html`<button class="link" @click=${this.showUncalled}>${t('morning.who')}</button>` : nothing}`,
        )}
        ${figure(t('morning.called'), morning.called)} ${figure(t('morning.reached'), morning.reached)}
        ${figure(t('morning.callAgain'), morning.callAgain)} ${figure(t('morning.openFollowUps'), morning.openFollowUps)}
        ${figure(
          t('page.held'),
          store.heldStudents.length,
          store.heldStudents.length > 0 ? html`<a href=${schoolPage(this.school, 'held')}>${t('morning.decide')}</a>` : undefined,
        )}
        ${figure(t('morning.owed'), morning.noticesOwed, html`<button class="link" @click=${this.showOwed}>${t('morning.showOwed')}</button>`)}
      </dl>
      <h2>${t('morning.coverage')}</h2>
      <div class="scroll" tabindex="0" role="region" aria-label=${t('morning.coverage')}>
        <table>
          <thead>
            <tr>
              <th scope="col">${t('morning.after')}</th>
              <th scope="col" class="figure">${t('morning.called')}</th>
              <th scope="col" class="figure">${t('morning.reached')}</th>
            </tr>
          </thead>
          <tbody>
            ${morning.coverage.map(
              (each) =>
                html`<tr>
                  <th scope="row">${t('morning.minutes', { n: each.minutes })}${each.isOver ? nothing : html` <small>${t('morning.soFar')}</small>`}</th>
                  <td class="figure">${this.share(each.called, morning.toCall)}</td>
                  <td class="figure">${this.share(each.reached, morning.toCall)}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <h2>${t('morning.callers')}</h2>
      ${morning.callers.length === 0
        ? html`<p class="quiet">${t('morning.noCallers')}</p>`
        : html`<div class="scroll" tabindex="0" role="region" aria-label=${t('morning.callers')}>
            <table>
              <thead>
                <tr>
                  <th scope="col">${t('people.person')}</th>
                  <th scope="col" class="figure">${t('morning.calls')}</th>
                  <th scope="col" class="figure">${t('morning.reached')}</th>
                  <th scope="col">${t('morning.lastCall')}</th>
                  <th scope="col" class="figure">${t('morning.sharedOut')}</th>
                  <th scope="col">${t('morning.holds')}</th>
                </tr>
              </thead>
              <tbody>
                ${morning.callers.map(
                  (each) =>
                    html`<tr>
                      <th scope="row">${each.caller}</th>
                      <td class="figure">${each.calls}</td>
                      <td class="figure">${each.reached}</td>
                      <td>${each.lastCallAt ? `${time(each.lastCallAt)}, ${ago(each.lastCallAt)}` : ''}</td>
                      <td class="figure">${each.sharedOut}</td>
                      <td>
                        ${each.holds
                          ? html`<a href=${schoolPage(this.school, 'calls', each.holds)}>${this.nameOf(each.holds)}</a>`
                          : nothing}
                      </td>
                    </tr>`,
                )}
              </tbody>
            </table>
          </div>`}
      ${this.uncalled ? this.uncalledList(this.uncalled) : nothing} ${this.owed ? this.owedList(this.owed) : nothing}
      <end-of-day></end-of-day>`;
  }

  private readonly showUncalled = async (): Promise<void> => {
    try {
      this.uncalled = await all<Task>('/api/outreach/v1/call-tasks', {
        school: this.school,
        day: store.day,
        uncalled: 'true',
        limit: 1000,
      });
    } catch {
      this.message = t('trouble.notDone');
    }
  };

  private uncalledList(tasks: Task[]): TemplateResult {
    return html`<h2>${t('morning.whoUncalled')}</h2>
      ${taskTable(t('morning.whoUncalled'), tasks, [
        { title: t('col.why'), cell: (task) => bandReason(task).text },
        { title: t('sharing.whose'), cell: (task) => task.claimedBy ?? task.assignedTo ?? '' },
        { title: t('morning.since'), cell: (task) => t('morning.waitsSince', { time: time(task.openedAt) }) },
      ])}`;
  }

  private nameOf(taskId: string): string {
    return fullName(store.tasks.find((task) => task.taskId === taskId)?.student) || t('morning.aCall');
  }

  private share(count: number, of: number): string {
    return t('morning.of', { count, of });
  }

  private readonly showOwed = async (): Promise<void> => {
    try {
      this.owed = await all<Owed>('/api/outreach/v1/notices-owed', { school: this.school, day: store.day, limit: 1000 });
    } catch {
      this.message = t('trouble.notDone');
    }
  };

  private owedList(owed: Owed[]): TemplateResult {
    return html`<h2 id="owed-title">${t('morning.owed')}</h2>
      <ul class="plain" aria-labelledby="owed-title">
        ${owed.map(
          (each) =>
            html`<li>
              <a href="/students/${each.studentId}">${fullName(each.student) || each.studentId}</a>
              ${grade(each.student) ? html`<small>${t('grade.short', { grade: grade(each.student) })}</small>` : nothing} ·
              ${coded('owed', each.kind)}${each.tried > 0 ? html` · ${t('morning.tried', { n: each.tried })}` : nothing}
            </li>`,
        )}
      </ul>`;
  }

  // ---- what cannot wait -----------------------------------------------------------------------------------------------

  private escalation(each: Escalation): TemplateResult {
    const lead = store.leads(this.school);
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
      ${this.finding === each.escalationId
        ? html`<form class="decide" @submit=${(event: SubmitEvent) => this.found(event, each)}>
            ${words('note', t('morning.foundNote'), LONGEST_TEXT)} ${this.conflict ? changed(this.isNow(each)) : nothing}
            <p class="actions">
              <button class="button">${t('morning.foundSafe')}</button>
              <button type="button" class="button quiet" @click=${() => (this.finding = '')}>${t('cancel')}</button>
            </p>
          </form>`
        : html`<p class="actions">
            ${lead && each.state === 'OPEN'
              ? html`<button class="button" @click=${() => this.change(`escalations/${each.escalationId}/acknowledge`, each.version)}>
                  ${t('morning.acknowledge')}
                </button>`
              : nothing}
            <button class="button quiet" @click=${() => this.begin(each)}>${t('morning.foundSafe')}</button>
          </p>`}
    </section>`;
  }

  private check(each: BuildingCheck): TemplateResult {
    return html`<section class="panel">
      <h3><a href="/students/${each.studentId}">${fullName(each.student) || each.studentId}</a></h3>
      <p>${t('morning.checkWhat', { time: time(each.dueAt) })}</p>
      <p class="actions">
        <button class="button" @click=${() => this.change(`building-checks/${each.checkId}/result`, each.version, { found: true })}>
          ${t('morning.found')}
        </button>
        <button class="button quiet" @click=${() => this.change(`building-checks/${each.checkId}/result`, each.version, { found: false })}>
          ${t('morning.notFound')}
        </button>
      </p>
    </section>`;
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

  private async found(event: SubmitEvent, each: Escalation): Promise<void> {
    event.preventDefault();
    const note = String(new FormData(event.target as HTMLFormElement).get('note'));
    if (await this.change(`escalations/${each.escalationId}/found-safe`, each.version, note.trim() ? { note } : {})) this.finding = '';
  }

  /** Whether it was done. Where it was not, what was typed stays. */
  private async change(path: string, version: number, body: unknown = undefined): Promise<boolean> {
    this.refused = '';
    this.conflict = false;
    let done = false;
    try {
      await ask(`/api/outreach/v1/${path}`, {
        method: 'POST',
        body,
        headers: { 'Idempotency-Key': crypto.randomUUID(), 'If-Match': `"${version}"` },
      });
      done = true;
    } catch (fault) {
      this.conflict = isChanged(fault) && this.finding !== '';
      if (!this.conflict) this.refused = isChanged(fault) ? t('trouble.changedMeanwhile') : fault instanceof Problem ? fault.detail : t('trouble.notDone');
    }
    await this.read();
    return done;
  }
}

customElements.define('desk-morning', DeskMorning);
