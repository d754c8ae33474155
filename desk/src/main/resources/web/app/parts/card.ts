/** One family: why they are called, whom to call, what was said, and what to write down. */

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { Problem, ask, get } from '../core/api';
import { DeskElement } from '../core/element';
import { because } from '../core/evidence';
import { coded, languageName, t } from '../core/i18n';
import { asleep, shortcutsOn } from '../core/keys';
import { fullName, grade, store } from '../core/store';
import { time } from '../core/time';
import type { Task, Timeline, Why } from '../core/types';
import { entries } from './entries';
import { icon } from './icons';

const OVER = ['DONE', 'ARRIVED', 'WITHDRAWN', 'EXPIRED'];

class DeskCard extends DeskElement {
  static override properties = {
    taskId: {},
    task: { attribute: false },
    others: { attribute: false },
    why: { state: true },
    timeline: { state: true },
    message: { state: true },
  };
  declare taskId: string;
  declare task: Task | undefined;
  declare others: Task[];
  declare why: Why | null;
  declare timeline: Timeline | null;
  declare message: string;
  private askedFor = '';

  constructor() {
    super();
    this.why = null;
    this.timeline = null;
    this.message = '';
    this.others = [];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('keydown', this.pressed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('keydown', this.pressed);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('taskId')) {
      this.why = null;
      this.timeline = null;
      this.message = '';
    }
    const version = `${this.taskId} ${this.task?.version ?? ''}`;
    if (version !== this.askedFor) {
      this.askedFor = version;
      void this.read(this.taskId);
    }
  }

  private async read(taskId: string): Promise<void> {
    try {
      const why = await get<Why>(`/api/outreach/v1/call-tasks/${encodeURIComponent(taskId)}/why`);
      if (taskId !== this.taskId) return;
      this.why = why;
      const student = this.task?.studentId ?? why.whereabouts?.studentId;
      if (!student) return;
      const timeline = await get<Timeline>(`/api/outreach/v1/students/${encodeURIComponent(student)}/timeline`, {
        day: store.day,
      });
      if (taskId === this.taskId) this.timeline = timeline;
    } catch (fault) {
      if (taskId === this.taskId) {
        this.message = fault instanceof Problem && fault.status === 404 ? t('card.gone') : t('trouble.notDone');
      }
    }
  }

  private get mine(): boolean {
    return this.task?.state === 'CLAIMED' && this.task.claimedBy === store.subject;
  }

  override render(): TemplateResult {
    const task = this.task;
    const student = task?.student ?? this.timeline?.student;
    return html`<article class="card" aria-labelledby="card-title">
        <p class="narrow-only back">
          <button class="link" @click=${() => this.dispatchEvent(new CustomEvent('back'))}>${t('card.toList')}</button>
        </p>
        <header class="card-head">
          <h1 id="card-title">
            ${fullName(student) || this.task?.studentId || ''}
            ${student?.pronunciation ? html`<small class="say-it">(${student.pronunciation})</small>` : nothing}
          </h1>
          <p class="card-facts">
            ${[
              grade(student) ? t('grade.long', { grade: grade(student) }) : '',
              student?.homeroom ? t('homeroom', { homeroom: student.homeroom }) : '',
              student?.language && student.language !== 'en' ? t('card.homeLanguage', { language: languageName(student.language) }) : '',
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </header>
        ${this.state()} ${this.firstLine()} ${this.evidence()} ${this.actions()}
        ${this.message ? html`<p class="notice" role="status">${this.message}</p>` : nothing}
      </article>
      <aside class="history" tabindex="0" aria-labelledby="history-title">
        <h2 id="history-title">${t('card.today')}</h2>
        ${this.today()}
      </aside>`;
  }

