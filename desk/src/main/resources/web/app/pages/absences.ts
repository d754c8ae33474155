/** An absence list without a live feed: pasted or dropped, recognised, corrected before it counts, and sent once. */

import { html, nothing, type TemplateResult } from 'lit';
import { Problem, Unreached, ask, get, post } from '../core/api';
import { read, recognise, type ListRow, type Meaning, type Recognised } from '../core/absence-list';
import { DeskElement } from '../core/element';
import { coded, t } from '../core/i18n';
import { schoolPage } from '../core/router';
import { today, type Bells, type Settings } from '../core/school-day';
import { fullName, grade, store } from '../core/store';
import { dayInWords, time } from '../core/time';
import type { Student } from '../core/types';
import { saidOf } from '../parts/forms';
import { icon } from '../parts/icons';
import type { Code } from './school/codes';

interface Candidate {
  studentId: string;
  student: Student;
}

interface Row extends ListRow {
  candidates: Candidate[];
  /** Who it is; empty while nobody has said. */
  studentId: string;
  leftOut: boolean;
}

interface Answer {
  marks: number;
  at: string;
}

const MEANINGS: Meaning[] = ['id', 'name', 'code', 'period', 'none'];
const MOST_ROWS = 1000;

class DeskAbsences extends DeskElement {
  static override properties = {
    found: { state: true },
    columns: { state: true },
    rows: { state: true },
    message: { state: true },
    code: { state: true },
    period: { state: true },
    complete: { state: true },
    errors: { state: true },
    sending: { state: true },
    answer: { state: true },
    over: { state: true },
    searching: { state: true },
  };
  declare found: Recognised | null;
  declare columns: Meaning[];
  declare rows: Row[] | null;
  declare message: string;
  declare code: string;
  declare period: string;
  declare complete: '' | 'all' | 'some';
  /** What the service says of a row, by the row. */
  declare errors: Map<Row, string>;
  declare sending: boolean;
  declare answer: Answer | null;
  declare over: boolean;
  declare searching: number;
  private codes: Code[] = [];
  private periods: string[] = [];
  private school = '';
  private text = '';
  /** One for each list that is under way: however often it is sent, it counts once. */
  private keys = new Map<string, string>();
  private sent: { studentId: string; period: string; code: string }[] = [];

  constructor() {
    super();
    this.reset();
  }

  private reset(): void {
    this.found = null;
    this.columns = [];
    this.rows = null;
    this.message = '';
    this.complete = '';
    this.errors = new Map();
    this.sending = false;
    this.answer = null;
    this.over = false;
    this.searching = -1;
  }

  protected override willUpdate(): void {
    if (store.school && store.school !== this.school) {
      this.school = store.school;
      this.reset();
      void this.readSchool();
    }
  }

  private get path(): string {
    return `/api/ingest/v1/schools/${encodeURIComponent(this.school)}`;
  }

  private async readSchool(): Promise<void> {
    try {
      const [settings, bells, own, district] = await Promise.all([
        get<Settings>(this.path),
        get<{ items: Bells[] }>(`${this.path}/bell-schedules`),
        get<{ codes: Code[] }>(`${this.path}/attendance-codes`),
        get<{ codes: Code[] }>('/api/ingest/v1/attendance-codes'),
      ]);
      this.periods = [...new Set([...bells.items.flatMap((each) => each.periods.map((one) => one.period)), 'day'])];
      this.codes = [...own.codes, ...district.codes.filter((each) => !own.codes.some((one) => one.code === each.code))];
      this.period = settings.triggerPeriod;
      this.code = this.codes.find((each) => each.category === 'UNEXCUSED_ABSENCE')?.code ?? '';
      this.requestUpdate();
    } catch (fault) {
      this.message = saidOf(fault);
    }
  }

  // ---- what was pasted ----------------------------------------------------------------------------------------------

