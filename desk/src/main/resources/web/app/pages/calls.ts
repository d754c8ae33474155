/** Who is to be called, in order; and the card of one of them. */

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { Problem, post } from '../core/api';
import { calling } from '../core/calling';
import { DeskElement } from '../core/element';
import { bandReason } from '../core/evidence';
import { t } from '../core/i18n';
import { asleep, shortcutsOn } from '../core/keys';
import { go, schoolPage } from '../core/router';
import { fullName, grade, isLater, isToCall, store } from '../core/store';
import { timeFrom } from '../core/time';
import type { Task } from '../core/types';
import { icon } from '../parts/icons';
import '../parts/card/card';
import '../parts/sis-feeds';

const WIDE = matchMedia('(min-width: 60rem)');
const BANDS = [1, 2, 3, 4];
let begun = false;

class DeskCalls extends DeskElement {
  static override properties = {
    school: {},
    taskId: {},
    listShown: { state: true },
    message: { state: true },
    asking: { state: true },
  };
  declare school: string;
  declare taskId: string;
  declare listShown: boolean;
  declare message: string;
  declare asking: boolean;

  constructor() {
    super();
    this.listShown = false;
    this.message = '';
    this.asking = false;
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
      this.listShown = false;
      this.message = '';
    }
    if (!this.taskId && store.loaded && store.school === this.school && (WIDE.matches || !begun)) this.begin();
  }

  /** The desk opens on a card: the caller's own, or the first in order. */
  private begin(): void {
    const order = this.order();
    const first = order.find((task) => task.claimedBy === store.subject) ?? order.find((task) => !task.claimedBy) ?? order[0];
    if (!first) return;
    begun = true;
    queueMicrotask(() => go(schoolPage(this.school, 'calls', first.taskId), true));
  }

  private order(): Task[] {
    return store.tasks.filter(isToCall);
  }

  override render(): TemplateResult {
    const order = this.order();
    const later = store.tasks.filter(isLater);
    const shown = store.tasks.find((task) => task.taskId === this.taskId);
    const listOnly = !this.taskId || this.listShown;
    return html`<div class="desk ${listOnly ? 'shows-list' : 'shows-card'}">
      <section class="queue" aria-labelledby="queue-title">
        <div class="queue-head">
          <h1 id="queue-title">${t('page.calls')}</h1>
          <button class="button" ?disabled=${this.asking || order.length === 0} @click=${this.next}>
            ${icon('phone')} ${t('calls.next')} <kbd>N</kbd>
          </button>
        </div>
        ${this.message ? html`<p class="notice" role="status">${this.message}</p>` : nothing}
        ${store.waiting.size > 0
          ? html`<button class="pill" @click=${() => store.showNew()}>
              ${icon('new')} ${t('calls.new', { n: store.waiting.size })}
            </button>`
          : nothing}
        ${this.bands(order)} ${later.length > 0 ? this.band(t('calls.later'), '', later) : nothing}
        ${store.loaded && order.length === 0 && later.length === 0 ? this.nobody() : nothing}
        ${store.loaded ? nothing : html`<p class="loading">${t('loading')}</p>`}
        ${order.length > 0
          ? html`<details class="order"><summary>${t('calls.whyThisOrder')}</summary><p>${t('calls.order')}</p></details>`
          : nothing}
        <p class="on-paper">
          <a href=${schoolPage(this.school, 'sheet')}>${t('page.sheet')}</a> ·
          <a href=${schoolPage(this.school, 'key-in')}>${t('page.key_in')}</a> ·
          <a href=${schoolPage(this.school, 'note')}>${t('page.note')}</a> ·
          <a href=${schoolPage(this.school, 'numbers')}>${t('page.numbers')}</a>
        </p>
      </section>
      ${this.taskId
        ? html`<desk-card
            .taskId=${this.taskId}
            .task=${shown}
            @back=${() => (this.listShown = true)}
          ></desk-card>`
        : html`<section class="no-card">
            <p>${order.length > 0 ? t('calls.choose') : ''}</p>
          </section>`}
    </div>`;
  }

  private bands(order: Task[]): TemplateResult[] {
    return BANDS.map((band) => ({ band, tasks: order.filter((task) => task.band === band) }))
      .filter(({ tasks }) => tasks.length > 0)
      .map(({ band, tasks }) => this.band(t(`band.${band}`), band === 1 ? 'safety' : '', tasks));
  }

  private band(title: string, kind: string, tasks: Task[]): TemplateResult {
    return html`<h2 class="band ${kind}">${kind === 'safety' ? icon('safety') : nothing}${title} <b>${tasks.length}</b></h2>
      <ol class="tasks">
        ${repeat(
          tasks,
          (task) => task.taskId,
          (task) => this.row(task),
        )}
      </ol>`;
  }

  private row(task: Task): TemplateResult {
    const student = task.student;
    const others = task.claimedBy && task.claimedBy !== store.subject;
    const reason = bandReason(task);
    return html`<li>
      <a
        class="task ${others ? 'taken' : ''}"
        href=${schoolPage(this.school, 'calls', task.taskId)}
        aria-current=${task.taskId === this.taskId ? 'true' : nothing}
      >
        <span class="task-name">${fullName(student) || task.studentId}</span>
        <span class="task-facts"
          >${grade(student) ? t('grade.short', { grade: grade(student) }) : nothing}${student?.language &&
          student.language !== 'en'
            ? html` <abbr class="tongue">${student.language.toUpperCase()}</abbr>`
            : nothing}</span
        >
        <span class="task-why" lang=${reason.lang} dir="auto">${reason.text}</span>
        ${this.marks(task)}
      </a>
    </li>`;
  }

  private marks(task: Task): TemplateResult | typeof nothing {
    const others = task.claimedBy && task.claimedBy !== store.subject;
    if (!task.weakEvidence && !task.flagged && !isLater(task) && !task.claimedBy) return nothing;
    return html`<span class="task-marks"
          >${task.weakEvidence ? html`<span class="mark weak">${icon('weak')} ${t('mark.weak')}</span>` : nothing}
          ${task.flagged ? html`<span class="mark weak">${icon('held')} ${t('mark.changed')}</span>` : nothing}
          ${isLater(task) && task.callAgainAt
            ? html`<span class="mark">${icon('later')} ${t('mark.later', { time: timeFrom(task.schoolDay, task.callAgainAt) })}</span>`
            : nothing}
          ${others ? html`<span class="mark">${icon('person')} ${t('mark.taken', { who: task.claimedBy ?? '' })}</span>` : nothing}
          ${task.claimedBy === store.subject ? html`<span class="mark mine">${icon('phone')} ${t('mark.mine')}</span>` : nothing}</span
        >`;
  }

  private nobody(): TemplateResult {
    const arrived = store.tasks.filter((task) => task.state === 'ARRIVED').length;
    const before = store.tasks.length === 0;
    return html`<div class="empty">
      <p class="empty-title">${t(before ? 'calls.none' : 'calls.allCalled')}</p>
      <p>${before ? t('calls.noneYet') : t('calls.cameIn', { n: arrived })}</p>
      ${before ? html`<desk-sis-silence></desk-sis-silence>${this.wayOut()}` : nothing}
    </div>`;
  }

  /** What somebody can do meanwhile. */
  private wayOut(): TemplateResult {
    return html`<p>
      ${store.leads(this.school) ? html`<a href=${schoolPage(this.school, 'absences')}>${t('page.absences')}</a> · ` : nothing}<a href="/practice">${t('page.practice')}</a>
    </p>`;
  }

  /** The next family, as the service hands it out: nobody else gets it. */
  private readonly next = async (): Promise<void> => {
    if (this.asking) return;
    this.asking = true;
    this.message = '';
    try {
      const task = await post<Task | undefined>('/api/outreach/v1/call-tasks/next', {
        schools: [this.school],
        except: [...calling.skipped],
      });
      if (task) {
        store.put(task);
        const following = calling.following(task.taskId);
        if (following) void calling.card(following.taskId).catch(() => {});
        go(schoolPage(this.school, 'calls', task.taskId));
      } else {
        this.message = t('calls.nobodyFree');
      }
    } catch (fault) {
      this.message = whyNobody(fault);
    } finally {
      this.asking = false;
    }
  };

  private readonly pressed = (event: KeyboardEvent): void => {
    if (!shortcutsOn() || asleep(event)) return;
    const key = event.key.toLowerCase();
    if (key === 'n') {
      event.preventDefault();
      void this.next();
    } else if (key === 'j' || key === 'k') {
      event.preventDefault();
      this.step(key === 'j' ? 1 : -1);
    } else if (key === '/') {
      event.preventDefault();
      go('/find');
    }
  };

  private step(by: number): void {
    const order = this.order();
    if (order.length === 0) return;
    const at = order.findIndex((task) => task.taskId === this.taskId);
    const next = order[at < 0 ? 0 : Math.min(order.length - 1, Math.max(0, at + by))];
    go(schoolPage(this.school, 'calls', next.taskId), !WIDE.matches);
  }
}

function whyNobody(fault: unknown): string {
  if (!(fault instanceof Problem)) return t('trouble.notDone');
  if (fault.type === 'outside-permitted-hours') return t('calls.outsideHours');
  return t(fault.status === 404 ? 'calls.nobodyFree' : 'trouble.notDone');
}

customElements.define('desk-calls', DeskCalls);