  /** What changed under the caller's hands comes first. */
  private state(): TemplateResult | typeof nothing {
    const task = this.task;
    if (!task) return nothing;
    if (task.state === 'ARRIVED' || task.arrivedAt) {
      return html`<p class="banner arrived" role="status">
        ${icon('arrived')} ${t('card.arrived', { time: task.arrivedAt ? time(task.arrivedAt) : '' })}
      </p>`;
    }
    if (task.state === 'WITHDRAWN') {
      return html`<p class="banner" role="status">${icon('held')} ${t('card.withdrawn', { reason: coded('withdrawn', task.reason) })}</p>`;
    }
    if (task.state === 'EXPIRED') return html`<p class="banner">${t('card.expired')}</p>`;
    if (task.flagged) {
      return html`<p class="banner weak" role="status">${icon('weak')} ${t('card.flagged', { reason: coded('withdrawn', task.flag) })}</p>`;
    }
    if (task.claimedBy && task.claimedBy !== store.subject && task.state === 'CLAIMED') {
      return html`<p class="banner">${icon('person')} ${t('card.taken', { who: task.claimedBy })}</p>`;
    }
    return nothing;
  }

  private firstLine(): TemplateResult | typeof nothing {
    const task = this.task;
    if (!task || OVER.includes(task.state)) return nothing;
    const name = task.student?.preferredName || task.student?.givenName;
    return html`<p class="first-line ${task.band === 1 ? 'safety' : ''}">
      ${task.band === 1 ? html`${icon('safety')} ` : nothing}${name
        ? t(task.weakEvidence ? 'card.firstWeak' : 'card.first', { name })
        : nothing}
    </p>`;
  }

  private evidence(): TemplateResult {
    const where = this.why?.whereabouts;
    const said = where ? because(where) : { text: this.task?.why ?? '', lang: 'en' };
    return html`<section class="evidence" aria-labelledby="why-title">
      <h2 id="why-title">${t('card.why')}</h2>
      ${this.task?.weakEvidence ? html`<p class="mark weak">${icon('weak')} ${t('card.weak')}</p>` : nothing}
      <p lang=${said.lang} dir=${said.lang === 'en' ? 'ltr' : 'auto'}>${said.text}</p>
      ${this.why
        ? html`<details class="more">
            <summary>${t('card.whySteps')}</summary>
            <ol class="steps">
              ${this.why.steps.map(
                (step) => html`<li>
                  <time>${time(step.at)}</time> ${coded('step', step.what)}${step.by ? html` · ${step.by}` : nothing}
                </li>`,
              )}
            </ol>
            ${where ? html`<p>${t('card.rule', { rule: where.rule })}</p>` : nothing}
          </details>`
        : nothing}
    </section>`;
  }

  private actions(): TemplateResult | typeof nothing {
    const task = this.task;
    if (!task || OVER.includes(task.state)) return nothing;
    if (this.mine) {
      return html`<p class="actions">
        <span class="mark mine">${icon('phone')} ${t('card.mine', { time: task.leaseUntil ? time(task.leaseUntil) : '' })}</span>
        <button class="button quiet" @click=${this.giveBack}>${t('card.giveBack')}</button>
      </p>`;
    }
    return html`<p class="actions">
      <button class="button" @click=${this.take} ?disabled=${task.state === 'CLAIMED'}>${icon('phone')} ${t('card.take')} <kbd>C</kbd></button>
    </p>`;
  }

  private readonly take = (): Promise<void> => this.change('POST');
  private readonly giveBack = (): Promise<void> => this.change('DELETE');

  private async change(method: 'POST' | 'DELETE'): Promise<void> {
    if (!this.task) return;
    this.message = '';
    try {
      const path = `/api/outreach/v1/call-tasks/${encodeURIComponent(this.task.taskId)}/claim`;
      const answer = await ask<Task>(path, { method, headers: { 'If-Match': `"${this.task.version}"` } });
      if (answer.body) store.put(answer.body);
    } catch (fault) {
      this.message =
        fault instanceof Problem && (fault.status === 409 || fault.status === 412) ? t('card.changed') : t('trouble.notDone');
      void store.readTasks();
    }
  }

  private today(): TemplateResult {
    if (!this.timeline) return html`<p class="loading">${t('loading')}</p>`;
    if (this.timeline.entries.length === 0) return html`<p>${t('card.nothingYet')}</p>`;
    return entries(this.timeline.entries);
  }

  private readonly pressed = (event: KeyboardEvent): void => {
    if (!shortcutsOn() || asleep(event)) return;
    if (event.key.toLowerCase() === 'c' && this.task && !this.mine && !OVER.includes(this.task.state)) {
      event.preventDefault();
      void this.take();
    }
  };
}

customElements.define('desk-card', DeskCard);

