/** Schools in numbers: what can be looked at, and each report with what was chosen of it. */

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { AGAIN, get, passes } from '../../core/api';
import { DeskElement } from '../../core/element';
import { coded, t } from '../../core/i18n';
import type { Sentence } from '../../core/refusals';
import { saidOf } from '../../parts/forms';
import { mine } from './all';
import { asQuery, choose, chosen, type Choice } from './choice';
import { choices, type Values } from './choices';
import { valuesOf } from './chronic-absence';
import { saveCsv } from './csv';
import { isDistrict, nameOf, queryOf, scopeOf, settled, type Report } from './report';

class DeskReports extends DeskElement {
  static override properties = {
    name: {},
    query: {},
    data: { state: true },
    values: { state: true },
    message: { state: true },
  };
  declare name: string;
  declare query: string;
  declare data: unknown;
  /** The grades, homerooms or groups that can be chosen. */
  declare values: Values;
  declare message: Sentence;
  private asking = new AbortController();
  private asked = '';
  private valuesAsked = '';

  constructor() {
    super();
    this.name = '';
    this.query = '';
    this.data = null;
    this.values = [];
    this.message = '';
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('name') || changed.has('query')) this.look();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.asking.abort();
    this.asked = '';
  }

  private get report(): Report<unknown> | undefined {
    return mine().find((each) => each.name === this.name);
  }

  private choice(report: Report<unknown>): Choice {
    return settled(report, chosen(location.search));
  }

  /** Not all that can be chosen stands in the address, which says of nothing else that it has changed. */
  private change(choice: Choice, changed: Partial<Choice>): void {
    choose(choice, changed);
    this.look();
  }

  private look(): void {
    const report = this.report;
    if (!report || report.savesOnly) return;
    const choice = this.choice(report);
    const asked = `${this.name} ${JSON.stringify(choice)}`;
    if (asked === this.asked) return;
    this.asked = asked;
    this.data = null;
    this.message = '';
    this.asking.abort();
    this.asking = new AbortController();
    void this.read(report, choice, this.asking.signal);
  }

  private async read(report: Report<unknown>, choice: Choice, signal: AbortSignal): Promise<void> {
    try {
      const of = await this.readValues(report, choice, signal);
      const data = await (report.read ? report.read(of, signal) : get(report.path, queryOf(report, of), signal));
      if (signal.aborted) return;
      this.data = data;
      this.message = '';
    } catch (fault) {
      if (signal.aborted) return;
      this.message = saidOf(fault);
      if (passes(fault)) setTimeout(() => !signal.aborted && void this.read(report, choice, signal), AGAIN);
    }
  }

  /** Whose attendance, or who is listed: the first of the grades, say, until somebody has chosen another one. */
  private async readValues(report: Report<unknown>, choice: Choice, signal: AbortSignal): Promise<Choice> {
    if (!report.fields(choice).includes('value') || !choice.of) {
      this.values = [];
      this.valuesAsked = '';
      return choice;
    }
    const asked = `${report.name} ${choice.of} ${choice.school}`;
    if (asked !== this.valuesAsked) {
      const there = await valuesOf(choice.of, choice.school, signal);
      this.values = report.namedOnly ? there.filter(([value]) => value) : there;
      this.valuesAsked = asked;
    }
    const known = this.values.some(([value]) => value === choice.value);
    return { ...choice, value: known ? choice.value : (this.values[0]?.[0] ?? '') };
  }

  /** On a phone the reports stand beside each other, and the one that is shown may be out of sight. */
  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('name')) this.querySelector('.report-nav [aria-current]')?.scrollIntoView({ inline: 'center', block: 'nearest' });
  }

  override render(): TemplateResult {
    const reports = mine();
    if (reports.length === 0) return html`<div class="empty"><h1>${t('page.reports')}</h1><p>${t('trouble.notAllowed')}</p></div>`;
    const report = this.report;
    if (!this.name) return this.index(reports);
    if (report?.savesOnly) return this.saves(report, reports);
    if (!report) return html`<div class="page">${this.others(reports)}<div class="empty"><h1>${t('page.reports')}</h1><p>${t('trouble.notAllowed')}</p></div></div>`;
    return this.one(report, this.choice(report), reports);
  }

  private index(reports: Report<unknown>[]): TemplateResult {
    return html`<div class="page">
      <h1>${t('page.reports')}</h1>
      <p class="lead">${t('reports.what')}</p>
      <ul class="report-list">
        ${reports.map(
          (each) => html`<li>
            <h2><a href=${`/reports/${each.name}${asQuery(chosen(location.search), ['school'])}`}>${coded('report', each.name)}</a></h2>
            <p>${coded('reportmeans', each.name)}</p>
          </li>`,
        )}
      </ul>
    </div>`;
  }

  private others(reports: Report<unknown>[]): TemplateResult {
    const kept = asQuery(chosen(location.search), ['school']);
    return html`<nav class="report-nav no-print" aria-label=${t('page.reports')}>
      <ul>
        ${reports.map(
          (each) => html`<li>
            <a href=${`/reports/${each.name}${kept}`} aria-current=${each.name === this.name ? 'page' : nothing}>${coded('report', each.name)}</a>
          </li>`,
        )}
      </ul>
    </nav>`;
  }

  private saves(report: Report<unknown>, reports: Report<unknown>[]): TemplateResult {
    return html`<div class="page report">
      ${this.others(reports)}
      <h1>${coded('report', report.name)}</h1>
      <p class="lead">${coded('reportmeans', report.name)}</p>
      ${report.show(null, this.choice(report))}
    </div>`;
  }

  private one(report: Report<unknown>, choice: Choice, reports: Report<unknown>[]): TemplateResult {
    const shown = this.data ? [...(report.ofOneSchool ? [] : [whose(report, choice)]), ...this.whom(choice), ...scopeOf(report, this.data)] : [];
    return html`<div class=${report.isPaper ? 'page report paper' : 'page report'}>
      ${this.others(reports)}
      <h1>${report.title?.(choice) ?? coded('report', report.name)}</h1>
      <p class="lead no-print">${coded('reportmeans', report.name)}</p>
      ${choices({
        report,
        choice,
        values: this.values,
        shown: this.data as { from?: string } | null,
        change: (changed) => this.change(choice, changed),
      })}
      <div role="status">${this.message ? html`<p class="notice">${this.message}</p>` : nothing}</div>
      ${this.data
        ? html`<p class="report-scope">${shown.map((each) => html`<span><bdi>${each}</bdi></span>`)}</p>
            ${report.show(this.data, choice)}
            <p class="actions">
              ${report.isPaper ? nothing : html`<button class="button quiet save-csv" @click=${() => this.save(report, choice)}>${t('reports.csv')}</button>`}
              <button class="button quiet" @click=${() => print()}>${t('print')}</button>
            </p>`
        : this.message
          ? nothing
          : html`<p class="loading">${t('loading')}</p>`}
    </div>`;
  }

  /** Of attendance over time and the watch list, which grade, homeroom or group. */
  private whom(choice: Choice): string[] {
    if (this.values.length === 0) return [];
    return [(this.values.find(([value]) => value === choice.value) ?? this.values[0])[1]];
  }

  private async save(report: Report<unknown>, choice: Choice): Promise<void> {
    try {
      const of = await this.readValues(report, choice, new AbortController().signal);
      await saveCsv(report.name, report.path, queryOf(report, of));
      this.message = '';
    } catch (fault) {
      this.message = saidOf(fault);
    }
  }
}

const whose = (report: Report<unknown>, choice: Choice): string =>
  choice.school ? nameOf(choice.school) : t(isDistrict(report.readers) ? 'reports.district' : 'reports.allMine');

customElements.define('desk-reports', DeskReports);
