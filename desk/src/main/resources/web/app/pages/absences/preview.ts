/** A list before it counts: its columns, who is meant by each line, and what has to be corrected. */

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { Unreached } from '../../core/api';
import { DeskElement } from '../../core/element';
import { list, t } from '../../core/i18n';
import type { Sentence } from '../../core/refusals';
import { saidOf } from '../../parts/forms';
import { icon } from '../../parts/icons';
import { read, recognise, type Has, type Meaning, type Recognised } from './columns';
import { decision, type Complete } from './decision';
import { counting, faultsOf, marksOf, markOf, withCorrections, type Fault, type Row, type Setting } from './list';
import { tableRow } from './row';
import { find, match, send, wrongMarks, type Context } from './service';
import { columnsShown, defaults } from './settings';

const MOST_ROWS = 1000;
const MOST_SHOWN = 10;

class AbsencePreview extends DeskElement {
  static override properties = {
    text: {},
    context: { attribute: false },
    day: {},
    columns: { state: true },
    rows: { state: true },
    without: { state: true },
    message: { state: true },
    code: { state: true },
    period: { state: true },
    complete: { state: true },
    wrong: { state: true },
    busy: { state: true },
  };
  declare text: string;
  declare context: Context;
  declare day: string;
  declare columns: Meaning[];
  declare rows: Row[];
  /** Lines that name no student. */
  declare without: number[];
  declare message: Sentence;
  declare code: string;
  declare period: string;
  declare complete: Complete;
  /** What the service says is wrong with a mark. */
  declare wrong: Map<string, string>;
  declare busy: boolean;
  private found: Recognised = { columns: [], heads: [], lines: [], periods: [] };
  /** One for each list that is under way: however often it is sent, it counts once. */
  private keys = new Map<string, string>();
  /** Of answers that overtake each other the last question's counts. */
  private turn = 0;

