/** A call sheet that was filled in by hand is keyed in: a line for a call, told by short codes, each saved exactly once. */

import { html, nothing, type TemplateResult } from 'lit';
import { Problem, Unreached, ask } from '../core/api';
import { calling } from '../core/calling';
import { colleagues } from '../core/colleagues';
import { isUnsent, sheets, type Line, type Sheet } from '../core/drafts';
import { DeskElement } from '../core/element';
import { coded, t } from '../core/i18n';
import { CODE, clock, dialled, tasksOf, told } from '../core/paper';
import { refusal, violation, type Sentence } from '../core/refusals';
import { go, schoolPage } from '../core/router';
import { fullName, grade, store } from '../core/store';
import { at, isoDay, now } from '../core/time';
import type { Attempt, Logged, Task } from '../core/types';
import { icon } from '../parts/icons';

type Field = 'code' | 'number' | 'what' | 'at' | 'until' | 'note';

const FIELDS: { name: Field; label: string; size: number; longest: number }[] = [
  { name: 'code', label: 'keyIn.code', size: 5, longest: 4 },
  { name: 'what', label: 'keyIn.outcome', size: 5, longest: 8 },
  { name: 'at', label: 'keyIn.at', size: 5, longest: 5 },
  { name: 'until', label: 'keyIn.until', size: 5, longest: 5 },
  { name: 'number', label: 'keyIn.number', size: 6, longest: 20 },
  { name: 'note', label: 'keyIn.note', size: 20, longest: 20000 },
];
const UNTIL = ['COMING_IN_TODAY', 'CALL_BACK_AT'];

/** Each line has a number of its own, also where it goes along to another day. */
let numbered = 0;

class DeskKeyIn extends DeskElement {
  static override properties = {
    staff: { state: true },
    message: { state: true },
  };
  declare staff: string[];
  declare message: string;
  private school = '';
  private day = '';
  /** What was typed lies in the page: whoever looks something up elsewhere finds it again. */
  private sheet: Sheet | null = null;

  constructor() {
    super();
    this.staff = [];
    this.message = '';
  }

  protected override willUpdate(): void {
    if (!store.school || !store.day) return;
    if (store.school === this.school && store.day === this.day) return;
    if (store.school !== this.school) {
      void colleagues(store.school)
        .then((staff) => (this.staff = staff))
        .catch(() => {});
    }
    this.school = store.school;
    this.day = store.day;
    this.message = '';
    this.sheet = sheets.of(this.school, this.day, isoDay(now()));
    if (this.sheet.lines.length === 0) this.more(false);
  }

  protected override firstUpdated(): void {
    const next = this.rows.find(({ state }) => state !== 'saved');
    if (next) this.focusOn(next, 'code');
  }

  private get rows(): Line[] {
    return this.sheet?.lines ?? [];
  }

  override render(): TemplateResult {
    const filled = this.toSend();
    const sending = this.sheet?.sending ?? false;
    return html`<div class="page">
      <h1>${t('page.key_in')}</h1>
      <p class="lead">${t('keyIn.what')} <a href=${schoolPage(this.school, 'sheet')}>${t('keyIn.toSheet')}</a></p>
      <div class="row">
        <label
          >${t('keyIn.day')}
          <input type="date" required max=${isoDay(now())} .value=${store.day} @change=${this.otherDay} /></label>
        <label
          >${t('keyIn.calledBy')}
          <input name="calledBy" list="staff" maxlength="200" autocomplete="off" dir="auto" placeholder=${store.subject} .value=${this.sheet?.calledBy ?? ''} @change=${this.byIs} /></label>
        <datalist id="staff">${this.staff.map((each) => html`<option value=${each}></option>`)}</datalist>
      </div>
      <form class="keyed" aria-label=${t('page.key_in')} @submit=${this.save}>
        <ol>
          ${this.rows.map((row, index) => this.row(row, index + 1))}
        </ol>
        <p role="status">${this.message ? html`<strong>${this.message}</strong>` : nothing}</p>
        <p class="actions">
          <button class="button" ?disabled=${sending || filled.length === 0}>${t('keyIn.save', { n: filled.length })}</button>
          <button type="button" class="button quiet" @click=${() => this.more(true)}>${t('keyIn.more')}</button>
        </p>
      </form>
    </div>`;
  }

