/** What came of a call: one key or tap where nobody was reached, a few and some words where somebody was. */

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { DeskElement } from '../core/element';
import { coded, t } from '../core/i18n';
import { asleep, shortcutsOn } from '../core/keys';
import { fullName } from '../core/store';
import { at, now, time } from '../core/time';
import type { Attempt, Callee, Card, CardNumber, Outcome, Sibling } from '../core/types';
import { icon } from './icons';

/** The codes, in the order of their keys. The first five are most of a morning. */
const OUTCOMES: Outcome[] = [
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
const WHO: Outcome[] = ['REACHED_GUARDIAN', 'REACHED_STUDENT', 'REACHED_OTHER'];
const RESULTS = [
  'COMING_IN_TODAY',
  'WILL_NOT_COME_VALID_REASON',
  'WILL_NOT_COME_OTHER',
  'SAYS_LEFT_FOR_SCHOOL',
  'MOVED_OR_LEFT_SCHOOL',
  'UNDETERMINED',
];
const REASONS = [
  'ILLNESS',
  'TRANSPORT',
  'OVERSLEPT',
  'APPOINTMENT',
  'FAMILY_EMERGENCY',
  'CARING_FOR_A_RELATIVE',
  'SAFETY_OR_CONFLICT',
  'WORK',
  'BEREAVEMENT',
  'RELIGIOUS',
  'TRAVEL',
  'THOUGHT_NO_SCHOOL',
  'NOT_SAID',
  'OTHER',
];
const STEPS = ['CALL_AGAIN_AT', 'REFER_TO', 'FIX_THE_NUMBER', 'HOME_VISIT'];
const HELPERS = ['NURSE', 'COUNSELLOR', 'SOCIAL_WORKER', 'ATTENDANCE_TEAM'];
const FLAGS = ['GUARDIAN_NOT_AWARE', 'WHEREABOUTS_NOT_KNOWN'];

type Stage = 'tiles' | 'reached' | 'later';

class LogCall extends DeskElement {
  static override properties = {
    card: { attribute: false },
    callee: { attribute: false },
    number: { attribute: false },
    stage: { state: true },
    who: { state: true },
    result: { state: true },
    reason: { state: true },
    flags: { state: true },
    step: { state: true },
    missing: { state: true },
    all: { state: true },
  };
  declare card: Card;
  declare callee: Callee | undefined;
  declare number: CardNumber | undefined;
  declare stage: Stage;
  declare who: Outcome;
  declare result: string;
  declare reason: string;
  declare flags: string[];
  declare step: string;
  declare missing: string;
  declare all: boolean;
  /** When the number was dialled. */
  startedAt = '';

  constructor() {
    super();
    this.clear();
  }

  private clear(): void {
    this.stage = 'tiles';
    this.who = 'REACHED_GUARDIAN';
    this.result = '';
    this.reason = '';
    this.flags = [];
    this.step = '';
    this.missing = '';
    this.all = false;
    this.startedAt = '';
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
    const before = changed.get('card') as Card | undefined;
    if (changed.has('card') && before && before.task.taskId !== this.card.task.taskId) this.clear();
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
    const shown = OUTCOMES.slice(0, REACHED + 1);
    const rest = OUTCOMES.slice(REACHED + 1);
    const tile = (outcome: Outcome): TemplateResult => {
      const key = OUTCOMES.indexOf(outcome) + 1;
      return html`<button class="tile ${outcome === 'REACHED_GUARDIAN' ? 'reached' : ''}" @click=${() => this.choose(outcome)}>
        <kbd>${key}</kbd> ${outcome === 'REACHED_GUARDIAN' ? t('log.reached') : coded('call', outcome)}
      </button>`;
    };
    return html`<section class="log docked" aria-labelledby="log-title">
      <h2 id="log-title" class="visually-hidden">${t('log.title')}</h2>
      ${this.all ? html`<div class="tiles rest">${rest.map(tile)}</div>` : nothing}
      <div class="tiles">
        ${shown.map(tile)}
        <button class="tile" aria-expanded=${this.all} @click=${() => (this.all = !this.all)}>${t(this.all ? 'log.less' : 'log.more')}</button>
      </div>
    </section>`;
  }

  private choose(outcome: Outcome): void {
    if (outcome === 'REACHED_GUARDIAN') {
      this.stage = 'reached';
      if (this.callee?.kind === 'STUDENT') this.who = 'REACHED_STUDENT';
      this.focusFirst('input[name="result"]');
    } else if (outcome === 'CALL_BACK_AT') {
      this.stage = 'later';
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
          const when = rounded(minutes);
          return html`<button class="chip" @click=${() => this.callBack(when)}>${time(when)}</button>`;
        })}
        <label class="inline">${t('log.otherTime')} <input type="time" name="later" @change=${this.callBackAtTime} /></label>
      </div>
      ${this.problem()}
      <p class="actions"><button class="button quiet" @click=${() => this.back()}>${t('cancel')}</button></p>
    </section>`;
  }

  private readonly callBackAtTime = (event: Event): void => {
    const clock = (event.target as HTMLInputElement).value;
    if (!clock) return;
    const when = Date.parse(at(this.card.task.schoolDay, clock));
    if (when <= now()) this.missing = t('log.inThePast');
    else this.callBack(when);
  };

  private callBack(when: number): void {
    const callAgainAt = new Date(when).toISOString();
    this.send({ outcome: 'CALL_BACK_AT', callAgainAt, ...this.forTheHousehold() }, t('log.calledBack', { time: time(when) }));
  }

  private reached(): TemplateResult {
    const name = this.card.task.student?.preferredName || this.card.task.student?.givenName || '';
    return html`<form class="log" aria-labelledby="log-title" @submit=${this.save}>
      <h2 id="log-title">${t('log.whatTheySay')}</h2>
      <fieldset class="chips">
        <legend>${t('log.who')}</legend>
        ${WHO.map((each) => this.radio('who', each, this.who === each, coded('call', each), () => (this.who = each)))}
      </fieldset>
      <fieldset class="chips results">
        <legend>${t('log.result')}</legend>
        ${RESULTS.map((each, at) =>
          this.radio('result', each, this.result === each, coded('result', each), () => this.resultIs(each), at + 1),
        )}
      </fieldset>
      ${this.result === 'COMING_IN_TODAY'
        ? html`<label class="inline"
            >${t('log.comingBy')} <input type="time" name="comingBy" required .value=${time(rounded(45))} /></label
          >`
        : nothing}
      <fieldset class="chips">
        <legend>${t('log.reason')}</legend>
        ${REASONS.map((each) =>
          this.radio('reason', each, this.reason === each, coded('why', each), () => {
            this.reason = each;
          }),
        )}
      </fieldset>
      <fieldset class="flags">
        <legend class="visually-hidden">${t('log.flags')}</legend>
        ${FLAGS.map(
          (flag) =>
            html`<label class="check safety"
              ><input type="checkbox" name="flag" value=${flag} .checked=${this.flags.includes(flag)} @change=${this.flagged} />
              ${icon('safety')} ${t(`flag.${flag.toLowerCase()}`, { name })}</label
            >`,
        )}
      </fieldset>
      <label>${t('log.note')} <textarea name="note" rows="3" maxlength="20000" dir="auto"></textarea></label>
      <label class="check"><input type="checkbox" name="restricted" /> ${t('log.restricted')}</label>
      <details class="more">
        <summary>${t('log.furtherSteps')}</summary>
        <fieldset class="chips">
          <legend>${t('log.nextStep')}</legend>
          ${STEPS.map((each) => this.radio('step', each, this.step === each, coded('next', each), () => (this.step = each)))}
        </fieldset>
        ${this.step === 'REFER_TO'
          ? html`<label class="inline"
              >${t('log.referTo')}
              <select name="referTo">
                ${HELPERS.map((each) => html`<option value=${each}>${coded('refer', each)}</option>`)}
              </select></label
            >`
          : nothing}
        ${this.step === 'CALL_AGAIN_AT'
          ? html`<label class="inline">${t('log.callBackAt')} <input type="time" name="again" required .value=${time(rounded(60))} /></label>`
          : nothing}
        <label>${t('log.promise')} <input name="promise" maxlength="500" autocomplete="off" dir="auto" /></label>
        <label class="inline">${t('log.promiseDue')} <input type="date" name="promiseDue" .value=${tomorrow(this.card.task.schoolDay)} /></label>
      </details>
      ${this.siblings()} ${this.problem()}
      <p class="actions">
        <button class="button">${t('log.save')} <kbd>Ctrl ↵</kbd></button>
        <button type="button" class="button quiet" @click=${() => this.back()}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  private radio(name: string, value: string, chosen: boolean, words: string, choose: () => void, key?: number): TemplateResult {
    return html`<label class="chip ${chosen ? 'chosen' : ''}"
      ><input type="radio" class="visually-hidden" name=${name} value=${value} .checked=${chosen} @change=${choose} />${key
        ? html`<kbd>${key}</kbd> `
        : nothing}${words}</label
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
            ><input type="checkbox" name="also" value=${each.taskId} checked /> ${fullName(each.student) || each.studentId}</label
          >`,
      )}
    </fieldset>`;
  }

  private problem(): TemplateResult | typeof nothing {
    return this.missing ? html`<p class="error" role="alert">${this.missing}</p>` : nothing;
  }

  private resultIs(result: string): void {
    this.result = result;
    this.missing = '';
    this.focusFirst(result === 'COMING_IN_TODAY' ? 'textarea' : 'textarea');
  }

  private readonly flagged = (): void => {
    this.flags = [...this.querySelectorAll<HTMLInputElement>('input[name="flag"]:checked')].map((each) => each.value);
  };

  private readonly save = (event?: Event): void => {
    event?.preventDefault();
    const form = this.querySelector('form');
    if (!form) return;
    if (!this.result) {
      this.missing = t('log.resultMissing');
      this.focusFirst('input[name="result"]');
      return;
    }
    if (this.result === 'WILL_NOT_COME_VALID_REASON' && (!this.reason || this.reason === 'NOT_SAID')) {
      this.missing = t('log.reasonMissing');
      this.focusFirst('input[name="reason"]');
      return;
    }
    const data = new FormData(form);
    const text = (name: string): string => String(data.get(name) ?? '').trim();
    const day = this.card.task.schoolDay;
    const attempt: Attempt = { outcome: this.who, result: this.result };
    if (this.result === 'COMING_IN_TODAY') {
      attempt.comingBy = at(day, text('comingBy'));
      if (Date.parse(attempt.comingBy) <= now()) {
        this.missing = t('log.inThePast');
        this.focusFirst('input[name="comingBy"]');
        return;
      }
    }
    if (this.reason) attempt.reason = this.reason;
    if (this.flags.length > 0) attempt.flags = this.flags;
    if (text('note')) {
      attempt.note = String(data.get('note'));
      if (data.get('restricted')) attempt.restricted = true;
    }
    if (this.step) attempt.nextStep = this.step;
    if (this.step === 'REFER_TO') attempt.referTo = text('referTo');
    if (this.step === 'CALL_AGAIN_AT') attempt.callAgainAt = at(day, text('again'));
    if (text('promise')) attempt.promises = [{ what: text('promise'), dueAt: at(text('promiseDue'), '15:00') }];
    const also = data.getAll('also').map((taskId) => ({ taskId: String(taskId) }));
    if (also.length > 0) attempt.alsoFor = also;
    this.send(attempt, coded('result', this.result));
  };

  private back(): void {
    this.stage = 'tiles';
    this.missing = '';
    this.focusFirst('.tile');
  }

  private send(attempt: Attempt, words: string): void {
    const startedAt = this.startedAt;
    this.clear();
    this.dispatchEvent(
      new CustomEvent('logged', {
        detail: {
          attempt: {
            ...attempt,
            ...(this.callee ? { contactId: this.callee.contactId } : {}),
            ...(this.number?.number ? { number: this.number.number } : {}),
            ...(startedAt ? { startedAt } : {}),
          },
          words,
        },
      }),
    );
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
    const at = Number(event.key) - 1;
    if (this.stage === 'tiles' && !choosing && OUTCOMES[at]) {
      event.preventDefault();
      this.choose(OUTCOMES[at]);
    } else if (this.stage === 'reached' && RESULTS[at]) {
      event.preventDefault();
      this.resultIs(RESULTS[at]);
    }
  };
}

/** So many minutes from now, on the next five. */
function rounded(minutes: number): number {
  const five = 5 * 60000;
  return Math.ceil((now() + minutes * 60000) / five) * five;
}

/** The next day that is no Saturday and no Sunday. */
function tomorrow(day: string): string {
  const date = new Date(`${day}T12:00:00Z`);
  do date.setUTCDate(date.getUTCDate() + 1);
  while (date.getUTCDay() % 6 === 0);
  return date.toISOString().slice(0, 10);
}

customElements.define('log-call', LogCall);