  constructor() {
    super();
    this.columns = [];
    this.rows = [];
    this.without = [];
    this.message = '';
    this.complete = '';
    this.wrong = new Map();
    this.busy = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('text')) return;
    const { whole, codes } = this.context;
    this.period = whole.settings.triggerPeriod;
    this.code = codes.find((each) => each.category === 'UNEXCUSED_ABSENCE')?.code ?? '';
    this.found = recognise(this.text, this.has);
    this.columns = this.found.columns;
    void this.match(this.found.columns).then(() => this.querySelector<HTMLElement>('#preview-title')?.focus());
  }

  private get has(): Has {
    const { whole, codes, periods } = this.context;
    return { codes: codes.map((each) => each.code), periods, triggerPeriod: whole.settings.triggerPeriod };
  }

  private get setting(): Setting {
    const { columns, code, period } = this;
    return { columns, code, period, codes: this.context.codes, periods: this.context.periods };
  }

  /** Reads the lines with these columns; what was corrected in them stays. */
  private async match(columns: Meaning[]): Promise<void> {
    const turn = ++this.turn;
    const { rows, without } = read(this.found, columns, this.has);
    this.message = rows.length === 0 ? t('absences.nobody') : rows.length > MOST_ROWS ? t('absences.tooMany', { n: MOST_ROWS }) : '';
    if (this.message) {
      this.columns = columns;
      this.rows = [];
      return;
    }
    this.busy = true;
    try {
      const matched = await match(this.context.schoolId, this.day, rows);
      if (turn !== this.turn) return;
      this.rows = withCorrections(matched, this.rows);
      this.columns = columns;
      this.without = without;
      this.wrong = new Map();
    } catch (fault) {
      this.message = saidOf(fault);
    } finally {
      this.busy = false;
    }
    await this.updateComplete;
  }

  private change(row: Row, part: Partial<Row>): void {
    this.rows = this.rows.map((each) => (each.line === row.line ? { ...each, ...part } : each));
    this.wrong = new Map();
  }

  /** The same code in other lines means the same, as long as nobody knew it. */
  private changeCode(row: Row, code: string): void {
    const unknown = !this.has.codes.includes(row.code);
    this.rows = this.rows.map((each) => (each.line === row.line || (unknown && each.code === row.code) ? { ...each, code } : each));
    this.wrong = new Map();
  }

  private faults(): Map<Row, Fault> {
    const faults = faultsOf(this.rows, this.setting);
    for (const row of counting(this.rows)) {
      const words = this.wrong.get(JSON.stringify(markOf(row, this.setting)));
      if (words && !faults.has(row)) faults.set(row, { words, english: true });
    }
    return faults;
  }

  override render(): TemplateResult {
    const faults = this.faults();
    return html`<section aria-labelledby="preview-title" aria-busy=${this.busy}>
      <h2 id="preview-title" tabindex="-1">${t('absences.preview', { n: this.rows.length })}</h2>
      <p>${t('absences.notYet')}</p>
      <div role="status">
        ${this.message ? html`<p class="notice">${this.message}</p>` : nothing}
        ${this.busy ? html`<p class="loading">${t('loading')}</p>` : nothing}
      </div>
      ${columnsShown(this.found, this.columns, (columns) => void this.match(columns))}
      ${defaults(this.rows, this.setting, (part) => Object.assign(this, part))} ${this.without.length > 0 ? this.withoutShown() : nothing}
      ${this.rows.length > 0
        ? html`${this.table(faults)} ${this.decide(faults)}`
        : html`<p class="actions"><button class="button quiet" @click=${this.again}>${t('absences.again')}</button></p>`}
    </section>`;
  }

  /** Nothing of a list is passed over without a word. */
  private withoutShown(): TemplateResult {
    const lines = this.without.slice(0, MOST_SHOWN).map(String);
    if (this.without.length > MOST_SHOWN) lines.push('…');
    return html`<p class="mark weak">${icon('weak')} ${t('absences.without', { n: this.without.length, lines: list(lines) })}</p>`;
  }

  private table(faults: Map<Row, Fault>): TemplateResult {
    return html`<div class="scroll" tabindex="0" role="group" aria-labelledby="preview-title">
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
          ${repeat(
            this.rows,
            (row) => row.line,
            (row) =>
              tableRow(row, this.setting, faults.get(row), {
                change: (part) => this.change(row, part),
                code: (code) => this.changeCode(row, code),
                find: (name) => void this.find(row, name),
              }),
          )}
        </tbody>
      </table>
    </div>`;
  }

  private async find(row: Row, name: string): Promise<void> {
    try {
      const candidates = await find(this.context.schoolId, name);
      this.message = candidates.length > 0 ? '' : t('absences.notFound', { name });
      const studentId = candidates.length === 1 ? candidates[0].studentId : '';
      if (candidates.length > 0) this.change(row, { candidates, studentId, searching: false });
    } catch (fault) {
      this.message = saidOf(fault);
    }
  }

  // ---- sending ------------------------------------------------------------------------------------------------------

  private decide(faults: Map<Row, Fault>): TemplateResult {
    const { day, complete, busy } = this;
    const { triggerPeriod } = this.context.whole.settings;
    return decision(
      { day, complete, busy, triggerPeriod, faults: faults.size, marks: marksOf(this.rows, this.setting) },
      { complete: (chosen) => (this.complete = chosen), send: () => void this.send(), leaveOut: this.leaveFaultsOut, again: this.again },
    );
  }

  private readonly again = (): void => {
    this.dispatchEvent(new Event('list-dropped'));
  };

  private readonly leaveFaultsOut = (): void => {
    const faults = this.faults();
    this.rows = this.rows.map((row) => (faults.has(row) ? { ...row, leftOut: true } : row));
  };

  private async send(): Promise<void> {
    if (this.busy) return;
    const marks = marksOf(this.rows, this.setting);
    const body = { schoolDay: this.day, complete: this.complete === 'all', rows: marks };
    const key = this.keys.get(JSON.stringify(body)) ?? crypto.randomUUID();
    this.keys.set(JSON.stringify(body), key);
    this.busy = true;
    this.message = '';
    try {
      const told = await send(this.context.schoolId, body, key);
      this.dispatchEvent(new CustomEvent('list-sent', { detail: told }));
    } catch (fault) {
      this.message = fault instanceof Unreached ? t('absences.unsure') : saidOf(fault);
      this.wrong = new Map([...wrongMarks(fault)].map(([at, words]) => [JSON.stringify(marks[at]), words]));
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('absence-preview', AbsencePreview);
