/** One family: why they are called, whom to call, what to say, what was said before, and what came of it. */

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { Problem, get, post } from '../core/api';
import { bridge } from '../core/bridge';
import { calling } from '../core/calling';
import { DeskElement } from '../core/element';
import { bandReason, good, why } from '../core/evidence';
import { coded, lang, languageName, number, t } from '../core/i18n';
import { asleep, shortcutsOn } from '../core/keys';
import { schoolPage } from '../core/router';
import { fullName, grade, store } from '../core/store';
import { date, now, time } from '../core/time';
import type { Attempt, Callee, Card, CardNumber, Sibling, Task, Timeline, Why } from '../core/types';
import './consent';
import './enter-number';
import { entries } from './entries';
import { icon } from './icons';
import './log-call';
import { qrImage } from './qr';
import { restrictions } from './restrictions';
import './ring-me';

/** Instead of a number where there is none: a call can be written down all the same. */
const NO_NUMBER = 'none';
const OVER = ['DONE', 'ARRIVED', 'WITHDRAWN', 'EXPIRED'];

class DeskCard extends DeskElement {
  static override properties = {
    taskId: {},
    task: { attribute: false },
    card: { state: true },
    why: { state: true },
    day: { state: true },
    message: { state: true },
    dialled: { state: true },
    chosen: { state: true },
    copied: { state: true },
    saying: { state: true },
    explaining: { state: true },
  };
  declare taskId: string;
  declare task: Task | undefined;
  declare card: Card | null;
  declare why: Why | null;
  declare day: Timeline | null;
  declare message: string;
  /** The number that was last called from here. */
  declare dialled: string;
  declare chosen: string;
  declare copied: string;
  declare saying: 'spoken' | 'voicemail';
  declare explaining: boolean;
  private askedFor = '';

  constructor() {
    super();
    this.reset();
  }