  private row(row: Line, index: number): TemplateResult {
    const fault = row.error || (row.code && row.what && row.at ? this.fault(row) : '');
    const saved = row.state === 'saved';
    return html`<li class="keyed-row ${row.state}" aria-label=${t('keyIn.line', { n: index })}>
      <span class="keyed-index">${saved ? icon('arrived') : index}</span>
      ${FIELDS.map(
        (field) => html`<label class="keyed-${field.name}"
          >${t(field.label)}
          <input
            name=${`${field.name}-${row.id}`}
            size=${field.size}
            maxlength=${field.longest}
            autocomplete="off"
            autocapitalize=${field.name === 'code' ? 'characters' : 'off'}
            spellcheck=${field.name === 'note'}
            inputmode=${['at', 'until', 'number'].includes(field.name) ? 'numeric' : 'text'}
            dir=${field.name === 'note' ? 'auto' : 'ltr'}
            ?readonly=${saved}
            aria-invalid=${fault ? 'true' : nothing}
            aria-describedby=${`row-${row.id}`}
            .value=${row[field.name]}
            @input=${(event: Event) => this.typed(row, field.name, event.target as HTMLInputElement)}
            @keydown=${(event: KeyboardEvent) => this.pressed(event, row)}
        /></label>`,
      )}
      <p class="keyed-says" id=${`row-${row.id}`}>${this.says(row, saved)}${fault ? html`<span class="error">${fault}</span>` : nothing}</p>
    </li>`;
  }

  /** Whose code it is and what the other one means, so that a slip is seen before it is saved. */
  private says(row: Line, saved: boolean): TemplateResult | typeof nothing {
    const found = tasksOf(row.code, store.tasks);
    const means = told(row.what);
    const name = (task: Task): string =>
      `${fullName(task.student) || task.studentId}${grade(task.student) ? `, ${t('grade.short', { grade: grade(task.student) })}` : ''}`;
    return html`${found.length > 1 && !saved
        ? html`<label
            >${t('keyIn.whichFamily')}
            <select @change=${(event: Event) => this.which(row, (event.target as HTMLSelectElement).value)}>
              <option value=""></option>
              ${found.map((task) => html`<option value=${task.taskId} ?selected=${task.taskId === row.taskId}>${name(task)}</option>`)}
            </select></label
          >`
        : found.length > 0
          ? html`<strong>${name(this.task(row) ?? found[0])}</strong>`
          : nothing}
      ${means
        ? html`<span
            >${[coded('call', means.outcome), coded('result', means.result), coded('why', means.reason), ...(means.flags ?? []).map((flag) => t(`flag.${flag.toLowerCase()}`))].filter(Boolean).join(' · ')}</span
          >`
        : nothing}
      ${saved && row.attemptId ? html`<a href="/calls/${row.attemptId}">${t('call.open')}</a>` : nothing}`;
  }

  // ---- what is typed -------------------------------------------------------------------------------------------------------

  private typed(row: Line, field: Field, input: HTMLInputElement): void {
    row[field] = input.value;
    row.error = '';
    if (row.state === 'refused') row.state = 'new';
    if (field === 'code' && CODE.test(input.value.trim().toUpperCase())) this.focusOn(row, 'what');
    this.message = '';
    this.requestUpdate();
  }

  /** Enter goes on to the next line, a new one after the last; with Ctrl it saves. */
  private pressed(event: KeyboardEvent, row: Line): void {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    if (event.ctrlKey || event.metaKey) {
      this.querySelector('form')?.requestSubmit();
      return;
    }
    const after = this.rows[this.rows.indexOf(row) + 1];
    if (after) this.focusOn(after, 'code');
    else this.more(true);
  }

  private which(row: Line, taskId: string): void {
    row.taskId = taskId;
    row.error = '';
    this.requestUpdate();
  }

  private more(focus: boolean): void {
    const row: Line = {
      id: numbered++,
      code: '',
      taskId: '',
      number: '',
      what: '',
      at: '',
      until: '',
      note: '',
      state: 'new',
      error: '',
      attemptId: '',
    };
    this.sheet?.lines.push(row);
    this.requestUpdate();
    if (focus) this.focusOn(row, 'code');
  }

  private focusOn(row: Line, field: Field): void {
    void this.updateComplete.then(() => this.querySelector<HTMLInputElement>(`input[name="${field}-${row.id}"]`)?.focus());
  }

  private readonly byIs = (event: Event): void => {
    if (this.sheet) this.sheet.calledBy = (event.target as HTMLInputElement).value.trim();
  };

  private readonly otherDay = (event: Event): void => {
    const day = (event.target as HTMLInputElement).value;
    if (!day || day === store.day) return;
    this.takeAlong(day);
    const path = `/s/${encodeURIComponent(this.school)}/key-in`;
    go(day === isoDay(now()) ? path : `${path}?day=${day}`);
  };

  /** Whoever sees by the codes that it is another day's sheet types nothing twice. */
  private takeAlong(day: string): void {
    const { sheet } = this;
    if (!sheet || sheet.sending) return;
    const typed = this.toSend();
    const other = sheets.of(this.school, day, isoDay(now()));
    sheet.lines = sheet.lines.filter((row) => !typed.includes(row));
    other.lines = [...other.lines.filter((row) => row.state === 'saved' || isUnsent(row)), ...typed];
    other.calledBy ||= sheet.calledBy;
    typed.forEach((row) => Object.assign(row, { state: 'new', error: '' }));
  }

  // ---- whether it can be -----------------------------------------------------------------------------------------------------

  private task(row: Line): Task | undefined {
    const found = tasksOf(row.code, store.tasks);
    return found.length > 1 ? found.find((task) => task.taskId === row.taskId) : found[0];
  }

