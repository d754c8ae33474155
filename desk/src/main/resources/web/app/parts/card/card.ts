/** One family: why they are called, whom to call, what to say, what was said before, and what came of it. */

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { Problem } from '../../core/api';
import { bridge } from '../../core/bridge';
import { calling } from '../../core/calling';
import { DeskElement } from '../../core/element';
import { languageName, t } from '../../core/i18n';
import { asleep, shortcutsOn } from '../../core/keys';
import { LOOK, runsOut } from '../../core/lease';
import { fullName, grade, store } from '../../core/store';
import { now, time } from '../../core/time';
import type { Attempt, Card, CardNumber, Student, Task } from '../../core/types';
import { icon } from '../icons';
import '../log-call';
import '../ring-me';
import { banner } from './banner';
import { NO_NUMBER, current, drafted, type Choice } from './choices';
import { bars, facts } from './facts';
import './history';
import './people';
import './say';
import './why';

const OVER = ['DONE', 'ARRIVED', 'WITHDRAWN', 'EXPIRED'];

class DeskCard extends DeskElement {
  static override properties = {
    taskId: {},
    task: { attribute: false },
    card: { state: true },
    message: { state: true },
    dialled: { state: true },
    chosen: { state: true },
  };
  declare taskId: string;
  declare task: Task | undefined;
  declare card: Card | null;
  declare message: string;
  /** The number that was last called from here, or of which something is written down. */
  declare dialled: string;
  declare chosen: string;
  private askedFor = '';
  private timer = 0;

  constructor() {
    super();
    this.reset();
  }

