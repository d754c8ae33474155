/** Practice: made-up families, the same keys and forms, and nothing that leaves this page. No service is asked and nothing is kept. */

import { html, nothing, type TemplateResult } from 'lit';
import { DeskElement } from '../../core/element';
import { coded, languageName, t } from '../../core/i18n';
import { asleep, shortcutsOn } from '../../core/keys';
import { madeUp, type MadeUp } from './made-up';
import { fullName, grade } from '../../core/store';
import type { Attempt, CardNumber } from '../../core/types';
import { icon } from '../../parts/icons';
import '../../parts/log-call';

interface Written {
  family: MadeUp;
  attempt: Attempt;
  words: string;
}

class DeskPractice extends DeskElement {
  static override properties = {
    families: { state: true },
    chosen: { state: true },
    number: { state: true },
    called: { state: true },
    written: { state: true },
    last: { state: true },
  };
  declare families: MadeUp[];
  declare chosen: number;
  /** Which of the family's numbers is called. */
  declare number: number;
  declare called: boolean;
  declare written: Written[];
  declare last: Written | null;

  constructor() {
    super();
    this.begin();
  }

  private begin(): void {
    this.families = madeUp();
    this.chosen = 0;
    this.number = 0;
    this.called = false;
    this.written = [];
    this.last = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('keydown', this.pressed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('keydown', this.pressed);
  }

  private isDone = (family: MadeUp): boolean => this.written.some((each) => each.family === family && !each.attempt.keepClaim);

  override render(): TemplateResult {
    const family = this.families[this.chosen];
    const over = this.families.every(this.isDone);
    return html`<div class="page practice">
      <p class="practice-label" role="note">${icon('held')} <strong>${t('practice.label')}</strong> ${t('practice.nothing')}</p>
      <h1>${t('page.practice')}</h1>
      <p class="lead">${t('practice.what')}</p>
      <ol class="practice-list">
        ${this.families.map(
          (each, at) => html`<li>
            <button class="link" aria-current=${each === family && !over ? 'true' : nothing} @click=${() => this.choose(at)}>${fullName(each.card.task.student)}</button>
            ${this.isDone(each) ? html`<span class="mark arrived">${icon('arrived')} ${t('practice.writtenDown')}</span>` : nothing}
          </li>`,
        )}
      </ol>
      <div role="status">${this.last ? this.said(this.last) : nothing}</div>
      ${over ? this.end() : this.card(family)}
    </div>`;
  }

  private card(family: MadeUp): TemplateResult {
    const { student } = family.card.task;
    const [callee] = family.card.callees;
    const number = callee.numbers[this.number];
    return html`<article class="panel" aria-labelledby="practice-title">
      <h2 id="practice-title" tabindex="-1">
        ${fullName(student)}${student?.pronunciation ? html` <small class="say-it">(${student.pronunciation})</small>` : nothing}
      </h2>
      <p class="card-facts">
        ${[t('grade.long', { grade: grade(student) }), t('homeroom', { homeroom: student?.homeroom ?? '' })].join(' · ')} ·
        ${t('attendance.missed', { n: family.card.attendance?.daysMissed ?? 0, number: String(family.card.attendance?.daysMissed ?? 0) })}
      </p>
      <p>
        <strong>${callee.name}</strong>, ${coded('relation', callee.relation)}
        ${callee.interpreter ? html` · ${languageName(callee.language ?? '')} <span class="mark weak">${icon('person')} ${t('card.interpreter')}</span>` : nothing}
      </p>
      <p class="actions">
        <button class="button" @click=${this.call}>${icon('phone')} <bdi dir="ltr">${number.shown}</bdi> <kbd>C</kbd></button>
      </p>
      ${this.called
        ? html`<p class="banner" role="status">${icon('phone')} ${this.happens(family, number)}</p>
            <log-call .card=${family.card} .callee=${callee} .number=${number} @logged=${this.logged}></log-call>`
        : html`<p class="hint">${t('practice.call')}</p>`}
    </article>`;
  }

  /** The second number of a family is a right one. */
  private happens(family: MadeUp, number: CardNumber): string {
    return family.card.callees[0].numbers.indexOf(number) > 0 ? t('practice.second') : t(`situation.${family.id}`);
  }

  private choose(at: number): void {
    this.chosen = at;
    this.number = 0;
    this.called = false;
    this.last = null;
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('#practice-title')?.focus());
  }

  private readonly call = (): void => {
    this.called = true;
    this.last = null;
  };

  private readonly logged = (event: CustomEvent<{ attempt: Attempt; words: string }>): void => {
    const family = this.families[this.chosen];
    this.last = { family, ...event.detail };
    this.written = [...this.written, this.last];
    this.called = false;
    if (event.detail.attempt.keepClaim) this.number = 1;
    else this.next();
  };

  private next(): void {
    const at = this.families.findIndex((each) => !this.isDone(each));
    if (at < 0) return;
    this.chosen = at;
    this.number = 0;
    this.called = false;
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('#practice-title')?.focus());
  }

  private readonly undo = (): void => {
    const last = this.written.at(-1);
    if (!last) return;
    this.written = this.written.slice(0, -1);
    this.last = null;
    this.chosen = this.families.indexOf(last.family);
    this.number = this.isSecond(last) ? 1 : 0;
    this.called = true;
  };

  /** What was written down, and what somebody with practice would have. */
  private said(written: Written): TemplateResult {
    return html`<p class="notice">
      ${t('log.saved', { name: fullName(written.family.card.task.student), outcome: written.words })} ${this.judged(written)}
      <button class="link" @click=${this.undo}>${t('log.undo')} <kbd>U</kbd></button>
    </p>`;
  }

  private isSecond = ({ family, attempt }: Written): boolean => attempt.number !== family.card.callees[0].numbers[0].number;

  private judged(written: Written): string {
    const { family, attempt } = written;
    const { outcomes, result, flag } = family.expected;
    if (this.isSecond(written)) return t(attempt.outcome === 'NO_ANSWER' ? 'practice.right' : 'practice.secondUsual');
    const right = outcomes.includes(attempt.outcome) && (!result || attempt.result === result) && (!flag || attempt.flags?.includes(flag));
    if (right) return t('practice.right');
    const usual = [coded('call', outcomes[0]), result ? coded('result', result) : '', flag ? t(`flag.${flag.toLowerCase()}`, { name: '' }) : ''];
    return t('practice.usual', { usual: usual.filter(Boolean).join(' · ') });
  }

  private end(): TemplateResult {
    return html`<section class="empty">
      <p class="empty-title">${t('practice.end')}</p>
      <p>${t('practice.endWhat')}</p>
      <p class="actions">
        <a class="button" href="/">${t('practice.leave')}</a>
        <button class="button quiet" @click=${() => this.begin()}>${t('practice.again')}</button>
      </p>
    </section>`;
  }

  private readonly pressed = (event: KeyboardEvent): void => {
    if (!shortcutsOn() || asleep(event)) return;
    const key = event.key.toLowerCase();
    if (key === 'c' && !this.called) this.call();
    else if (key === 'u') this.undo();
    else if (key === 'n') this.next();
    else return;
    event.preventDefault();
  };
}

customElements.define('desk-practice', DeskPractice);