  /** What is wrong with a line, in a sentence; nothing where it can be sent. */
  private fault(row: Line): string {
    if (!CODE.test(row.code.trim().toUpperCase())) return t('keyIn.noCode');
    if (tasksOf(row.code, store.tasks).length === 0) return t('keyIn.unknownCode');
    if (!this.task(row)) return t('keyIn.whichFamily');
    const means = told(row.what);
    if (!means) return t('keyIn.unknownWhat');
    if (means.result === 'WILL_NOT_COME_VALID_REASON' && (!means.reason || means.reason === 'NOT_SAID')) return t('log.reasonMissing');
    if (!clock(row.at)) return t('keyIn.noTime');
    if (Date.parse(at(store.day, clock(row.at))) > now()) return t('keyIn.inTheFuture');
    if (!UNTIL.some((each) => each === means.result || each === means.outcome)) return row.until ? t('keyIn.untilOfNothing') : '';
    return clock(row.until) && clock(row.until) > clock(row.at) ? '' : t('keyIn.noUntil');
  }

  private toSend(): Line[] {
    return this.rows.filter(isUnsent);
  }

  // ---- sent once each ----------------------------------------------------------------------------------------------------------

  private readonly save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { sheet } = this;
    if (!sheet || sheet.sending) return;
    const rows = this.toSend();
    sheet.sending = true;
    this.message = '';
    this.requestUpdate();
    for (const row of rows) {
      if (this.isOpen(sheet)) await this.send(row, sheet);
    }
    sheet.sending = false;
    void store.readTasks();
    if (this.sheet !== sheet) return;
    const left = rows.filter((row) => row.state !== 'saved');
    this.message = left.length > 0 ? t('keyIn.left', { n: left.length }) : t('keyIn.done', { n: rows.length });
    if (left.length > 0) this.focusOn(left[0], 'code');
    else this.more(true);
  };

  /** A code is read by the day's families: lines wait where another day has been opened meanwhile. */
  private isOpen = (sheet: Sheet): boolean =>
    this.sheet === sheet && store.school === this.school && store.day === this.day && store.loaded;

  private async send(row: Line, sheet: Sheet): Promise<void> {
    row.error = this.fault(row);
    const task = this.task(row);
    if (row.error || !task) {
      row.state = 'refused';
      return;
    }
    row.state = 'sending';
    try {
      const attempt = await this.attempt(row, task, sheet);
      if (!attempt) return;
      const { body } = await ask<Logged>(`/api/outreach/v1/call-tasks/${encodeURIComponent(task.taskId)}/attempts`, {
        method: 'POST',
        body: attempt,
        headers: { 'Idempotency-Key': await this.key(row, task) },
      });
      row.state = 'saved';
      row.attemptId = body.attempts[0]?.attemptId ?? '';
    } catch (fault) {
      row.state = 'refused';
      row.error = this.why(fault);
    }
    this.requestUpdate();
  }

  /** The same line of the same sheet has the same key, also where the page was loaded anew; nothing of it can be read there. */
  private async key(row: Line, task: Task): Promise<string> {
    const line = [task.taskId, clock(row.at), row.what.replace(/\s/g, '').toLowerCase(), row.number.replace(/\D/g, '')].join(' ');
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(line));
    return `sheet-${[...new Uint8Array(digest)].map((each) => each.toString(16).padStart(2, '0')).join('')}`;
  }

  private async attempt(row: Line, task: Task, { calledBy }: Sheet): Promise<Attempt | null> {
    const { day } = store;
    const card = await calling.card(task.taskId);
    const line = dialled(row.number, card.callees);
    const means = told(row.what);
    if (!means || line === null) {
      row.state = 'refused';
      row.error = t('keyIn.noSuchNumber');
      return null;
    }
    const until = clock(row.until) ? at(day, clock(row.until)) : '';
    return {
      ...means,
      startedAt: at(day, clock(row.at)),
      ...(means.result === 'COMING_IN_TODAY' ? { comingBy: until } : {}),
      ...(means.outcome === 'CALL_BACK_AT' ? { callAgainAt: until } : {}),
      ...(line ? { contactId: line.callee.contactId } : {}),
      ...(line?.number.number ? { number: line.number.number } : {}),
      ...(row.note.trim() ? { note: row.note } : {}),
      ...(calledBy && calledBy !== store.subject ? { calledBy } : {}),
      keepClaim: false,
    };
  }

  private why(fault: unknown): Sentence {
    if (fault instanceof Unreached) return t('keyIn.notSent');
    if (!(fault instanceof Problem)) return t('trouble.notDone');
    if (fault.type === 'idempotency-key-reused') return t('keyIn.keyedBefore');
    if (fault.violations.some((each) => each.field === 'calledBy')) return t('keyIn.nobodyHere');
    const wrong = fault.violations.map((each) => `${each.field} ${each.message}`).join('; ');
    return wrong ? violation(wrong) : refusal(fault);
  }
}

customElements.define('desk-key-in', DeskKeyIn);
