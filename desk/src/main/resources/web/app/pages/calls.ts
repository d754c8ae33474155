/** Who is to be called, in order; and the card of one of them. */

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { calling, whyNobody } from '../core/calling';
import { DeskElement } from '../core/element';
import { bandReason } from '../core/evidence';
import { bandOf, gradesOf, households, namesOf, opened, rowOf } from '../core/households';
import { t } from '../core/i18n';
import { asleep, shortcutsOn } from '../core/keys';
import type { Sentence } from '../core/refusals';
import { go, schoolPage } from '../core/router';
import { isLater, isToCall, store } from '../core/store';
import { timeFrom } from '../core/time';
import type { Task } from '../core/types';
import { icon, type IconName } from '../parts/icons';
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
  declare message: Sentence;
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
        <div class="news">
          ${store.waiting.size > 0
            ? html`<button class="pill" @click=${() => store.showNew()}>
                ${icon('new')} ${t('calls.new', { n: store.waiting.size })}
              </button>`
            : nothing}
        </div>
        ${this.bands(order)} ${later.length > 0 ? this.band(t('calls.later'), '', households(later)) : nothing}
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
    const rows = households(order);
    return BANDS.map((band) => ({ band, of: rows.filter((row) => bandOf(row) === band) }))
      .filter(({ of }) => of.length > 0)
      .map(({ band, of }) => this.band(t(`band.${band}`), band === 1 ? 'safety' : '', of));
  }

  private band(title: string, kind: string, rows: Task[][]): TemplateResult {
    return html`<h2 class="band ${kind}">${kind === 'safety' ? icon('safety') : nothing}${title} <b>${rows.flat().length}</b></h2>
      <ol class="tasks">
        ${repeat(
          rows,
          (row) => rowOf(row[0]),
          (row) => this.row(row),
        )}
      </ol>`;
  }

  private row(row: Task[]): TemplateResult {
    const task = opened(row);
    const reason = bandReason(task);
    const names = namesOf(row);
    const grades = gradesOf(row) ? t('grade.short', { grade: gradesOf(row) }) : '';
    const tongues = tonguesOf(row);
    const marks = marksOf(row);
    const n = row.length;
    const label = [names, t('calls.children', { n }), grades, ...tongues, reason.text, ...marks.map(({ words }) => words)];
    return html`<li>
      <a
        class="task ${isTaken(row) ? 'taken' : ''} ${n > 1 ? 'of-household' : ''}"
        href=${schoolPage(this.school, 'calls', task.taskId)}
        aria-current=${row.some((each) => each.taskId === this.taskId) ? 'true' : nothing}
        aria-label=${n > 1 ? label.filter(Boolean).join(', ') : nothing}
      >
        <span class="task-name">${names}</span>
        <span class="task-facts">${grades}${tongues.map((tongue) => html` <abbr class="tongue">${tongue}</abbr>`)}</span>
        ${n > 1 ? html`<span class="task-facts task-house">${icon('house')} ${t('calls.household', { n })}</span>` : nothing}
        <span class="task-why" lang=${reason.lang} dir="auto">${reason.text}</span>
        ${marks.length > 0
          ? html`<span class="task-marks"
              >${marks.map(({ kind, sign, words }) => html`<span class="mark ${kind}">${icon(sign)} ${words}</span> `)}</span
            >`
          : nothing}
      </a>
    </li>`;
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
      const task = await calling.next(this.school);
      if (task) go(schoolPage(task.schoolId, 'calls', task.taskId));
      else this.message = t('calls.nobodyFree');
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
    const rows = households(this.order());
    if (rows.length === 0) return;
    const at = rows.findIndex((row) => row.some((task) => task.taskId === this.taskId));
    const next = opened(rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by))]);
    go(schoolPage(this.school, 'calls', next.taskId), !WIDE.matches);
  }
}

const takenBy = (row: Task[]): string | undefined => row.find((task) => task.claimedBy && task.claimedBy !== store.subject)?.claimedBy;

const isTaken = (row: Task[]): boolean => takenBy(row) !== undefined;

/** The languages of homes where it is not English. */
const tonguesOf = (row: Task[]): string[] => [
  ...new Set(row.flatMap(({ student }) => (student?.language && student.language !== 'en' ? [student.language.toUpperCase()] : []))),
];

interface Mark {
  kind: string;
  sign: IconName;
  words: string;
}

/** What is to be known of any of a row. */
function marksOf(row: Task[]): Mark[] {
  const later = row.find((task) => isLater(task));
  const others = takenBy(row);
  return [
    ...(row.some((task) => task.weakEvidence) ? [{ kind: 'weak', sign: 'weak', words: t('mark.weak') } as Mark] : []),
    ...(row.some((task) => task.flagged) ? [{ kind: 'weak', sign: 'held', words: t('mark.changed') } as Mark] : []),
    ...(later?.callAgainAt ? [{ kind: '', sign: 'later', words: t('mark.later', { time: timeFrom(later.schoolDay, later.callAgainAt) }) } as Mark] : []),
    ...(others ? [{ kind: '', sign: 'person', words: t('mark.taken', { who: others }) } as Mark] : []),
    ...(row.some((task) => task.claimedBy === store.subject) ? [{ kind: 'mine', sign: 'phone', words: t('mark.mine') } as Mark] : []),
  ];
}

customElements.define('desk-calls', DeskCalls);
