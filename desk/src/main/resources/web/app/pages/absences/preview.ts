/** A list before it counts: its columns, who is meant by each line, and what has to be corrected. */

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { Unreached } from '../../core/api';
import { DeskElement } from '../../core/element';
import { list, t } from '../../core/i18n';
import { dayInWords } from '../../core/time';
import { choice } from '../../parts/choice';
import { saidOf } from '../../parts/forms';
import { icon } from '../../parts/icons';
import { read, recognise, type Has, type Meaning, type Recognised } from './columns';
import { codeInWords, counting, faultsOf, marksOf, markOf, periodInWords, withCorrections, type Fault, type Row, type Setting } from './list';
import { row as rowTemplate } from './row';
import { find, match, send, wrongMarks, type Context } from './service';

const MEANINGS: Meaning[] = ['id', 'name', 'code', 'period', 'none'];
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
  declare message: string;
  declare code: string;
  declare period: string;
  declare complete: '' | 'all' | 'some';
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
    this.rows = this.rows.map((each) => (each === row ? { ...row, ...part } : each));
    this.wrong = new Map();
  }

  /** The same code in other lines means the same, as long as nobody knew it. */
  private changeCode(row: Row, code: string): void {
    const unknown = !this.has.codes.includes(row.code);
    this.rows = this.rows.map((each) => (each === row || (unknown && each.code === row.code) ? { ...each, code } : each));
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
      ${this.columnsShown()} ${this.defaults()} ${this.without.length > 0 ? this.withoutShown() : nothing}
      ${this.rows.length > 0 ? html`${this.table(faults)} ${this.decision(faults)}` : html`<p class="actions">${this.again()}</p>`}
    </section>`;
  }

  private columnsShown(): TemplateResult {
    const first = this.found.lines[0]?.cells ?? [];
    return html`<fieldset class="columns">
      <legend>${t('absences.columns')}</legend>
      ${this.columns.map(
        (meaning, at) => html`<label
          ><bdi>${this.found.heads[at] || first[at]?.trim() || t('absences.column', { n: at + 1 })}</bdi>
          ${choice(
            MEANINGS.map((each) => [each, t(`column.${each}`)]),
            meaning,
            (chosen) => void this.match(this.columns.map((each, n) => (n === at ? (chosen as Meaning) : each))),
          )}</label
        >`,
      )}
    </fieldset>`;
  }

  /** What the list does not say. */
  private defaults(): TemplateResult | typeof nothing {
    const noCode = !this.columns.includes('code');
    const noPeriod = this.rows.some((row) => row.period === '');
    if (!noCode && !noPeriod) return nothing;
    return html`<div class="row">
      ${noCode
        ? html`<label>${t('absences.codeForAll')} ${choice(this.context.codes.map((each) => [each.code, codeInWords(each)]), this.code, (code) => (this.code = code))}</label>`
        : nothing}
      ${noPeriod
        ? html`<label>${t('absences.periodForAll')} ${choice(this.context.periods.map((each) => [each, periodInWords(each)]), this.period, (period) => (this.period = period))}</label>`
        : nothing}
    </div>`;
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
              rowTemplate(row, this.setting, faults.get(row), {
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
      if (candidates.length > 0) this.change(row, { candidates, studentId: '', searching: false });
    } catch (fault) {
      this.message = saidOf(fault);
    }
  }

  // ---- sending ------------------------------------------------------------------------------------------------------

  private decision(faults: Map<Row, Fault>): TemplateResult {
    const marks = marksOf(this.rows, this.setting);
    const { triggerPeriod } = this.context.whole.settings;
    const starts = marks.length === 0 || marks.some((mark) => [triggerPeriod, 'day'].includes(mark.period));
    return html`<form class="decide" @submit=${this.send}>
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
        ${faults.size > 0
          ? html`<span class="mark weak">${icon('weak')} ${t('absences.toCorrect', { n: faults.size })}</span>`
          : t('absences.willCount', { n: marks.length, day: dayInWords(this.day) })}
        ${starts ? nothing : t('absences.notTrigger', { period: triggerPeriod })}
      </p>
      <p class="actions">
        <button class="button" ?disabled=${this.busy || faults.size > 0 || marks.length === 0}>${t('absences.send', { n: marks.length })}</button>
        ${faults.size > 0
          ? html`<button type="button" class="button quiet" @click=${this.leaveFaultsOut}>${t('absences.leaveRestOut', { n: faults.size })}</button>`
          : nothing}
        ${this.again()}
      </p>
    </form>`;
  }

  private again(): TemplateResult {
    return html`<button type="button" class="button quiet" @click=${() => this.dispatchEvent(new Event('list-dropped'))}>${t('absences.again')}</button>`;
  }

  private readonly leaveFaultsOut = (): void => {
    const faults = this.faults();
    this.rows = this.rows.map((row) => (faults.has(row) ? { ...row, leftOut: true } : row));
  };

  private readonly send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
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
  };
}

customElements.define('absence-preview', AbsencePreview);
