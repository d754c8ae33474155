/** What came of a call: one key or tap where nobody was reached, a few and some words where somebody was. */

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { drafts, type Draft } from '../core/drafts';
import { DeskElement } from '../core/element';
import { coded, t } from '../core/i18n';
import { asleep, shortcutsOn } from '../core/keys';
import { fullName } from '../core/store';
import { now, time, timeFrom } from '../core/time';
import type { Attempt, Callee, Card, CardNumber, Outcome, Said, Sibling } from '../core/types';
import { byField, others, type Errors } from './forms';
import { RESULTS, SAID, asWritten, rounded, type SaidFields } from './said-fields';
import './said-fields';
import { chosen, when } from './when';

/** The codes, in the order of their keys. The first five are most of a morning. */
export const OUTCOMES: Outcome[] = [
  'NO_ANSWER',
  'VOICEMAIL_LEFT',
  'BUSY',
  'WRONG_NUMBER',
  'REACHED_GUARDIAN',
  'NOT_IN_SERVICE',
  'LANGUAGE_BARRIER',
  'ASKED_NOT_TO_BE_CALLED',
  'CALL_BACK_AT',
];
const REACHED = OUTCOMES.indexOf('REACHED_GUARDIAN');
const GO_ON_WITH_THE_FAMILY: Outcome[] = ['WRONG_NUMBER', 'NOT_IN_SERVICE', 'ASKED_NOT_TO_BE_CALLED'];
export const WHO: Outcome[] = ['REACHED_GUARDIAN', 'REACHED_STUDENT', 'REACHED_OTHER'];

/** Where there is room, all outcomes are shown; elsewhere the rarer ones are asked for. */
const WIDE = matchMedia('(min-width: 60rem)');

type Stage = 'tiles' | 'reached' | 'later';

class LogCall extends DeskElement {
  static override properties = {
    card: { attribute: false },
    callee: { attribute: false },
    number: { attribute: false },
    stage: { state: true },
    who: { state: true },
    missing: { state: true },
    all: { state: true },
  };
  declare card: Card;
  declare callee: Callee | undefined;
  declare number: CardNumber | undefined;
  declare stage: Stage;
  declare who: Outcome;
  declare missing: string;
  declare all: boolean;
  /** When the number was dialled. */
  startedAt = '';
  /** What was written of this call before. */
  private from: Said = {};
  private wrong: Errors = {};
  private alsoFor: string[] | null = null;
  /** A call in which nobody was reached, and which was not taken in. */
  private unsaved: Draft | null = null;

  /** What the form for another time begins with; it stays while somebody chooses. */
  private inAnHour = 0;

  constructor() {
    super();
    this.clear();
  }

  private clear(): void {
    this.stage = 'tiles';
    this.who = 'REACHED_GUARDIAN';
    this.missing = '';
    this.all = false;
    this.startedAt = '';
    this.from = {};
    this.wrong = {};
    this.alsoFor = null;
    this.unsaved = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('keydown', this.pressed);
    WIDE.addEventListener('change', this.resized);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('keydown', this.pressed);
    WIDE.removeEventListener('change', this.resized);
    this.keep(this.card);
  }

