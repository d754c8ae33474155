/** One call or conversation as it was written down: what it said before, and its correction. */

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { Problem, Unreached, ask, get } from '../core/api';
import { DeskElement } from '../core/element';
import { coded, t } from '../core/i18n';
import { refusal, violation, type Sentence } from '../core/refusals';
import { fullName, store } from '../core/store';
import { moment } from '../core/time';
import type { CallVersion, LoggedCall, Outcome, Said, Student, Timeline } from '../core/types';
import { callHistory, flags, inShort } from '../parts/call-history';
import { OUTCOMES, WHO } from '../parts/log-call';
import { rounded, type SaidFields } from '../parts/said-fields';
import '../parts/said-fields';
import { chosen, when } from '../parts/when';

const MISTAKES = [
  'SCAN_CAME_LATE',
  'SEEN_AND_NOT_ENTERED',
  'MARK_WAS_WRONG',
  'NO_SCAN_AT_THE_DOOR',
  'LIST_WAS_OLD',
  'WRONG_STUDENT',
  'OTHER',
];
const ROOTS = ['BARRIER', 'AVERSION', 'DISENGAGEMENT', 'MISCONCEPTION'];
const SEEN_TO_BY_SOMEBODY = ['REFER_TO', 'FIX_THE_NUMBER', 'HOME_VISIT'];

class DeskCall extends DeskElement {
  static override properties = {
    attemptId: {},
    call: { state: true },
    versions: { state: true },
    student: { state: true },
    correcting: { state: true },
    outcome: { state: true },
    message: { state: true },
    wrong: { state: true },
    sending: { state: true },
  };
  declare attemptId: string;
  declare call: LoggedCall | null;
  declare versions: CallVersion[];
  declare student: Student | undefined;
  declare correcting: boolean;
  declare outcome: Outcome;
  declare message: Sentence;
  declare wrong: { field: string; message: string }[];
  declare sending: boolean;
  private etag = '';
  private readonly hour = rounded(60);