  private async take(text: string): Promise<void> {
    this.text = text;
    this.message = '';
    const found = recognise(
      text,
      this.codes.map((each) => each.code),
      this.periods,
    );
    this.found = found;
    this.columns = found.columns;
    await this.match();
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('#preview-title')?.focus());
  }

  private async dropped(file: File | undefined): Promise<void> {
    this.over = false;
    if (!file) return;
    const bytes = new Uint8Array(await file.arrayBuffer());
    await this.take(decoded(bytes));
  }

  private async match(): Promise<void> {
    if (!this.found) return;
    const rows = read(this.found, this.columns, this.periods);
    this.errors = new Map();
    if (rows.length === 0) {
      this.rows = [];
      this.message = t('absences.nobody');
      return;
    }
    if (rows.length > MOST_ROWS) {
      this.rows = null;
      this.message = t('absences.tooMany', { n: MOST_ROWS });
      return;
    }
    try {
      const { items } = await post<{ items: { candidates: Candidate[]; sure: boolean }[] }>('/api/outreach/v1/students/matches', {
        schoolId: this.school,
        day: today(),
        rows: rows.map((row) => ({ ...(row.id ? { studentId: row.id } : {}), ...(row.name ? { name: row.name } : {}) })),
      });
      this.rows = rows.map((row, at) => ({
        ...row,
        candidates: items[at].candidates,
        studentId: items[at].sure ? (items[at].candidates[0]?.studentId ?? '') : '',
        leftOut: false,
      }));
    } catch (fault) {
      this.message = saidOf(fault);
    }
  }

  private change(row: Row, part: Partial<Row>): void {
    this.rows = this.rows?.map((each) => (each === row ? { ...row, ...part } : each)) ?? null;
    this.errors = new Map();
  }

  private codeOf = (row: Row): string => (this.columns.includes('code') ? row.code : this.code);
  private periodOf = (row: Row): string => row.period || this.period;
  private meaning = (code: string): Code | undefined => this.codes.find((each) => each.code === code);

  /** What keeps a row from counting. */
  private fault(row: Row): string {
    if (row.leftOut) return '';
    if (!row.studentId) return t(row.candidates.length > 0 ? 'absences.several' : 'absences.unknown');
    if (!this.meaning(this.codeOf(row))) return t('absences.noMeaning', { code: this.codeOf(row) || t('quarantine.blank') });
    if (!this.periods.includes(this.periodOf(row))) return t('absences.noPeriod', { period: this.periodOf(row) });
    const twice = this.rows?.find(
      (each) => each !== row && !each.leftOut && each.studentId === row.studentId && this.periodOf(each) === this.periodOf(row),
    );
    if (twice && this.codeOf(twice) !== this.codeOf(row)) return t('absences.twice', { line: twice.line });
    return this.errors.get(row) ?? '';
  }

  override render(): TemplateResult {
    return html`<div class="page">
      <h1>${t('page.absences')}</h1>
      <p class="lead">${t('absences.what')}</p>
      ${this.answer ? this.done(this.answer) : this.rows ? this.preview(this.rows) : this.paste()}
      <div role="status">${this.message ? html`<p class="notice">${this.message}</p>` : nothing}</div>
    </div>`;
  }

  private paste(): TemplateResult {
    return html`<form
      class="drop ${this.over ? 'over' : ''}"
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        void this.take(String(new FormData(event.target as HTMLFormElement).get('list')));
      }}
      @dragover=${(event: DragEvent) => {
        event.preventDefault();
        this.over = true;
      }}
      @dragleave=${() => (this.over = false)}
      @drop=${(event: DragEvent) => {
        if (!event.dataTransfer?.files.length) return;
        event.preventDefault();
        void this.dropped(event.dataTransfer.files[0]);
      }}
    >
      <label
        >${t('absences.paste')}
        <textarea name="list" rows="8" dir="auto" required spellcheck="false" autocomplete="off" aria-describedby="paste-hint" .value=${this.text}></textarea></label
      >
      <p id="paste-hint" class="hint">${t('absences.hint')}</p>
      <label
        >${t('absences.file')}
        <input
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/plain"
          @change=${(event: Event) => {
            const input = event.target as HTMLInputElement;
            void this.dropped(input.files?.[0]);
            input.value = '';
          }}
      /></label>
      <p class="actions"><button class="button">${t('absences.look')}</button></p>
    </form>`;
  }

  // ---- before it counts ---------------------------------------------------------------------------------------------

  private preview(rows: Row[]): TemplateResult {
    const faults = rows.filter((row) => this.fault(row));
    const counting = rows.filter((row) => !row.leftOut).length;
    return html`<section aria-labelledby="preview-title">
      <h2 id="preview-title" tabindex="-1">${t('absences.preview', { n: rows.length })}</h2>
      <p>${t('absences.notYet')}</p>
      ${this.columnsShown()} ${this.defaults()}
      ${rows.length === 0
        ? nothing
        : html`<div class="scroll" tabindex="0" role="region" aria-labelledby="preview-title">
            <table class="stack">
              <thead>
                <tr>
                  <th scope="col">${t('absences.line')}</th>
                  <th scope="col">${t('absences.asPasted')}</th>
                  <th scope="col">${t('col.student')}</th>
                  <th scope="col">${t('quarantine.code')}</th>
                  <th scope="col">${t('absences.period')}</th>
                  <th scope="col">${t('absences.leaveOut')}</th>
                </tr>
              </thead>
              <tbody>
                ${rows.map((row, at) => this.row(row, at))}
              </tbody>
            </table>
          </div>`}
      <form class="decide" @submit=${this.send}>
        <fieldset>
          <legend>${t('absences.complete')}</legend>
          ${(['all', 'some'] as const).map(
            (each) => html`<label class="check"
              ><input type="radio" name="complete" value=${each} required .checked=${this.complete === each} @change=${() => (this.complete = each)} />
              ${t(`complete.${each}`)}</label
            >`,
          )}
        </fieldset>
        <p class="consequence" role="status">
          ${faults.length > 0
            ? html`<span class="mark weak">${icon('weak')} ${t('absences.toCorrect', { n: faults.length })}</span>`
            : t('absences.willCount', { n: counting, day: dayInWords(today()) })}
        </p>
        <p class="actions">
          <button class="button" ?disabled=${this.sending || faults.length > 0 || counting === 0}>${t('absences.send', { n: counting })}</button>
          ${faults.length > 0 ? html`<button type="button" class="button quiet" @click=${this.leaveFaultsOut}>${t('absences.leaveRestOut', { n: faults.length })}</button>` : nothing}
          <button type="button" class="button quiet" @click=${() => this.reset()}>${t('absences.again')}</button>
        </p>
      </form>
    </section>`;
  }

  private columnsShown(): TemplateResult {
    const first = this.found?.rows[0]?.cells ?? [];
    return html`<fieldset class="columns">
      <legend>${t('absences.columns')}</legend>
      ${this.columns.map(
        (meaning, at) => html`<label
          ><bdi>${this.found?.heads[at] || first[at] || t('absences.column', { n: at + 1 })}</bdi>
          <select
            @change=${(event: Event) => {
              this.columns = this.columns.map((each, n) => (n === at ? ((event.target as HTMLSelectElement).value as Meaning) : each));
              void this.match();
            }}
          >
            ${MEANINGS.map((each) => html`<option value=${each} ?selected=${each === meaning}>${t(`column.${each}`)}</option>`)}
          </select></label
        >`,
      )}
    </fieldset>`;
  }

  /** What the list does not say. */
  private defaults(): TemplateResult | typeof nothing {
    const noCode = !this.columns.includes('code');
    const noPeriod = !this.columns.includes('period');
    if (!noCode && !noPeriod) return nothing;
    return html`<div class="row">
      ${noCode ? html`<label>${t('absences.codeForAll')} ${this.codeChoice(this.code, t('absences.codeForAll'), (code) => (this.code = code))}</label>` : nothing}
      ${noPeriod ? html`<label>${t('absences.periodForAll')} ${this.periodChoice(this.period, t('absences.periodForAll'), (period) => (this.period = period))}</label>` : nothing}
    </div>`;
  }

  private codeChoice(chosen: string, label: string, choose: (code: string) => void): TemplateResult {
    return html`<select aria-label=${label} @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
      ${this.meaning(chosen) ? nothing : html`<option value=${chosen} selected>${chosen || t('quarantine.blank')}</option>`}
      ${this.codes.map(
        (each) => html`<option value=${each.code} ?selected=${each.code === chosen}>${each.code || t('quarantine.blank')} · ${coded('category', each.category)}</option>`,
      )}
    </select>`;
  }

  private periodChoice(chosen: string, label: string, choose: (period: string) => void): TemplateResult {
    return html`<select aria-label=${label} @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
      ${this.periods.includes(chosen) ? nothing : html`<option value=${chosen} selected>${chosen}</option>`}
      ${this.periods.map((each) => html`<option value=${each} ?selected=${each === chosen}>${each === 'day' ? t('absences.wholeDay') : each}</option>`)}
    </select>`;
  }

  private row(row: Row, at: number): TemplateResult {
    const fault = this.fault(row);
    const label = (words: string): string => `${t('absences.lineN', { line: row.line })}: ${words}`;
    return html`<tr class="${row.leftOut ? 'left-out' : ''} ${fault ? 'at-fault' : ''}">
      <th scope="row" data-label=${t('absences.line')}>${row.line}</th>
      <td data-label=${t('absences.asPasted')}><bdi dir="auto">${[row.name, row.id].filter(Boolean).join(' · ')}</bdi></td>
      <td data-label=${t('col.student')}>
        ${this.student(row, at, label)} ${fault ? html`<p class="mark weak" role="note">${icon('weak')} <span dir="auto">${fault}</span></p>` : nothing}
      </td>
      <td data-label=${t('quarantine.code')}>
        ${this.columns.includes('code') ? this.codeChoice(row.code, label(t('quarantine.code')), (code) => this.changeCode(row, code)) : this.code}
      </td>
      <td data-label=${t('absences.period')}>
        ${this.columns.includes('period') ? this.periodChoice(this.periodOf(row), label(t('absences.period')), (period) => this.change(row, { period })) : this.period}
      </td>
      <td data-label=${t('absences.leaveOut')}>
        <input
          type="checkbox"
          aria-label=${label(t('absences.leaveOut'))}
          .checked=${row.leftOut}
          @change=${(event: Event) => this.change(row, { leftOut: (event.target as HTMLInputElement).checked })}
        />
      </td>
    </tr>`;
  }

  private student(row: Row, at: number, label: (words: string) => string): TemplateResult {
    if (row.candidates.length === 0 || this.searching === at) return this.search(row, at, label);
    if (row.candidates.length === 1 && row.studentId) return html`${inWords(row.candidates[0])} <button class="link" @click=${() => (this.searching = at)}>${t('absences.another')}</button>`;
    return html`<select aria-label=${label(t('col.student'))} @change=${(event: Event) => this.change(row, { studentId: (event.target as HTMLSelectElement).value })}>
        <option value="" ?selected=${row.studentId === ''}>${t('absences.choose')}</option>
        ${row.candidates.map((each) => html`<option value=${each.studentId} ?selected=${each.studentId === row.studentId}>${inWords(each)}</option>`)}
      </select>
      <button class="link" @click=${() => (this.searching = at)}>${t('absences.another')}</button>`;
  }

  private search(row: Row, at: number, label: (words: string) => string): TemplateResult {
    return html`<form class="together" role="search" @submit=${(event: SubmitEvent) => this.find(event, row, at)}>
      <input name="name" minlength="2" maxlength="40" required dir="auto" autocomplete="off" aria-label=${label(t('absences.find'))} .value=${row.name} />
      <button class="button quiet">${icon('search')}<span class="visually-hidden">${t('find.search')}</span></button>
    </form>`;
  }

  private async find(event: SubmitEvent, row: Row, at: number): Promise<void> {
    event.preventDefault();
    const name = String(new FormData(event.target as HTMLFormElement).get('name')).trim();
    try {
      const { body } = await ask<{ items: Candidate[] }>('/api/outreach/v1/students/by-name', {
        method: 'POST',
        body: { name, schools: [this.school], limit: 20 },
      });
      this.searching = body.items.length > 0 ? -1 : at;
      this.message = body.items.length > 0 ? '' : t('absences.notFound', { name });
      this.change(row, { candidates: body.items, studentId: '' });
    } catch (fault) {
      this.message = saidOf(fault);
    }
  }

  /** The same code in other rows means the same. */
  private changeCode(row: Row, code: string): void {
    const before = row.code;
    const unknown = !this.meaning(before);
    this.rows = this.rows?.map((each) => (each === row || (unknown && each.code === before) ? { ...each, code } : each)) ?? null;
    this.errors = new Map();
  }

  private readonly leaveFaultsOut = (): void => {
    const faulty = new Set(this.rows?.filter((row) => this.fault(row)));
    this.rows = this.rows?.map((row) => (faulty.has(row) ? { ...row, leftOut: true } : row)) ?? null;
  };

  // ---- sending ------------------------------------------------------------------------------------------------------

  private readonly send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const counting = this.rows?.filter((row) => !row.leftOut) ?? [];
    this.sent = counting.map((row) => ({ studentId: row.studentId, period: this.periodOf(row), code: this.codeOf(row) }));
    await this.post(false, counting);
  };

  private async post(deleted: boolean, rows: Row[]): Promise<void> {
    this.sending = true;
    this.message = '';
    const body = {
      schoolDay: today(),
      complete: this.complete === 'all',
      ...(deleted && this.answer ? { withdraws: this.answer.at } : {}),
      rows: this.sent,
    };
    const list = JSON.stringify(body);
    if (!this.keys.has(list)) this.keys.set(list, crypto.randomUUID());
    try {
      const answer = await post<{ marks: number; takenAt: string }>(`${this.path}/absence-lists`, body, {
        'Idempotency-Key': this.keys.get(list) ?? '',
      });
      this.keys.delete(list);
      if (deleted) {
        this.reset();
        this.message = t('absences.takenBack', { n: answer.marks });
      } else {
        this.answer = { marks: answer.marks, at: answer.takenAt };
      }
      } catch (fault) {
      this.message = fault instanceof Unreached ? t('absences.unsure') : saidOf(fault);
      if (fault instanceof Problem) this.errors = byRow(fault, rows);
    } finally {
      this.sending = false;
    }
  }

  private done(answer: Answer): TemplateResult {
    return html`<section class="panel">
      <p class="banner arrived" role="status">${icon('arrived')} ${t('absences.sent', { n: answer.marks, time: time(answer.at) })}</p>
      <p>${t('absences.next')}</p>
      <p class="actions">
        <a class="button" href=${schoolPage(this.school, 'door-check')}>${t('page.door_check')}</a>
        <a class="button quiet" href=${schoolPage(this.school, 'calls')}>${t('page.calls')}</a>
        <button class="button quiet" ?disabled=${this.sending} @click=${() => this.post(true, [])}>${t('absences.takeBack')}</button>
        <button class="button quiet" @click=${() => this.reset()}>${t('absences.again')}</button>
      </p>
    </section>`;
  }
}

const inWords = (candidate: Candidate): string =>
  [fullName(candidate.student), grade(candidate.student) ? t('grade.short', { grade: grade(candidate.student) }) : '', candidate.student.homeroom ?? '']
    .filter(Boolean)
    .join(' · ');

/** What is wrong with which row, as the service counts them. */
function byRow(fault: Problem, rows: Row[]): Map<Row, string> {
  const found = new Map<Row, string>();
  for (const each of fault.violations) {
    const at = /^rows\[(\d+)\]/.exec(each.field)?.[1];
    const row = at === undefined ? undefined : rows[Number(at)];
    if (row) found.set(row, each.message);
  }
  return found;
}

/** UTF-8 where it is that, else as older exports are written. */
function decoded(bytes: Uint8Array<ArrayBuffer>): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

customElements.define('desk-absences', DeskAbsences);
