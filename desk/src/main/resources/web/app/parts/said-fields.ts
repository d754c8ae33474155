/** What somebody said who was reached: whether the student comes, why not, what makes it urgent, what follows. Part of a form. */

import { html, nothing, type TemplateResult } from 'lit';
import { DeskElement } from '../core/element';
import { coded, t, type Values } from '../core/i18n';
import { at, now, time } from '../core/time';
import type { Said } from '../core/types';
import { describedBy, hint, invalid, under, type Errors } from './forms';
import { icon } from './icons';
import { chosen, when } from './when';
import { words } from './words';

export const RESULTS = [
  'COMING_IN_TODAY',
  'WILL_NOT_COME_VALID_REASON',
  'WILL_NOT_COME_OTHER',
  'SAYS_LEFT_FOR_SCHOOL',
  'MOVED_OR_LEFT_SCHOOL',
  'UNDETERMINED',
];
/** In the order of their letters on the call sheet. */
export const REASONS = [
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
export const FLAGS = ['GUARDIAN_NOT_AWARE', 'WHEREABOUTS_NOT_KNOWN'];
const STEPS = ['NONE', 'CALL_AGAIN_AT', 'REFER_TO', 'FIX_THE_NUMBER', 'HOME_VISIT'];
const HELPERS = ['NURSE', 'COUNSELLOR', 'SOCIAL_WORKER', 'ATTENDANCE_TEAM'];
/** What the service calls the fields that stand here. */
export const SAID = ['result', 'comingBy', 'absentThrough', 'reason', 'flags', 'note', 'nextStep', 'referTo', 'callAgainAt', 'promises'];
/** Nothing that is pasted is cut off: what is longer is said to be. */
const LONGEST_NOTE = 20000;
const LONGEST_PROMISE = 500;
const MOST_PROMISES = 10;
const SIDES = ['SCHOOL', 'FAMILY'];
const STAYS_AWAY = ['WILL_NOT_COME_VALID_REASON', 'WILL_NOT_COME_OTHER'];

export class SaidFields extends DeskElement {
  static override properties = {
    name: {},
    day: {},
    from: { attribute: false },
    errors: { attribute: false },
    lastBell: {},
    mayBeSilent: { type: Boolean },
    promises: { type: Boolean },
    begins: { type: Boolean },
    result: { state: true },
    reason: { state: true },
    flags: { state: true },
    step: { state: true },
    promised: { state: true },
    sides: { state: true },
    missing: { state: true },
  };
  /** What the student is called. */
  declare name: string;
  /** The school day that is talked about. */
  declare day: string;
  /** What was said so far, where it is corrected. */
  declare from: Said;
  /** What the service said was wrong, by field. */
  declare errors: Errors;
  /** When the school day ends; empty where nobody says so. */
  declare lastBell: string;
  /** Nothing need be said of today. */
  declare mayBeSilent: boolean;
  /** Something may be promised, by the school or by the family. */
  declare promises: boolean;
  /** The first field takes the focus. */
  declare begins: boolean;
  declare result: string;
  declare reason: string;
  declare flags: string[];
  declare step: string;
  /** How many promises may be written. */
  declare promised: number;
  /** Who makes each of them: the school where nobody says. */
  declare sides: string[];
  declare missing: string;
  private readonly soon = rounded(45);
  private readonly later = rounded(60);

  constructor() {
    super();
    this.name = '';
    this.day = '';
    this.from = {};
    this.errors = {};
    this.lastBell = '';
    this.mayBeSilent = false;
    this.promises = false;
    this.begins = false;
    this.result = '';
    this.reason = '';
    this.flags = [];
    this.step = 'NONE';
    this.promised = 1;
    this.sides = [];
    this.missing = '';
  }

  protected override willUpdate(): void {
    if (this.hasUpdated) return;
    this.result = this.from.result ?? '';
    this.reason = this.from.reason ?? '';
    this.flags = this.from.flags ?? [];
    this.step = this.from.nextStep ?? 'NONE';
    this.promised = Math.max(1, this.from.promises?.length ?? 0);
    this.sides = (this.from.promises ?? []).map(({ side }) => side ?? SIDES[0]);
  }

  protected override firstUpdated(): void {
    const wrong = SAID.some((field) => this.errors[field]);
    if (this.begins) this.focusFirst(wrong ? '[aria-invalid]' : this.result ? 'textarea' : 'input[name="result"]');
  }

  override render(): TemplateResult {
    return html`<fieldset class="chips results">
        <legend>${t('log.result')}</legend>
        ${this.mayBeSilent ? this.radio('result', '', this.result === '', t('said.nothingOfToday'), () => this.resultIs('')) : nothing}
        ${RESULTS.map((each, place) =>
          this.radio('result', each, this.result === each, coded('result', each), () => this.resultIs(each), place + 1),
        )}
        ${under(this.errors, 'result')}
      </fieldset>
      ${this.result === 'COMING_IN_TODAY'
        ? html`<label class="inline"
              >${t('log.comingBy')}
              <input
                type="time"
                name="comingBy"
                required
                .value=${time(this.from.comingBy ?? this.usual)}
                aria-invalid=${invalid(this.errors, 'comingBy')}
                aria-describedby=${describedBy(this.errors, 'comingBy')}
            /></label>
            ${under(this.errors, 'comingBy')}`
        : nothing}
      ${STAYS_AWAY.includes(this.result)
        ? html`<label class="inline"
              >${t('said.through')}
              <input
                type="date"
                name="through"
                min=${this.day}
                .value=${this.from.absentThrough ?? ''}
                aria-invalid=${invalid(this.errors, 'absentThrough')}
                aria-describedby=${describedBy(this.errors, 'absentThrough')}
            /></label>
            ${under(this.errors, 'absentThrough')}`
        : nothing}
      ${this.mayBeSilent && !this.result
        ? nothing
        : html`<fieldset class="chips">
            <legend>${t('log.reason')}</legend>
            ${REASONS.map((each) =>
              this.radio('reason', each, this.reason === each, coded('why', each), () => {
                this.reason = each;
              }),
            )}
            ${under(this.errors, 'reason')}
          </fieldset>`}
      <fieldset class="flags">
        <legend class="visually-hidden">${t('log.flags')}</legend>
        ${FLAGS.map(
          (flag) =>
            html`<label class="check safety"
              ><input type="checkbox" name="flag" value=${flag} .checked=${this.flags.includes(flag)} @change=${this.flagged} />
              ${icon('safety')} ${t(`flag.${flag.toLowerCase()}`, { name: this.name })}</label
            >`,
        )}
        ${under(this.errors, 'flags')}
      </fieldset>
      <label
        >${t('log.note')}
        <textarea
          name="note"
          rows="3"
          dir="auto"
          .value=${this.from.note ?? ''}
          aria-invalid=${invalid(this.errors, 'note')}
          aria-describedby=${describedBy(this.errors, 'note', t('log.neverWrite'))}
        ></textarea></label
      >
      ${hint('note', t('log.neverWrite'))} ${under(this.errors, 'note')}
      ${this.from.noteRestricted && this.from.note === undefined ? html`<p class="hint">${t('said.noteStays')}</p>` : nothing}
      <label class="check"
        ><input type="checkbox" name="restricted" .checked=${this.from.noteRestricted ?? false} /> ${t('log.restricted')}</label
      >
      <details class="more" ?open=${this.step !== 'NONE' || this.from.promises !== undefined}>
        <summary>${t(this.promises ? 'log.furtherSteps' : 'log.nextStep')}</summary>
        <fieldset class="chips">
          <legend>${t('log.nextStep')}</legend>
          ${STEPS.map((each) => this.radio('step', each, this.step === each, coded('next', each), () => (this.step = each)))}
          ${under(this.errors, 'nextStep')}
        </fieldset>
        ${this.step === 'REFER_TO'
          ? html`<label class="inline"
              >${t('log.referTo')}
              <select name="referTo">
                ${HELPERS.map((each) => html`<option value=${each} ?selected=${each === this.from.referTo}>${coded('refer', each)}</option>`)}
              </select></label
              >
              ${under(this.errors, 'referTo')}`
          : nothing}
        ${this.step === 'CALL_AGAIN_AT'
          ? html`${when('again', t('log.callAgainOn'), this.from.callAgainAt ? Date.parse(this.from.callAgainAt) : this.later, this.day, {
                errors: this.errors,
                field: 'callAgainAt',
              })}
              ${under(this.errors, 'callAgainAt')}`
          : nothing}
        ${this.promises
          ? html`${this.places().map((place) => this.promise(place))}
              ${Object.keys(this.errors)
                .filter((field) => field.startsWith('promises'))
                .map((field) => under(this.errors, field))}
              ${this.promised < MOST_PROMISES
                ? html`<p><button type="button" class="link" @click=${() => this.promised++}>${t('log.promiseMore')}</button></p>`
                : nothing}`
          : nothing}
      </details>
      ${this.missing ? html`<p class="error" role="alert">${this.missing}</p>` : nothing}`;
  }

  private places(): number[] {
    return Array.from({ length: this.promised }, (_, place) => place);
  }

  /** Due tomorrow in the afternoon, unless somebody says otherwise. */
  private promise(place: number): TemplateResult {
    const before = this.from.promises?.[place];
    return html`<fieldset class="chips">
        <legend>${t('log.promiseBy')}</legend>
        ${SIDES.map((side) =>
          this.radio(`promise${place}Side`, side, this.sideOf(place) === side, coded('promises', side), () => this.sideIs(place, side)),
        )}
      </fieldset>
      ${words(`promise${place}`, t('log.promise'), LONGEST_PROMISE, { value: before?.what })}
      ${when(`promise${place}Due`, t('log.promiseDue'), Date.parse(before?.dueAt ?? this.usuallyDue()), this.day, { required: false })}`;
  }

  private sideOf(place: number): string {
    return this.sides[place] ?? SIDES[0];
  }

  private sideIs(place: number, side: string): void {
    this.sides = this.places().map((each) => (each === place ? side : this.sideOf(each)));
  }

  private usuallyDue(): string {
    return at(tomorrow(this.day), '15:00');
  }

  private radio(name: string, value: string, chosen: boolean, words: string, choose: () => void, key?: number): TemplateResult {
    return html`<label class="chip ${chosen ? 'chosen' : ''}"
      ><input type="radio" class="visually-hidden" name=${name} value=${value} .checked=${chosen} @change=${choose} />${key && this.begins
        ? html`<kbd>${key}</kbd> `
        : nothing}${words}</label
    >`;
  }

  /** Chooses what will come of the day, and goes on to the words. */
  resultIs(result: string): void {
    this.result = result;
    this.missing = '';
    this.focusFirst('textarea');
  }

  private readonly flagged = (): void => {
    this.flags = [...this.querySelectorAll<HTMLInputElement>('input[name="flag"]:checked')].map((each) => each.value);
  };

  /** What the form says; null where something is missing, and then the field has the focus and a sentence says which. */
  read(after: number): Said | null {
    if (!this.result && !this.mayBeSilent) return this.lacks('log.resultMissing', 'input[name="result"]');
    if (this.result === 'WILL_NOT_COME_VALID_REASON' && (!this.reason || this.reason === 'NOT_SAID')) {
      return this.lacks('log.reasonMissing', 'input[name="reason"]');
    }
    const said = this.written();
    if ((said.note?.length ?? 0) > LONGEST_NOTE) return this.lacks('said.noteTooLong', 'textarea', { n: LONGEST_NOTE });
    if (!this.result && !said.note) return this.lacks('said.nothingSaid', 'textarea');
    const coming = said.comingBy ? Date.parse(said.comingBy) : 0;
    if (coming && coming <= after) return this.lacks('log.inThePast', 'input[name="comingBy"]');
    if (coming > this.end) return this.lacks('log.afterLastBell', 'input[name="comingBy"]', { time: time(this.end) });
    this.missing = '';
    return said;
  }

  /** What the form says now, finished or not. */
  written(): Said {
    const form = this.closest('form');
    if (!form) return {};
    const data = new FormData(form);
    const text = (name: string): string => String(data.get(name) ?? '').trim();
    const said: Said = {};
    if (this.result) said.result = this.result;
    if (this.result === 'COMING_IN_TODAY' && text('comingBy')) said.comingBy = at(this.day, text('comingBy'));
    if (text('through') > this.day) said.absentThrough = text('through');
    if (this.reason && this.result) said.reason = this.reason;
    if (this.flags.length > 0) said.flags = this.flags;
    if (text('note')) said.note = String(data.get('note'));
    if (data.get('restricted') && said.note) said.restricted = true;
    if (this.step !== 'NONE') said.nextStep = this.step;
    if (this.step === 'REFER_TO') said.referTo = text('referTo');
    if (this.step === 'CALL_AGAIN_AT') said.callAgainAt = chosen(data, 'again') ?? said.callAgainAt;
    const promises = this.places()
      .filter((place) => text(`promise${place}`))
      .map((place) => ({
        what: String(data.get(`promise${place}`)),
        dueAt: chosen(data, `promise${place}Due`) ?? this.usuallyDue(),
        ...(this.sideOf(place) === 'FAMILY' ? { side: 'FAMILY' } : {}),
      }));
    if (promises.length > 0) said.promises = promises;
    return said;
  }

  private get end(): number {
    return this.lastBell ? Date.parse(this.lastBell) : Infinity;
  }

  /** By when most are there, and not after the last bell. */
  private get usual(): number {
    return this.end > now() ? Math.min(this.soon, this.end) : this.soon;
  }

  private lacks(message: string, field: string, values: Values = {}): null {
    this.missing = t(message, values);
    this.focusFirst(field);
    return null;
  }

  private focusFirst(selector: string): void {
    void this.updateComplete.then(() => this.querySelector<HTMLElement>(selector)?.focus());
  }
}

/** What is sent, as the form takes it up again. */
export const asWritten = ({ restricted, ...said }: Said): Said => ({ ...said, noteRestricted: restricted ?? false });

/** So many minutes from now, on the next five. */
export function rounded(minutes: number): number {
  const five = 5 * 60000;
  return Math.ceil((now() + minutes * 60000) / five) * five;
}

/** The next day that is no Saturday and no Sunday. */
export function tomorrow(day: string): string {
  const next = new Date(`${day}T12:00:00Z`);
  do next.setUTCDate(next.getUTCDate() + 1);
  while (next.getUTCDay() % 6 === 0);
  return next.toISOString().slice(0, 10);
}

customElements.define('said-fields', SaidFields);