  private reset(): void {
    this.card = null;
    this.message = '';
    this.dialled = '';
    this.chosen = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('keydown', this.pressed);
    this.timer = window.setInterval(() => this.keep(), LOOK);
    void bridge.ask().then(() => store.tell());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('keydown', this.pressed);
    clearInterval(this.timer);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('taskId')) this.reset();
    const version = `${this.taskId} ${this.task?.version ?? ''}`;
    if (version !== this.askedFor) {
      const again = this.askedFor.startsWith(`${this.taskId} `);
      this.askedFor = version;
      void this.read(this.taskId, again);
    }
  }

  private async read(taskId: string, fresh: boolean): Promise<void> {
    try {
      const card = await calling.card(taskId, fresh);
      if (taskId !== this.taskId) return;
      if (!this.card) this.chosen = this.dialled = drafted(card);
      this.card = card;
      this.message = '';
      if (!this.task || card.task.version > this.task.version) store.put(card.task);
    } catch (fault) {
      if (taskId === this.taskId) {
        this.message = fault instanceof Problem && fault.status === 404 ? t('card.gone') : t('trouble.notDone');
      }
    }
  }

  private get now(): Task | undefined {
    return this.task ?? this.card?.task;
  }

  private get mine(): boolean {
    return this.now !== undefined && calling.has(this.now);
  }

  override render(): TemplateResult {
    const task = this.now;
    const { card } = this;
    return html`<article class="card ${this.dialled ? 'has-dialled' : ''}" aria-labelledby="card-title">
        <p class="narrow-only back">
          <button class="link" @click=${() => this.dispatchEvent(new CustomEvent('back'))}>${t('card.toList')}</button>
          <button class="link" @click=${this.toHistory}>${t('card.saidBefore')}</button>
        </p>
        ${head(task?.student, task?.studentId ?? '')} ${banner(task, this.dialled !== '')} ${card ? bars(card) : nothing}
        ${task ? html`<card-why .task=${task}></card-why>` : nothing} ${card ? facts(card) : nothing}
        ${[calling.message, this.message].map((each) => (each ? html`<p class="notice" role="status">${each}</p>` : nothing))}
        ${card && task ? this.toCall(card, task) : this.message ? nothing : html`<p class="loading">${t('loading')}</p>`}
      </article>
      <aside class="history" tabindex="0" aria-labelledby="history-title">
        <h2 id="history-title">${t('card.saidBefore')}</h2>
        ${card ? html`<card-history .card=${card} @changed=${this.readAgain}></card-history>` : nothing}
      </aside>`;
  }

  private readonly readAgain = (): void => void this.read(this.taskId, true);

  /** On a phone it stands below the card. */
  private readonly toHistory = (): void => {
    const history = this.querySelector<HTMLElement>('.history');
    history?.scrollIntoView();
    history?.focus({ preventScroll: true });
  };

  private toCall(card: Card, task: Task): TemplateResult {
    const over = OVER.includes(task.state);
    const choice = current(card, this.chosen);
    return html`<card-people
        .card=${card}
        .task=${task}
        .chosen=${this.chosen}
        .over=${over}
        .dial=${this.dial}
        .take=${this.take}
        @chosen=${(event: CustomEvent<string>) => (this.chosen = event.detail)}
        @started=${(event: CustomEvent<string>) => this.started(event.detail)}
        @changed=${this.readAgain}
      ></card-people>
      ${!over && choice?.callee.say ? html`<card-say .say=${choice.callee.say}></card-say>` : nothing}
      ${over ? nothing : this.thumbs(choice, card.permittedHours.now ? task : undefined)}
      ${over && !this.dialled
        ? nothing
        : html`<log-call
            .card=${card}
            .callee=${choice?.callee}
            .number=${choice?.number}
            @writing=${() => this.writing(choice)}
            @logged=${this.logged}
          ></log-call>`}
      ${this.mine && !over
        ? html`<p class="lease">
            <span class="mark mine">${icon('phone')} ${t('card.mine', { time: task.leaseUntil ? time(task.leaseUntil) : '' })}</span>
            <button class="link" @click=${() => calling.giveBack(task)}>${t('card.giveBack')}</button>
          </p>`
        : nothing}`;
  }

  /** The next number, in reach of a thumb; where nobody can be dialled, the way on. */
  private thumbs(choice: Choice | undefined, without: Task | undefined): TemplateResult {
    const goOn = without && html`<button class="button quiet" @click=${() => calling.skip(without)}>${t('card.goOn')}</button>`;
    return html`<p class="callbar narrow-only">
      ${choice?.number.tel ? this.thumb(choice) : (goOn ?? nothing)}
      <button class="link" @click=${() => this.started(choice?.key ?? NO_NUMBER)}>${t('card.writeDown')}</button>
    </p>`;
  }

  private thumb({ key, number }: Choice): TemplateResult {
    if (bridge.there) {
      return html`<ring-me
        .taskId=${this.taskId}
        .number=${number}
        .take=${this.take}
        .dial=${(event: Event) => this.dial(event, key, number)}
        @rings=${() => this.started(key)}
        @changed=${this.readAgain}
      ></ring-me>`;
    }
    return html`<a class="button call" href=${number.tel ?? ''} @click=${(event: Event) => this.dial(event, key, number)}
      >${icon('phone')} <span dir="ltr">${number.shown}</span></a
    >`;
  }

  // ---- on the line ----------------------------------------------------------------------------------------------------

  private readonly take = async (): Promise<boolean> => {
    const task = this.now;
    return task !== undefined && !OVER.includes(task.state) && (await calling.take(task));
  };

  /** Whoever calls has the task first: two people never dial the same family. */
  private readonly dial = async (event: Event, key: string, each: CardNumber): Promise<void> => {
    if (!this.now || !each.tel) return;
    if (!this.mine) {
      event.preventDefault();
      if (!(await calling.take(this.now))) return;
      location.href = each.tel;
    }
    this.started(key);
  };

  private started(key: string): void {
    this.dialled = key;
    this.chosen = key;
    const log = this.querySelector('log-call') as (HTMLElement & { startedAt: string }) | null;
    if (log) log.startedAt = new Date(now()).toISOString();
  }

  /** Whoever writes is on the line, by whatever telephone: the family is theirs, unless somebody has it or they have another. */
  private writing(choice: Choice | undefined): void {
    this.dialled ||= choice?.key ?? NO_NUMBER;
    this.chosen ||= choice?.key ?? '';
    if (this.now?.state === 'OPEN' && !calling.holding) void calling.keep(this.now);
  }

  /** More time, while somebody is on the line. */
  private keep(): void {
    if (this.now && this.mine && this.dialled && runsOut(this.now)) void calling.keep(this.now);
  }

  private readonly logged = (event: CustomEvent<{ attempt: Attempt; words: string }>): void => {
    const task = this.now;
    if (!task) return;
    if (event.detail.attempt.keepClaim) {
      this.chosen = '';
      this.dialled = '';
    }
    calling.log(task, event.detail.attempt, event.detail.words);
  };

  private readonly pressed = (event: KeyboardEvent): void => {
    if (!shortcutsOn() || asleep(event) || event.key.toLowerCase() !== 'c') return;
    const call = this.querySelector<HTMLElement>('.number .call');
    if (call) {
      event.preventDefault();
      call.click();
    }
  };
}

function head(student: Student | undefined, studentId: string): TemplateResult {
  const known = [
    grade(student) ? t('grade.long', { grade: grade(student) }) : '',
    student?.homeroom ? t('homeroom', { homeroom: student.homeroom }) : '',
    student?.ofAge ? t('student.ofAge') : '',
    student?.language && student.language !== 'en' ? t('card.homeLanguage', { language: languageName(student.language) }) : '',
  ];
  return html`<header class="card-head">
    <h1 id="card-title">
      ${fullName(student) || studentId} ${student?.pronunciation ? html`<small class="say-it">(${student.pronunciation})</small>` : nothing}
    </h1>
    <p class="card-facts">${known.filter(Boolean).join(' · ')}</p>
  </header>`;
}

customElements.define('desk-card', DeskCard);