  private reset(): void {
    this.card = null;
    this.why = null;
    this.day = null;
    this.message = '';
    this.dialled = '';
    this.chosen = '';
    this.copied = '';
    this.saying = 'spoken';
    this.explaining = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('keydown', this.pressed);
    void bridge.ask().then(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('keydown', this.pressed);
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
    return this.now?.state === 'CLAIMED' && this.now.claimedBy === store.subject;
  }

  override render(): TemplateResult {
    const task = this.now;
    const student = task?.student;
    return html`<article class="card ${this.dialled ? 'has-dialled' : ''}" aria-labelledby="card-title">
        <p class="narrow-only back">
          <button class="link" @click=${() => this.dispatchEvent(new CustomEvent('back'))}>${t('card.toList')}</button>
        </p>
        <header class="card-head">
          <h1 id="card-title">
            ${fullName(student) || task?.studentId || ''}
            ${student?.pronunciation ? html`<small class="say-it">(${student.pronunciation})</small>` : nothing}
          </h1>
          <p class="card-facts">
            ${[
              grade(student) ? t('grade.long', { grade: grade(student) }) : '',
              student?.homeroom ? t('homeroom', { homeroom: student.homeroom }) : '',
              student?.ofAge ? t('student.ofAge') : '',
              student?.language && student.language !== 'en'
                ? t('card.homeLanguage', { language: languageName(student.language) })
                : '',
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </header>
        ${this.state()} ${this.restrictions()} ${this.evidence()} ${this.attendance()} ${this.good()} ${this.household()} ${this.notes()}
        ${calling.message ? html`<p class="notice" role="status">${calling.message}</p>` : nothing}
        ${this.message ? html`<p class="notice" role="status">${this.message}</p>` : nothing}
        ${this.card ? this.toCall(this.card) : this.message ? nothing : html`<p class="loading">${t('loading')}</p>`}
      </article>
      <aside class="history" tabindex="0" aria-labelledby="history-title">${this.history()}</aside>`;
  }

  /** What changed under the caller's hands comes first. */
  private state(): TemplateResult | typeof nothing {
    const task = this.now;
    if (!task) return nothing;
    if (task.state === 'ARRIVED' || task.arrivedAt) {
      return html`<p class="banner arrived" role="status">
        ${icon('arrived')} ${t(this.dialled ? 'card.arrivedMeanwhile' : 'card.arrived', { time: task.arrivedAt ? time(task.arrivedAt) : '' })}
      </p>`;
    }
    if (task.state === 'WITHDRAWN') {
      return html`<p class="banner" role="status">
        ${icon('held')} ${t('card.withdrawn', { reason: coded('withdrawn', task.reason) })}
      </p>`;
    }
    if (task.state === 'AWAITING_ARRIVAL' && task.expectedBy) {
      return html`<p class="banner">${icon('later')} ${t('card.expected', { time: time(task.expectedBy) })}</p>`;
    }
    if (task.state === 'DONE') return html`<p class="banner">${icon('phone')} ${t('card.done')}</p>`;
    if (task.state === 'EXPIRED') return html`<p class="banner">${t('card.expired')}</p>`;
    if (task.flagged) {
      return html`<p class="banner weak" role="status">
        ${icon('weak')} ${t('card.flagged', { reason: coded('withdrawn', task.flag) })}
      </p>`;
    }
    if (task.claimedBy && task.claimedBy !== store.subject && task.state === 'CLAIMED') {
      return html`<p class="banner">${icon('person')} ${t('card.taken', { who: task.claimedBy })}</p>`;
    }
    if (task.householdReachedAt) {
      return html`<p class="banner">${icon('house')} ${t('card.householdReached', { time: time(task.householdReachedAt) })}</p>`;
    }
    if (task.callAgainAt && Date.parse(task.callAgainAt) > now()) {
      return html`<p class="banner">${icon('later')} ${t('card.callAgain', { time: time(task.callAgainAt) })}</p>`;
    }
    return nothing;
  }

  private restrictions(): TemplateResult | typeof nothing {
    const said = this.card ? restrictions(this.card) : [];
    const ofAge = this.card?.ofAge;
    if (said.length === 0 && !ofAge) return nothing;
    return html`<ul class="restrictions">
      ${ofAge ? html`<li>${icon('person')} ${t(ofAge.studentFirst ? 'card.ofAge' : 'card.ofAgeFamily')}</li>` : nothing}
      ${said.map((each) => html`<li dir="auto">${icon('held')} ${each}</li>`)}
    </ul>`;
  }

  private evidence(): TemplateResult {
    const task = this.now;
    const where = this.why?.whereabouts;
    const said = task ? why(task) : { text: '', lang };
    const band = task?.band === 1 ? bandReason(task) : null;
    return html`<section class="evidence" aria-label=${t('card.why')}>
      ${band
        ? html`<p class="mark safety"><strong>${icon('safety')} <span lang=${band.lang}>${band.text}</span></strong></p>`
        : nothing}
      ${task?.weakEvidence ? html`<p class="mark weak">${icon('weak')} ${t('card.weak')}</p>` : nothing}
      <p class="because" lang=${said.lang} dir="auto">${said.text}</p>
      <details class="more" @toggle=${this.explain}>
        <summary>${t('card.whySteps')}</summary>
        ${this.why
          ? html`<ol class="steps">
                ${this.why.steps.map(
                  (step) =>
                    html`<li><time>${time(step.at)}</time> ${coded('step', step.what)}${step.by ? html` · ${step.by}` : nothing}</li>`,
                )}
              </ol>
              ${where ? html`<p>${t('card.rule', { rule: where.rule })}</p>` : nothing}
              ${this.day ? entries(this.day.entries) : nothing}`
          : this.explaining
            ? html`<p class="loading">${t('loading')}</p>`
            : nothing}
      </details>
    </section>`;
  }

  /** Asked for by whoever wants to know. */
  private readonly explain = (event: Event): void => {
    this.explaining = (event.target as HTMLDetailsElement).open;
    if (this.explaining && !this.day) void this.readWhy();
  };

  private async readWhy(): Promise<void> {
    const { taskId } = this;
    try {
      const why = await get<Why>(`/api/outreach/v1/call-tasks/${encodeURIComponent(taskId)}/why`);
      if (taskId !== this.taskId) return;
      this.why = why;
      if (!this.now) return;
      const day = await get<Timeline>(`/api/outreach/v1/students/${encodeURIComponent(this.now.studentId)}/timeline`, {
        day: this.now.schoolDay,
      });
      if (taskId === this.taskId) this.day = day;
    } catch {
      this.message = t('trouble.notDone');
    }
  }

  private attendance(): TemplateResult | typeof nothing {
    const known = this.card?.attendance;
    if (!known) return nothing;
    const missed = t('attendance.missed', { n: known.daysMissed, number: number(known.daysMissed) });
    const left =
      known.daysLeft === undefined || known.endsChronic
        ? ''
        : t('attendance.left', { n: known.daysLeft, number: number(known.daysLeft) });
    const row = known.daysInARow > 1 ? t('attendance.inARow', { n: known.daysInARow }) : '';
    const days = [...known.lastTwentyDays];
    return html`<div class="attendance">
      <p>${[missed, left, row].filter(Boolean).join(' · ')}</p>
      ${days.length > 0
        ? html`<p class="days" role="img" aria-label=${t('attendance.strip', { n: days.length, absent: days.filter((day) => day === 'A').length })}>
            ${days.map((day) => html`<span class="day day-${day.toLowerCase()}"></span>`)}
          </p>`
        : nothing}
    </div>`;
  }

  private good(): TemplateResult | typeof nothing {
    const thing = this.card?.goodThing;
    return thing ? html`<p class="good"><strong>${t('card.good')}:</strong> ${good(thing)}</p>` : nothing;
  }

  private household(): TemplateResult | typeof nothing {
    const others = this.card?.household ?? [];
    if (others.length === 0) return nothing;
    const name = (each: Sibling): TemplateResult =>
      html`<a href=${schoolPage(each.schoolId, 'calls', each.taskId)}>${fullName(each.student) || each.studentId}</a>${grade(each.student)
          ? html` <small>${t('grade.short', { grade: grade(each.student) })}</small>`
          : nothing}`;
    return html`<p class="household">
      ${icon('house')} ${t('card.sameCall')} ${others.map((each, at) => html`${at > 0 ? ' · ' : nothing}${name(each)}`)}
    </p>`;
  }

  private notes(): TemplateResult | typeof nothing {
    const notes = this.card?.groupNotes ?? [];
    if (notes.length === 0) return nothing;
    return html`${notes.map(
      (each) => html`<p class="notice"><strong>${coded('group', each.reason)}:</strong> <span dir="auto">${each.text}</span> <small>${each.writtenBy}</small></p>`,
    )}`;
  }

  // ---- whom to call, and what to say ------------------------------------------------------------------------------

  private callees(card: Card): { callee: Callee; number: CardNumber; key: string }[] {
    return card.callees.flatMap((callee) =>
      callee.numbers.map((each, at) => ({ callee, number: each, key: `${callee.contactId} ${at}` })),
    );
  }

  private current(card: Card): { callee: Callee; number: CardNumber; key: string } | undefined {
    const all = this.callees(card);
    return all.find((each) => each.key === this.chosen) ?? all.find((each) => each.number.next) ?? all.find((each) => each.number.mayBeDialledNow);
  }

  private toCall(card: Card): TemplateResult {
    const task = this.now;
    const over = !task || OVER.includes(task.state);
    const current = this.current(card);
    return html`<section class="people" aria-labelledby="people-title">
        <h2 id="people-title">${t('card.whom')}</h2>
        ${card.permittedHours.now
          ? nothing
          : html`<p class="mark weak">${icon('later')} ${t('card.hours', { from: card.permittedHours.from, until: card.permittedHours.until })}</p>`}
        ${card.callees.length === 0 ? html`<p class="mark weak">${icon('weak')} ${t('card.nobody')}</p>` : nothing}
        ${card.callees.map((callee) => this.callee(callee, current?.key ?? '', over))}
        ${over || !task
          ? nothing
          : html`<enter-number
              .studentId=${task.studentId}
              .schoolId=${task.schoolId}
              .name=${fullName(task.student) || task.studentId}
              @entered=${() => this.read(this.taskId, true)}
            ></enter-number>`}
      </section>
      ${over ? nothing : this.say(current?.callee)}
      ${over && !this.dialled
        ? nothing
        : html`${over
              ? nothing
              : html`<p class="callbar narrow-only">
                  ${current?.number.tel ? this.thumb(current.key, current.number) : nothing}
                  <button class="link" @click=${() => this.started(current?.key ?? NO_NUMBER)}>${t('card.writeDown')}</button>
                </p>`}
            <log-call .card=${card} .callee=${current?.callee} .number=${current?.number} @logged=${this.logged}></log-call>
            ${this.mine
              ? html`<p class="lease">
                  <span class="mark mine">${icon('phone')} ${t('card.mine', { time: task?.leaseUntil ? time(task.leaseUntil) : '' })}</span>
                  <button class="link" @click=${() => task && calling.giveBack(task)}>${t('card.giveBack')}</button>
                </p>`
              : nothing}`}`;
  }

  /** The next number, in reach of a thumb. */
  private thumb(key: string, number: CardNumber): TemplateResult {
    if (bridge.there) return this.ringMe(key, number);
    return html`<a class="button call" href=${number.tel ?? ''} @click=${(event: Event) => this.dial(event, key, number)}
      >${icon('phone')} <span dir="ltr">${number.shown}</span></a
    >`;
  }

  private callee(callee: Callee, current: string, over: boolean): TemplateResult {
    const foreign = callee.language && callee.language.split('-')[0] !== 'en';
    return html`<div class="callee ${callee.mayBeCalled ? '' : 'barred'}">
      <p class="callee-name">
        <span><strong>${callee.name}</strong>${callee.relation ? html`, ${coded('relation', callee.relation)}` : nothing}${callee.kind === 'STUDENT' ? html`, ${coded('call', 'REACHED_STUDENT')}` : nothing}</span>
        ${foreign
          ? html`<span class="tongue" lang=${lang}>${languageName(callee.language ?? '')}</span>${callee.interpreter
                ? html` <span class="mark weak">${icon('person')} ${t('card.interpreter')}</span>`
                : nothing}`
          : nothing}
        ${callee.bestTime
          ? html`<small>${t('card.bestTime', { from: callee.bestTime.from, until: callee.bestTime.until })}</small>`
          : nothing}
      </p>
      ${callee.mayBeCalled
        ? callee.numbers.map((each, at) => this.number(callee, each, `${callee.contactId} ${at}`, current, over))
        : html`<p class="mark">${icon('held')} ${callee.whyNot === 'NO_CONSENT' ? t('barred.no_consent', { who: callee.name }) : t('card.barred')}${callee.restriction ? html` <small dir="auto">${coded('restriction', callee.restriction)}</small>` : nothing}</p>
            ${callee.whyNot === 'NO_CONSENT' ? this.numbersOf(callee) : nothing}`}
      ${this.consent(callee)}
    </div>`;
  }

  /** In an emergency the district may decide otherwise: they stand there, and nobody dials them by mistake. */
  private numbersOf(callee: Callee): TemplateResult {
    return html`<p>${callee.numbers.map((each) => html`<span class="plain-number" dir="ltr">${each.shown}</span> `)}</p>`;
  }

  private consent(callee: Callee): TemplateResult | typeof nothing {
    const ofAge = this.card?.ofAge;
    const task = this.now;
    if (!ofAge?.studentFirst || !task || callee.kind === 'STUDENT') return nothing;
    return html`<consent-of
      .studentId=${task.studentId}
      .callee=${callee}
      .ofAge=${ofAge}
      .lead=${store.leads(task.schoolId)}
      @changed=${() => this.read(this.taskId, true)}
    ></consent-of>`;
  }

  private number(callee: Callee, each: CardNumber, key: string, current: string, over: boolean): TemplateResult {
    const isNext = key === current && !over;
    return html`<div class="number ${isNext ? 'is-next' : ''}">
      ${isNext && each.tel
        ? bridge.there
          ? this.ringMe(key, each)
          : html`<a class="button call" href=${each.tel} @click=${(event: Event) => this.dial(event, key, each)}
              >${icon('phone')} <span dir="ltr">${each.shown}</span> <kbd>C</kbd></a
            >`
        : nothing}
      <span class="plain-number ${isNext && each.tel ? 'narrow-only-inline' : ''}" dir="ltr">${each.shown}</span>
      ${each.type ? html`<small>${coded('type', each.type)}</small>` : nothing} ${this.health(each)}
      ${each.mayBeDialledNow && !over
        ? html`${isNext
              ? nothing
              : html`<button class="link" aria-label=${t('card.thisOne', { who: callee.name, number: each.shown })} @click=${() => (this.chosen = key)}>
                  ${t('card.choose')}
                </button>`}
            <button class="link" aria-label=${t('card.copyOf', { number: each.shown })} @click=${() => this.copy(key, each)}>
              ${this.copied === key ? t('card.copied') : t('card.copy')}
            </button>
            ${isNext && each.tel
              ? html`<details class="qr-box">
                  <summary>${t('card.qr')}</summary>
                  ${qrImage(each.tel, t('card.qrOf', { number: each.shown }))}
                </details>`
              : nothing}`
        : nothing}
    </div>`;
  }

  private ringMe(key: string, each: CardNumber): TemplateResult {
    return html`<ring-me .taskId=${this.taskId} .number=${each} .take=${this.takeIt} @rings=${() => this.started(key)}></ring-me>`;
  }

  private readonly takeIt = async (): Promise<boolean> => this.mine || (this.now !== undefined && (await calling.take(this.now)));

  private health(each: CardNumber): TemplateResult | typeof nothing {
    if (each.whyNot) return html`<span class="mark weak">${icon('held')} ${coded('whynot', each.whyNot)}</span>`;
    if (each.health === 'GOOD') {
      return html`<span class="mark arrived">${icon('arrived')} ${each.lastDialledAt ? t('health.good', { date: date(each.lastDialledAt) }) : t('health.works')}</span>`;
    }
    if (each.health === 'UNREACHABLE') return html`<span class="mark weak">${icon('weak')} ${t('health.unreachable')}</span>`;
    return nothing;
  }

  private async copy(key: string, each: CardNumber): Promise<void> {
    try {
      await navigator.clipboard.writeText(each.number ?? each.shown);
      this.copied = key;
      const task = this.now;
      if (task && !this.mine && !OVER.includes(task.state)) void calling.take(task);
      this.started(key);
    } catch {
      this.message = t('card.notCopied');
    }
  }

  /** Whoever calls has the task first: two people never dial the same family. */
  private readonly dial = async (event: Event, key: string, each: CardNumber): Promise<void> => {
    const task = this.now;
    if (!task || !each.tel) return;
    if (!this.mine) {
      event.preventDefault();
      if (!(await calling.take(task))) return;
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

  private say(callee: Callee | undefined): TemplateResult | typeof nothing {
    const say = callee?.say;
    if (!say) return nothing;
    const voicemail = this.saying === 'voicemail';
    const theirs = voicemail ? say.voicemail : say.spoken;
    const english = voicemail ? say.voicemailInEnglish : say.spokenInEnglish;
    return html`<section class="say" aria-labelledby="say-title">
      <h2 id="say-title">${t('card.say')}</h2>
      <div class="saying" role="group" aria-labelledby="say-title">
        ${(['spoken', 'voicemail'] as const).map(
          (each) =>
            html`<button class="chip ${this.saying === each ? 'chosen' : ''}" aria-pressed=${this.saying === each} @click=${() => (this.saying = each)}>
              ${t(`say.${each}`)}
            </button>`,
        )}
      </div>
      ${theirs && say.language
        ? html`<blockquote lang=${say.language} dir=${say.rightToLeft ? 'rtl' : 'ltr'}>${theirs}</blockquote>`
        : nothing}
      <blockquote class=${theirs ? 'beside' : ''} lang="en" dir="ltr">${english}</blockquote>
    </section>`;
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

  // ---- what was said before -------------------------------------------------------------------------------------------

  private history(): TemplateResult {
    const card = this.card;
    if (!card) return html`<h2 id="history-title">${t('card.saidBefore')}</h2>`;
    const open = card.promises.filter((each) => each.state === 'OPEN');
    const ended = card.promises.filter((each) => each.state !== 'OPEN');
    return html`<h2 id="history-title">${t('card.saidBefore')}</h2>
      <p><a href=${schoolPage(card.task.schoolId, 'talk', card.task.studentId)}>${icon('phone')} ${t('talk.they')}</a></p>
      ${card.saidBefore.length === 0 ? html`<p class="quiet">${t('card.neverCalled')}</p>` : nothing}
      <ol class="said">
        ${card.saidBefore.map(
          (each) => html`<li>
            <p class="said-head">
              <time datetime=${each.at}>${date(each.at)}${each.schoolDay === card.task.schoolDay ? html`, ${time(each.at)}` : nothing}</time> ·
              ${each.by}
            </p>
            <p>
              <strong>${coded('call', each.outcome)}</strong>${each.result ? html` · ${coded('result', each.result)}` : nothing}${each.reason
                ? html` · ${coded('why', each.reason)}`
                : nothing}
            </p>
            ${each.flags.map((flag) => html`<p class="mark safety">${icon('safety')} ${t(`flag.${flag.toLowerCase()}`, { name: '' })}</p>`)}
            ${each.note ? html`<p class="said-note" dir="auto">${each.note}</p>` : nothing}
            ${each.noteHidden ? html`<p class="quiet">${t('card.noteHidden')}</p>` : nothing}
            ${each.by === store.subject || store.leads(card.task.schoolId)
              ? html`<p><a href="/calls/${each.attemptId}" aria-label=${t('call.openOf', { time: `${date(each.at)}, ${time(each.at)}` })}>${t('call.open')}</a></p>`
              : nothing}
          </li>`,
        )}
      </ol>
      <h2>${t('card.openPromises')}</h2>
      ${open.length === 0 ? html`<p class="quiet">${t('card.noPromises')}</p>` : this.promises(open)}
      ${ended.length > 0 ? html`<h2>${t('card.endedPromises')}</h2>${this.promises(ended)}` : nothing}`;
  }

  private promises(promises: Card['promises']): TemplateResult {
    return html`<ul class="plain">
      ${promises.map(
        (each) => html`<li>
          ${t(each.side === 'FAMILY' ? 'promise.family' : 'promise.school')}
          <span dir="auto">${each.kind === 'COMING_IN' ? t('promise.comingIn') : each.what}</span>
          <small>${t('promise.due', { moment: `${date(each.dueAt)}, ${time(each.dueAt)}` })}</small>
          ${this.mayEnd(each) ? this.ends(each) : nothing}
          ${each.state === 'KEPT' ? html`<span class="mark arrived">${icon('arrived')} ${t('promise.kept')}</span>` : nothing}
          ${each.state === 'NOT_KEPT' || each.overdue ? html`<span class="mark weak">${icon('weak')} ${t(each.state === 'NOT_KEPT' ? 'promise.notKept' : 'promise.overdue')}</span>` : nothing}
        </li>`,
      )}
    </ul>`;
  }

  /** Coming in ends by itself, unless its time is over and nothing told. */
  private mayEnd(each: Card['promises'][0]): boolean {
    return each.state === 'OPEN' && (each.kind !== 'COMING_IN' || each.overdue);
  }

  private ends(each: Card['promises'][0]): TemplateResult {
    const what = each.kind === 'COMING_IN' ? t('promise.comingIn') : (each.what ?? '');
    return html`<button class="link" aria-label=${t('promise.sayKeptOf', { what })} @click=${() => this.end(each, 'KEPT')}>${t('promise.sayKept')}</button>
      <button class="link" aria-label=${t('promise.sayNotKeptOf', { what })} @click=${() => this.end(each, 'NOT_KEPT')}>${t('promise.sayNotKept')}</button>`;
  }

  private async end(each: Card['promises'][0], how: 'KEPT' | 'NOT_KEPT'): Promise<void> {
    try {
      await post(`/api/outreach/v1/promises/${encodeURIComponent(each.promiseId)}/end`, { how });
      await this.read(this.taskId, true);
    } catch (fault) {
      this.message = fault instanceof Problem ? fault.detail : t('trouble.notDone');
    }
  }

  private readonly pressed = (event: KeyboardEvent): void => {
    if (!shortcutsOn() || asleep(event) || event.key.toLowerCase() !== 'c') return;
    const call = this.querySelector<HTMLElement>('.number .call');
    if (call) {
      event.preventDefault();
      call.click();
    }
  };
}

customElements.define('desk-card', DeskCard);