  private readonly resized = (): void => this.requestUpdate();

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('card') as Card | undefined;
    if (before && before.task.taskId !== this.card.task.taskId) {
      this.keep(before);
      this.clear();
    }
    // What is no longer shown takes nothing: it has just put back what was written.
    if (this.isConnected && this.stage === 'tiles' && !this.unsaved && Object.keys(this.from).length === 0) this.writeOn();
  }

  /** Whoever goes to another family finds here again what they have written. */
  private keep({ task }: Card): void {
    if (this.unsaved) drafts.keep(task.taskId, this.unsaved);
    this.unsaved = null;
    const said = this.stage === 'reached' ? this.said?.written() : undefined;
    if (!said || Object.keys(said).length === 0) return;
    drafts.keep(task.taskId, { attempt: this.complete({ outcome: this.who, ...said, alsoFor: this.also() }), wrong: [] });
    this.stage = 'tiles';
  }

  private writeOn(): void {
    const draft = drafts.take(this.card.task.taskId);
    if (!draft) return;
    if (!WHO.includes(draft.attempt.outcome)) {
      this.unsaved = draft;
      return;
    }
    const { outcome, startedAt, alsoFor, ...said } = draft.attempt;
    this.stage = 'reached';
    this.who = outcome;
    this.startedAt = startedAt ?? '';
    this.from = asWritten(said);
    this.alsoFor = (alsoFor ?? []).map(({ taskId }) => taskId);
    this.wrong = byField(draft.wrong);
  }

  override render(): TemplateResult {
    switch (this.stage) {
      case 'tiles':
        return this.tiles();
      case 'later':
        return this.later();
      default:
        return this.reached();
    }
  }

  private tiles(): TemplateResult {
    const usual = OUTCOMES.slice(0, REACHED + 1);
    const rest = OUTCOMES.slice(REACHED + 1);
    const tile = (outcome: Outcome): TemplateResult => {
      const key = OUTCOMES.indexOf(outcome) + 1;
      return html`<button class="tile ${outcome === 'REACHED_GUARDIAN' ? 'reached' : ''}" data-key=${key} @click=${() => this.choose(outcome)}>
        <kbd>${key}</kbd> ${outcome === 'REACHED_GUARDIAN' ? t('log.reached') : coded('call', outcome)}
      </button>`;
    };
    return html`<section class="log docked" aria-labelledby="log-title">
      <h2 id="log-title" class="visually-hidden">${t('log.title')}</h2>
      ${this.notTakenIn()}
      ${this.all && !WIDE.matches ? html`<div class="tiles rest">${rest.map(tile)}</div>` : nothing}
      <div class="tiles">
        ${(WIDE.matches ? OUTCOMES : usual).map(tile)}
        ${WIDE.matches
          ? nothing
          : html`<button class="tile" aria-expanded=${this.all} @click=${() => (this.all = !this.all)}>${t(this.all ? 'log.less' : 'log.more')}</button>`}
      </div>
    </section>`;
  }

  /** It is sent as it was, or replaced by what is chosen below. */
  private notTakenIn(): TemplateResult | typeof nothing {
    if (!this.unsaved) return nothing;
    const { attempt, why, wrong } = this.unsaved;
    const words =
      attempt.outcome === 'CALL_BACK_AT' && attempt.callAgainAt
        ? t('log.calledBack', { time: time(attempt.callAgainAt) })
        : coded('call', attempt.outcome);
    return html`<div class="error unsaved" role="alert">
      <p>${t('log.unsaved', { outcome: words })}</p>
      ${why ? html`<p>${why}</p>` : nothing} ${others(byField(wrong), [])}
      <button class="button quiet" @click=${() => this.sendAsIs(attempt, words)}>${t('log.saveAgain')}</button>
    </div>`;
  }

  private sendAsIs(attempt: Attempt, words: string): void {
    this.clear();
    this.dispatchEvent(new CustomEvent('logged', { detail: { attempt, words } }));
  }

  private choose(outcome: Outcome): void {
    if (outcome === 'REACHED_GUARDIAN') {
      this.stage = 'reached';
      if (this.callee?.kind === 'STUDENT') this.who = 'REACHED_STUDENT';
      this.dispatchEvent(new CustomEvent('writing'));
    } else if (outcome === 'CALL_BACK_AT') {
      this.stage = 'later';
      this.inAnHour = rounded(60);
      this.focusFirst('button.chip');
    } else {
      const attempt: Attempt = { outcome, ...this.forTheHousehold() };
      if (GO_ON_WITH_THE_FAMILY.includes(outcome)) attempt.keepClaim = this.othersToDial();
      this.send(attempt, coded('call', outcome));
    }
  }

  /** Another number of the family that may be dialled. */
  private othersToDial(): boolean {
    return this.card.callees
      .filter((callee) => callee.mayBeCalled)
      .some((callee) => callee.numbers.some((number) => number.mayBeDialledNow && number !== this.number));
  }

  private later(): TemplateResult {
    return html`<section class="log" aria-labelledby="log-title">
      <h2 id="log-title">${t('log.callBackAt')}</h2>
      <div class="tiles">
        ${[20, 40, 60, 120].map((minutes) => {
          const then = rounded(minutes);
          return html`<button class="chip" @click=${() => this.callBack(then)}>${time(then)}</button>`;
        })}
      </div>
      <form class="row" @submit=${this.callBackThen}>
        ${when('later', t('log.otherTime'), this.inAnHour, this.card.task.schoolDay)}
        <button class="button quiet">${t('save')}</button>
      </form>
      ${this.problem()}
      <p class="actions"><button class="button quiet" @click=${() => this.back()}>${t('cancel')}</button></p>
    </section>`;
  }

  private readonly callBackThen = (event: SubmitEvent): void => {
    event.preventDefault();
    const then = Date.parse(chosen(new FormData(event.target as HTMLFormElement), 'later') ?? '');
    if (!(then > now())) this.missing = t('log.inThePast');
    else this.callBack(then);
  };

  private callBack(then: number): void {
    const callAgainAt = new Date(then).toISOString();
    const time = timeFrom(this.card.task.schoolDay, then);
    this.send({ outcome: 'CALL_BACK_AT', callAgainAt, ...this.forTheHousehold() }, t('log.calledBack', { time }));
  }

  private reached(): TemplateResult {
    const name = this.card.task.student?.preferredName || this.card.task.student?.givenName || '';
    return html`<form class="log" aria-labelledby="log-title" @submit=${this.save}>
      <h2 id="log-title">${t('log.whatTheySay')}</h2>
      ${Object.keys(this.wrong).length > 0 ? html`<p class="error" role="alert">${t('log.notSaved')}</p>` : nothing}
      ${others(this.wrong, SAID)}
      <fieldset class="chips">
        <legend>${t('log.who')}</legend>
        ${WHO.map((each) => this.radio('who', each, this.who === each, coded('call', each), () => (this.who = each)))}
      </fieldset>
      <said-fields .name=${name} .day=${this.card.task.schoolDay} .from=${this.from} .errors=${this.wrong} .lastBell=${this.card.lastBell ?? ''} .promises=${true} .begins=${true}></said-fields>
      ${this.siblings()}
      <p class="actions">
        <button class="button">${t('log.save')} <kbd>Ctrl ↵</kbd></button>
        <button type="button" class="button quiet" @click=${() => this.back()}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  private radio(name: string, value: string, chosen: boolean, words: string, choose: () => void): TemplateResult {
    return html`<label class="chip ${chosen ? 'chosen' : ''}"
      ><input type="radio" class="visually-hidden" name=${name} value=${value} .checked=${chosen} @change=${choose} />${words}</label
    >`;
  }

  private unfinished(): Sibling[] {
    return this.card.household.filter((each) => each.state === 'OPEN' || each.state === 'CLAIMED');
  }

  /** One number was dialled for all of them. */
  private forTheHousehold(): Pick<Attempt, 'alsoFor'> {
    const alsoFor = this.unfinished().map(({ taskId }) => ({ taskId }));
    return alsoFor.length > 0 ? { alsoFor } : {};
  }

  private siblings(): TemplateResult | typeof nothing {
    const siblings = this.unfinished();
    if (siblings.length === 0) return nothing;
    return html`<fieldset>
      <legend>${t('log.alsoFor')}</legend>
      ${siblings.map(
        (each) =>
          html`<label class="check"
            ><input type="checkbox" name="also" value=${each.taskId} ?checked=${this.alsoFor?.includes(each.taskId) ?? true} /> ${fullName(each.student) || each.studentId}</label
          >`,
      )}
    </fieldset>`;
  }

  private problem(): TemplateResult | typeof nothing {
    return this.missing ? html`<p class="error" role="alert">${this.missing}</p>` : nothing;
  }

  private get said(): SaidFields | null {
    return this.querySelector<SaidFields>('said-fields');
  }

  private readonly save = (event?: Event): void => {
    event?.preventDefault();
    const said = this.said?.read(now());
    if (!said) return;
    const alsoFor = this.also();
    const attempt: Attempt = { outcome: this.who, ...said, ...(alsoFor.length > 0 ? { alsoFor } : {}) };
    this.send(attempt, coded('result', said.result));
  };

  private also(): { taskId: string }[] {
    const form = this.querySelector('form');
    return form ? new FormData(form).getAll('also').map((taskId) => ({ taskId: String(taskId) })) : [];
  }

  /** What was written stays, should it have been a slip. */
  private back(): void {
    if (this.said) this.from = asWritten(this.said.written());
    this.wrong = {};
    this.stage = 'tiles';
    this.missing = '';
    this.focusFirst('.tile');
  }

  /** With whom, by which number, and since when. */
  private complete = (attempt: Attempt): Attempt => ({
    ...attempt,
    ...(this.callee ? { contactId: this.callee.contactId } : {}),
    ...(this.number?.number ? { number: this.number.number } : {}),
    ...(this.startedAt ? { startedAt: this.startedAt } : {}),
  });

  private send(said: Attempt, words: string): void {
    this.sendAsIs(this.complete(said), words);
  }

  private focusFirst(selector: string): void {
    void this.updateComplete.then(() => this.querySelector<HTMLElement>(selector)?.focus());
  }

  private readonly pressed = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && this.stage === 'reached') {
      event.preventDefault();
      this.querySelector('form')?.requestSubmit();
      return;
    }
    if (event.key === 'Escape' && this.stage !== 'tiles' && !document.querySelector('dialog[open]')) {
      this.back();
      return;
    }
    if (!shortcutsOn() || !/^[1-9]$/.test(event.key)) return;
    const target = event.composedPath()[0];
    const choosing = target instanceof HTMLInputElement && target.type === 'radio';
    if (asleep(event) && !choosing) return;
    const result = RESULTS[Number(event.key) - 1];
    if (this.stage === 'tiles' && !choosing) {
      this.tap(event);
    } else if (this.stage === 'reached' && result) {
      event.preventDefault();
      this.said?.resultIs(result);
    }
  };

  /** A key is its tile: it does nothing where that is not shown. */
  private tap(event: KeyboardEvent): void {
    const tile = this.querySelector<HTMLElement>(`.tile[data-key="${event.key}"]`);
    if (!tile?.checkVisibility()) return;
    event.preventDefault();
    tile.click();
  }
}

customElements.define('log-call', LogCall);