  constructor() {
    super();
    this.call = null;
    this.versions = [];
    this.correcting = false;
    this.outcome = 'NO_ANSWER';
    this.message = '';
    this.wrong = [];
    this.sending = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('attemptId')) {
      this.call = null;
      this.student = undefined;
      this.correcting = false;
      void this.read();
    }
  }

  private get path(): string {
    return `/api/outreach/v1/attempts/${encodeURIComponent(this.attemptId)}`;
  }

  private async read(): Promise<void> {
    try {
      const [{ body, etag }, history] = await Promise.all([
        ask<LoggedCall>(this.path),
        get<{ items: CallVersion[] }>(`${this.path}/history`),
      ]);
      this.call = body;
      this.etag = etag ?? `"${body.version}"`;
      this.versions = history.items;
      this.student ??= await this.whose(body);
    } catch (fault) {
      this.message = fault instanceof Problem && fault.status === 404 ? t('call.unknown') : t('trouble.notDone');
    }
  }

  private async whose(call: LoggedCall): Promise<Student | undefined> {
    const task = store.tasks.find((each) => each.studentId === call.studentId && each.student);
    if (task) return task.student;
    const path = `/api/outreach/v1/students/${encodeURIComponent(call.studentId)}/timeline`;
    return (await get<Timeline>(path, { day: call.schoolDay })).student;
  }

  private get mayCorrect(): boolean {
    const call = this.call;
    if (!call || call.undone) return false;
    return [call.loggedBy, call.calledBy].includes(store.subject) || store.leads(call.schoolId);
  }

  override render(): TemplateResult {
    const call = this.call;
    return html`<div class="page">
      <h1>${call ? coded('channel', call.channel) : t('page.call')}</h1>
      ${this.message ? html`<p class="notice" role="status">${this.message}</p>` : nothing}
      ${call ? this.record(call) : this.message ? nothing : html`<p class="loading">${t('loading')}</p>`}
    </div>`;
  }

  private record(call: LoggedCall): TemplateResult {
    return html`<section class="panel" aria-labelledby="whose">
        <h2 id="whose"><a href="/students/${call.studentId}">${fullName(this.student) || call.studentId}</a></h2>
        <p class="said-head">
          ${moment(call.startedAt)} · ${call.calledBy}${call.loggedBy === call.calledBy
            ? nothing
            : html` · ${t('call.writtenDownBy', { who: call.loggedBy })}`}
        </p>
        <p><strong>${inShort(call)}</strong></p>
        ${flags(call)} ${call.note ? html`<p class="said-note" dir="auto">${call.note}</p>` : nothing}
        ${call.noteRestricted && !call.note ? html`<p class="quiet">${t('card.noteHidden')}</p>` : nothing}
        ${call.inError ? html`<p class="mark weak">${t('call.inError')}: ${coded('mistake', call.inError.cause)}</p>` : nothing}
        ${call.undone ? html`<p class="banner">${t('call.undone')}</p>` : nothing}
        ${this.correcting || call.undone
          ? nothing
          : this.mayCorrect
            ? html`<p class="actions"><button class="button" @click=${this.begin}>${t('call.correct')}</button></p>`
            : html`<p class="hint">${t('call.whoMay')}</p>`}
      </section>
      ${this.correcting ? this.correction(call) : nothing}
      <h2>${t('call.history')}</h2>
      ${callHistory(this.versions)} ${call.undone || call.channel !== 'OUTGOING_CALL' ? nothing : this.mistake(call)}
      ${call.undone || !WHO.includes(call.outcome) ? nothing : this.root(call)}`;
  }

  // ---- the correction -------------------------------------------------------------------------------------------------

  private readonly begin = (): void => {
    this.outcome = this.call?.outcome ?? 'NO_ANSWER';
    this.correcting = true;
    this.wrong = [];
    this.message = '';
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('form.log input:checked')?.focus());
  };

  private correction(call: LoggedCall): TemplateResult {
    const outcomes = call.channel === 'OUTGOING_CALL' ? [...WHO, ...OUTCOMES.filter((each) => !WHO.includes(each))] : WHO;
    return html`<form class="log" aria-labelledby="correct-title" @submit=${this.save}>
      <h2 id="correct-title">${t('call.correct')}</h2>
      <p class="hint">${t('call.correctMeans')}</p>
      <fieldset class="chips">
        <legend>${t(call.channel === 'OUTGOING_CALL' ? 'log.title' : 'talk.with')}</legend>
        ${outcomes.map(
          (each) =>
            html`<label class="chip ${each === this.outcome ? 'chosen' : ''}"
              ><input
                type="radio"
                class="visually-hidden"
                name="outcome"
                value=${each}
                .checked=${each === this.outcome}
                @change=${() => (this.outcome = each)}
              />${coded('call', each)}</label
            >`,
        )}
      </fieldset>
      ${WHO.includes(this.outcome)
        ? html`<said-fields
            .name=${this.student?.preferredName || this.student?.givenName || ''}
            .day=${call.schoolDay}
            .from=${this.saidBefore(call)}
            .mayBeSilent=${call.channel !== 'OUTGOING_CALL'}
          ></said-fields>`
        : html`${this.outcome === 'CALL_BACK_AT'
              ? when('again', t('log.callAgainOn'), this.saidBefore(call).callAgainAt ? Date.parse(this.saidBefore(call).callAgainAt ?? '') : this.hour, call.schoolDay)
              : nothing}
            <label>${t('log.note')} <textarea name="note" rows="3" dir="auto" .value=${this.saidBefore(call).note ?? ''}></textarea></label>`}
      ${this.wrong.map((each) => html`<p class="error" role="alert"><code>${each.field}</code> ${violation(each.message)}</p>`)}
      <p class="actions">
        <button class="button" ?disabled=${this.sending}>${t('log.save')}</button>
        <button type="button" class="button quiet" @click=${() => (this.correcting = false)}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  /** The fields begin with what was written down, and keep what is typed meanwhile. */
  private saidBefore(call: LoggedCall): Said {
    if (this.beginsWith?.of !== call.attemptId) this.beginsWith = { of: call.attemptId, said: call };
    return this.beginsWith.said;
  }

  private beginsWith: { of: string; said: Said } | null = null;

  private readonly save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const body = this.call && this.corrected(this.call, event.target as HTMLFormElement);
    if (!body) return;
    this.sending = true;
    this.wrong = [];
    try {
      const { tasksLeft } = (await ask<LoggedCall>(this.path, { method: 'PUT', body, headers: { 'If-Match': this.etag } })).body;
      await this.read();
      this.correcting = false;
      this.beginsWith = null;
      this.message = [t('call.corrected'), tasksLeft?.length ? t('log.someStay') : ''].join(' ').trim();
      void store.readTasks();
    } catch (fault) {
      await this.refused(fault);
    } finally {
      this.sending = false;
    }
  };

  /** Who was first keeps what was said; whoever comes second sees it, and their own words stay in the form. */
  private async refused(fault: unknown): Promise<void> {
    if (fault instanceof Problem && fault.status === 412) {
      await this.read();
      this.message = t('trouble.changedMeanwhile');
    } else if (fault instanceof Problem && fault.violations.length > 0) {
      this.wrong = fault.violations;
    } else {
      this.message = fault instanceof Unreached ? t('trouble.unreached') : refusal(fault);
    }
  }

  /** The whole of what it should have said: what a form does not ask for stays as it was. */
  private corrected(call: LoggedCall, form: HTMLFormElement): object | null {
    const reached = WHO.includes(this.outcome);
    const data = new FormData(form);
    const said: Said | null = reached
      ? (form.querySelector<SaidFields>('said-fields')?.read(Date.parse(call.startedAt)) ?? null)
      : this.outcome === 'CALL_BACK_AT'
        ? { callAgainAt: chosen(data, 'again') }
        : {};
    if (!said) return null;
    const owned = reached || SEEN_TO_BY_SOMEBODY.includes(said.nextStep ?? '');
    return {
      ...said,
      outcome: this.outcome,
      ...this.note(call, String(data.get('note') ?? '')),
      ...(call.contactId ? { contactId: call.contactId } : {}),
      ...(owned && call.owner ? { owner: call.owner } : {}),
      ...(owned && call.dueAt ? { dueAt: call.dueAt } : {}),
    };
  }

  /** A note that was taken out is sent as an empty one; one that may not be read here stays. */
  private note(call: LoggedCall, note: string): { note?: string; restricted?: boolean } {
    if (note.trim()) return { note, restricted: this.querySelector<HTMLInputElement>('input[name="restricted"]')?.checked ?? call.noteRestricted };
    return call.note ? { note: '' } : {};
  }

  // ---- a call that should not have been ---------------------------------------------------------------------------------

  private mistake(call: LoggedCall): TemplateResult {
    return html`<details class="more">
      <summary>${t('call.wasInError')}</summary>
      <form class="row" @submit=${this.sayMistake}>
        <label
          >${t('call.whyInError')}
          <select name="cause">
            ${call.inError ? html`<option value="">${t('call.notInError')}</option>` : nothing}
            ${MISTAKES.map((each) => html`<option value=${each} ?selected=${each === call.inError?.cause}>${coded('mistake', each)}</option>`)}
          </select></label
        >
        <button class="button quiet">${t('save')}</button>
      </form>
    </details>`;
  }

  /** What is at the root of it: after the call, by somebody who knows the student. */
  private root(call: LoggedCall): TemplateResult {
    const root = call.rootCause;
    return html`<details class="more">
      <summary>${t('call.root')}</summary>
      <p class="hint">${t('call.rootMeans')}</p>
      ${root ? html`<p>${t('call.rootBy', { cause: coded('root', root.cause), who: root.by })}</p>` : nothing}
      <form class="row" @submit=${this.sayRoot}>
        <label
          >${t('call.root')}
          <select name="cause">
            <option value="">${t('root.none')}</option>
            ${ROOTS.map((each) => html`<option value=${each} ?selected=${each === root?.cause}>${coded('root', each)}</option>`)}
          </select></label
        >
        <button class="button quiet">${t('save')}</button>
      </form>
    </details>`;
  }

  private readonly sayRoot = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const cause = String(new FormData(event.target as HTMLFormElement).get('cause'));
    try {
      await ask(`${this.path}/root-cause`, { method: 'PUT', body: cause ? { cause } : {}, headers: { 'If-Match': this.etag } });
      await this.read();
    } catch (fault) {
      await this.refused(fault);
    }
  };

  private readonly sayMistake = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const cause = String(new FormData(event.target as HTMLFormElement).get('cause'));
    try {
      await ask(`${this.path}/error`, { method: 'PUT', body: cause ? { cause } : {}, headers: { 'If-Match': this.etag } });
      await this.read();
      this.message = t('call.corrected');
    } catch (fault) {
      await this.refused(fault);
    }
  };
}

customElements.define('desk-call', DeskCall);
