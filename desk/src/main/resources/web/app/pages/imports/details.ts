/** What an import did, or would do: school by school, and row by row where something is wrong. */

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { DeskElement } from '../../core/element';
import { number, t } from '../../core/i18n';
import type { Sentence } from '../../core/refusals';
import { moment } from '../../core/time';
import { saidOf } from '../../parts/forms';
import { icon } from '../../parts/icons';
import { allErrors, isSetUp, moreErrors, schoolName, type Import, type RowError, type Tally } from './import';
import { outcome } from './outcome';
import { saveRows } from './rows-file';

/** More than that nobody mends by hand. */
const MOST_ROWS = 20_000;

class ImportDetails extends DeskElement {
  static override properties = {
    one: { attribute: false },
    tried: { attribute: false },
    sending: { attribute: false },
    shrink: { attribute: false },
    errors: { state: true },
    cursor: { state: true },
    message: { state: true },
  };
  declare one: Import;
  /** Whether its file is still here and can be imported. */
  declare tried: boolean;
  declare sending: boolean;
  declare shrink: boolean;
  declare errors: RowError[];
  declare cursor: string | undefined;
  declare message: Sentence;

  constructor() {
    super();
    this.errors = [];
    this.message = '';
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('one')) return;
    this.errors = this.one.errors ?? [];
    this.cursor = this.one.errorsCursor;
    this.message = '';
  }

  override render(): TemplateResult {
    const { one } = this;
    const may = one.dryRun && this.tried && (one.state === 'DONE' || (one.state === 'REFUSED' && this.shrink));
    return html`<section class="panel" aria-labelledby="import-title">
      <h2 id="import-title" tabindex="-1">${t(one.dryRun ? 'imports.tried' : 'imports.import')} · ${moment(one.receivedAt)}</h2>
      <p role="status">${outcome(one)}</p>
      ${one.reason ? html`<p class="error" lang="en" dir="auto">${one.reason}</p>` : nothing}
      ${one.schools && one.schools.length > 0 ? this.tallies(one.schools) : nothing} ${this.rows()}
      ${one.state === 'REFUSED' && one.dryRun && this.tried ? this.shrinking() : nothing}
      ${may
        ? html`<p class="actions">
            <button class="button" ?disabled=${this.sending} @click=${() => this.dispatchEvent(new Event('import-wanted'))}>${t('imports.now')}</button>
            <button class="button quiet" ?disabled=${this.sending} @click=${() => this.dispatchEvent(new Event('import-left'))}>${t('imports.notNow')}</button>
          </p>`
        : nothing}
    </section>`;
  }

  private shrinking(): TemplateResult {
    const choose = (event: Event): boolean =>
      this.dispatchEvent(new CustomEvent('shrink-chosen', { detail: (event.target as HTMLInputElement).checked }));
    return html`<label class="check"><input type="checkbox" .checked=${this.shrink} @change=${choose} /> ${t('imports.shrink')}</label>`;
  }

  private tallies(schools: Tally[]): TemplateResult {
    const figures = ['added', 'changed', 'departed', 'unchanged'] as const;
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${t('imports.bySchool')}>
      <table class="stack">
        <caption class="visually-hidden">${t('imports.bySchool')}</caption>
        <thead>
          <tr>
            <th scope="col">${t('strip.school')}</th>
            ${figures.map((each) => html`<th scope="col" class="figure">${t(`imports.${each}`)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${schools.map(
            (school) => html`<tr>
              <th scope="row">
                <bdi>${schoolName(school.schoolId)}</bdi>${isSetUp(school.schoolId)
                  ? nothing
                  : html`<br /><a href="/schools/${encodeURIComponent(school.schoolId)}">${t('imports.setUpSchool')}</a>`}
              </th>
              ${figures.map((each) => html`<td class="figure" data-label=${t(`imports.${each}`)}>${number(school[each])}</td>`)}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  private rows(): TemplateResult | typeof nothing {
    const { one, errors } = this;
    if (errors.length === 0) return one.state === 'DONE' ? html`<p>${t('imports.noErrors')}</p>` : nothing;
    return html`<h3>${t('imports.rows', { rejected: one.counts.rowsRejected, noted: one.counts.rowsNoted })}</h3>
      <p>${t('imports.wayOut')}</p>
      <div role="status">${this.message ? html`<p class="notice">${this.message}</p>` : nothing}</div>
      <div class="scroll" tabindex="0" role="group" aria-label=${t('imports.errors')}>
        <table class="stack">
          <thead>
            <tr>
              <th scope="col">${t('imports.where')}</th>
              <th scope="col">${t('imports.column')}</th>
              <th scope="col">${t('imports.wrong')}</th>
              <th scope="col">${t('imports.effect')}</th>
            </tr>
          </thead>
          <tbody>
            ${errors.map(row)}
          </tbody>
        </table>
      </div>
      <p class="actions">
        ${this.cursor ? html`<button class="button quiet" @click=${this.more}>${t('imports.more')}</button>` : nothing}
        <button class="button quiet" @click=${this.save}>${t('imports.saveRows')}</button>
      </p>`;
  }

  private readonly more = async (): Promise<void> => {
    const { one, errors } = this;
    try {
      const page = await moreErrors({ ...one, errorsCursor: this.cursor });
      if (one !== this.one) return;
      this.errors = [...errors, ...page.items];
      this.cursor = page.nextCursor;
    } catch (fault) {
      this.message = saidOf(fault);
    }
  };

  private readonly save = async (): Promise<void> => {
    try {
      saveRows(this.one.importId, await allErrors(this.one, MOST_ROWS));
    } catch (fault) {
      this.message = saidOf(fault);
    }
  };
}

const row = (each: RowError): TemplateResult => html`<tr>
  <th scope="row"><bdi>${each.file}</bdi>${each.line > 0 ? html` <small>${t('imports.line', { line: each.line })}</small>` : nothing}</th>
  <td data-label=${t('imports.column')}><code>${each.column ?? ''}</code></td>
  <td data-label=${t('imports.wrong')}><span lang="en" dir="auto">${each.reason}</span></td>
  <td data-label=${t('imports.effect')}>
    ${each.effect === 'REJECTED'
      ? html`<span class="mark weak">${icon('weak')} ${t('imports.rejected')}</span>`
      : html`<span class="mark">${icon('arrived')} ${t('imports.noted')}</span>`}
  </td>
</tr>`;

customElements.define('import-details', ImportDetails);
