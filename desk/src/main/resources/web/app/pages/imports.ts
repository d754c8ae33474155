/** Rosters: trying a file first, importing it, and what each import did with its rows. */

import { html, nothing, type TemplateResult } from 'lit';
import { address, all, ask, get } from '../core/api';
import { DeskElement } from '../core/element';
import { coded, number, t } from '../core/i18n';
import { store } from '../core/store';
import { moment } from '../core/time';
import { saidOf } from '../parts/forms';
import { icon } from '../parts/icons';

interface Tally {
  schoolId: string;
  added: number;
  changed: number;
  departed: number;
  unchanged: number;
}

interface RowError {
  file: string;
  line: number;
  column?: string;
  reason: string;
  effect: 'REJECTED' | 'NOTED';
}

interface Import {
  importId: string;
  state: 'RUNNING' | 'DONE' | 'FAILED' | 'REFUSED';
  dryRun: boolean;
  allowShrink: boolean;
  reason?: string;
  requestedBy: string;
  receivedAt: string;
  finishedAt?: string;
  progress: { phase: string; rowsRead: number; studentsCompared: number; studentsToCompare: number };
  counts: { rowsRead: number; rowsRejected: number; rowsNoted: number; students: number; studentsChanged: number };
  schools?: Tally[];
  errors?: RowError[];
  errorsCursor?: string;
}

const LOOK_AGAIN = 700;
const NOT_SET_UP = /not set up/;

class DeskImports extends DeskElement {
  static override properties = {
    imports: { state: true },
    current: { state: true },
    file: { state: true },
    message: { state: true },
    sending: { state: true },
    over: { state: true },
    shrink: { state: true },
  };
  declare imports: Import[] | null;
  /** The import that is looked at, with its rows. */
  declare current: Import | null;
  declare file: File | null;
  declare message: string;
  declare sending: boolean;
  declare over: boolean;
  declare shrink: boolean;
  private timer = 0;
  /** One for each file and wish: sent again, it is imported once. */
  private keys = new Map<string, string>();

  constructor() {
    super();
    this.imports = null;
    this.current = null;
    this.file = null;
    this.message = '';
    this.sending = false;
    this.over = false;
    this.shrink = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.read();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  private async read(): Promise<void> {
    try {
      this.imports = await all<Import>('/api/ingest/v1/imports', { limit: 20 }, 20);
    } catch (fault) {
      this.imports = this.imports ?? [];
      this.message = saidOf(fault);
    }
  }

  private path = (importId: string): string => `/api/ingest/v1/imports/${encodeURIComponent(importId)}`;

  private async look(importId: string): Promise<void> {
    clearTimeout(this.timer);
    try {
      this.current = await get<Import>(this.path(importId));
      if (this.current.state === 'RUNNING') {
        this.timer = window.setTimeout(() => void this.look(importId), LOOK_AGAIN);
      } else {
        void this.read();
        void store.readSchools();
      }
    } catch (fault) {
      this.message = saidOf(fault);
    }
  }

  private async moreErrors(): Promise<void> {
    const shown = this.current;
    if (!shown?.errorsCursor) return;
    try {
      const page = await get<{ items: RowError[]; nextCursor?: string }>(`${this.path(shown.importId)}/errors`, {
        cursor: shown.errorsCursor,
      });
      this.current = { ...shown, errors: [...(shown.errors ?? []), ...page.items], errorsCursor: page.nextCursor };
    } catch (fault) {
      this.message = saidOf(fault);
    }
  }

  // ---- a file -----------------------------------------------------------------------------------------------------

  private take(file: File | undefined): void {
    this.over = false;
    if (!file) return;
    this.current = null;
    this.shrink = false;
    if (!/\.zip$/i.test(file.name)) {
      this.file = null;
      this.message = t('imports.noZip', { name: file.name });
      return;
    }
    this.file = file;
    this.message = '';
    void this.send(true);
  }

  private async send(dryRun: boolean): Promise<void> {
    const file = this.file;
    if (!file || this.sending) return;
    this.sending = true;
    this.message = '';
    const wish = `${file.name} ${file.size} ${file.lastModified} ${dryRun} ${this.shrink}`;
    if (dryRun || !this.keys.has(wish)) this.keys.set(wish, crypto.randomUUID());
    try {
      const query = { dryRun: String(dryRun), allowShrink: String(this.shrink) };
      const { body } = await ask<{ importId: string }>(address('/api/ingest/v1/rosters', query), {
        method: 'POST',
        body: file,
        headers: { 'Content-Type': 'application/zip', 'Idempotency-Key': this.keys.get(wish) ?? '' },
      });
      await this.look(body.importId);
      if (!dryRun) this.file = null;
      void this.updateComplete.then(() => this.querySelector<HTMLElement>('#import-title')?.focus());
    } catch (fault) {
      this.message = saidOf(fault);
    } finally {
      this.sending = false;
    }
  }

  override render(): TemplateResult {
    return html`<div class="page">
      <h1>${t('page.imports')}</h1>
      <p class="lead">${t('imports.what')}</p>
      <div
        class="drop ${this.over ? 'over' : ''}"
        @dragover=${(event: DragEvent) => {
          event.preventDefault();
          this.over = true;
        }}
        @dragleave=${() => (this.over = false)}
        @drop=${(event: DragEvent) => {
          event.preventDefault();
          this.take(event.dataTransfer?.files[0]);
        }}
      >
        <label for="roster">${t('imports.drop')}</label>
        <input
          id="roster"
          type="file"
          accept=".zip,application/zip"
          aria-describedby="roster-hint"
          @change=${(event: Event) => {
            const input = event.target as HTMLInputElement;
            this.take(input.files?.[0]);
            input.value = '';
          }}
        />
        <p id="roster-hint" class="hint">${t('imports.hint')}</p>
      </div>
      <div role="status">
        ${this.message ? html`<p class="notice">${this.message}</p>` : nothing}
        ${this.sending && !this.current ? html`<p class="loading">${t('imports.sending', { name: this.file?.name ?? '' })}</p>` : nothing}
      </div>
      ${this.current ? this.details(this.current) : nothing} ${this.list()}
    </div>`;
  }

  // ---- what it did, or would do -------------------------------------------------------------------------------------

  private details(one: Import): TemplateResult {
    const tried = one.dryRun && this.file !== null;
    return html`<section class="panel" aria-labelledby="import-title">
      <h2 id="import-title" tabindex="-1">${t(one.dryRun ? 'imports.tried' : 'imports.import')} · ${moment(one.receivedAt)}</h2>
      <p role="status">${this.outcome(one)}</p>
      ${one.reason ? html`<p class="error" lang="en" dir="auto">${one.reason}</p>` : nothing}
      ${one.schools && one.schools.length > 0 ? this.tallies(one, one.schools) : nothing} ${this.errors(one)}
      ${one.state === 'REFUSED' && this.file ? this.shrinking() : nothing}
      ${tried && (one.state === 'DONE' || (one.state === 'REFUSED' && this.shrink))
        ? html`<p class="actions">
            <button class="button" ?disabled=${this.sending} @click=${() => this.send(false)}>${t('imports.now')}</button>
            <button class="button quiet" @click=${this.drop}>${t('imports.notNow')}</button>
          </p>`
        : nothing}
    </section>`;
  }

  private readonly drop = (): void => {
    this.file = null;
    this.current = null;
  };

  private outcome(one: Import): TemplateResult {
    switch (one.state) {
      case 'RUNNING':
        return html`<span class="mark">${icon('later')} ${coded('phase', one.progress.phase)}
          ${one.progress.rowsRead > 0 ? t('imports.rowsRead', { n: one.progress.rowsRead }) : nothing}</span>`;
      case 'DONE':
        return html`<span class="mark arrived"
          >${icon('arrived')} ${t(one.dryRun ? 'imports.wouldDo' : 'imports.done', { n: one.counts.studentsChanged, of: one.counts.students })}</span
        >`;
      default:
        return html`<span class="mark weak">${icon('weak')} ${t(one.state === 'REFUSED' ? 'imports.refused' : 'imports.failed')}</span>`;
    }
  }

  private shrinking(): TemplateResult {
    return html`<label class="check"
      ><input type="checkbox" .checked=${this.shrink} @change=${(event: Event) => (this.shrink = (event.target as HTMLInputElement).checked)} />
      ${t('imports.shrink')}</label
    >`;
  }

  private tallies(one: Import, schools: Tally[]): TemplateResult {
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${t('imports.bySchool')}>
      <table class="stack">
        <caption class="visually-hidden">${t('imports.bySchool')}</caption>
        <thead>
          <tr>
            <th scope="col">${t('strip.school')}</th>
            <th scope="col" class="figure">${t('imports.added')}</th>
            <th scope="col" class="figure">${t('imports.changed')}</th>
            <th scope="col" class="figure">${t('imports.departed')}</th>
            <th scope="col" class="figure">${t('imports.unchanged')}</th>
          </tr>
        </thead>
        <tbody>
          ${schools.map(
            (each) => html`<tr>
              <th scope="row">
                ${schoolName(each.schoolId)}${known(each.schoolId)
                  ? nothing
                  : html`<br /><a href="/schools/${encodeURIComponent(each.schoolId)}">${t('imports.setUpSchool')}</a>`}
              </th>
              <td class="figure" data-label=${t('imports.added')}>${number(each.added)}</td>
              <td class="figure" data-label=${t('imports.changed')}>${number(each.changed)}</td>
              <td class="figure" data-label=${t('imports.departed')}>${number(each.departed)}</td>
              <td class="figure" data-label=${t('imports.unchanged')}>${number(each.unchanged)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  private errors(one: Import): TemplateResult | typeof nothing {
    const errors = one.errors ?? [];
    if (errors.length === 0) return one.state === 'DONE' ? html`<p>${t('imports.noErrors')}</p>` : nothing;
    return html`<h3>${t('imports.rows', { rejected: one.counts.rowsRejected, noted: one.counts.rowsNoted })}</h3>
      <p>${t('imports.wayOut')}</p>
      <div class="scroll" tabindex="0" role="region" aria-label=${t('imports.errors')}>
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
            ${errors.map(
              (each) => html`<tr>
                <th scope="row"><bdi>${each.file}</bdi>${each.line > 0 ? html` <small>${t('imports.line', { line: each.line })}</small>` : nothing}</th>
                <td data-label=${t('imports.column')}><code>${each.column ?? ''}</code></td>
                <td data-label=${t('imports.wrong')}>
                  <span lang="en" dir="auto">${each.reason}</span>
                  ${NOT_SET_UP.test(each.reason) ? html`<br /><a href="/schools">${t('imports.setUpSchool')}</a>` : nothing}
                </td>
                <td data-label=${t('imports.effect')}>
                  ${each.effect === 'REJECTED'
                    ? html`<span class="mark weak">${icon('weak')} ${t('imports.rejected')}</span>`
                    : html`<span class="mark">${icon('arrived')} ${t('imports.noted')}</span>`}
                </td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${one.errorsCursor ? html`<p class="actions"><button class="button quiet" @click=${this.moreErrors}>${t('imports.more')}</button></p>` : nothing}`;
  }

  private list(): TemplateResult {
    if (this.imports === null) return html`<p class="loading">${t('loading')}</p>`;
    if (this.imports.length === 0) {
      return html`<div class="empty"><p class="empty-title">${t('imports.none')}</p><p>${t('imports.noneYet')}</p></div>`;
    }
    return html`<h2>${t('imports.before')}</h2>
      <div class="scroll" tabindex="0" role="region" aria-label=${t('imports.before')}>
        <table class="stack">
          <thead>
            <tr>
              <th scope="col">${t('imports.when')}</th>
              <th scope="col">${t('imports.cameOfIt')}</th>
              <th scope="col" class="figure">${t('imports.notUsed')}</th>
              <th scope="col">${t('imports.by')}</th>
            </tr>
          </thead>
          <tbody>
            ${this.imports.map(
              (each) => html`<tr>
                <th scope="row">
                  <button class="link" aria-pressed=${this.current?.importId === each.importId} @click=${() => this.choose(each)}>
                    ${moment(each.receivedAt)}
                  </button>
                </th>
                <td data-label=${t('imports.cameOfIt')}>${each.dryRun ? html`<small>${t('imports.tried')}</small> ` : nothing}${this.outcome(each)}</td>
                <td class="figure" data-label=${t('imports.notUsed')}>${number(each.counts.rowsRejected)}</td>
                <td data-label=${t('imports.by')}><bdi>${each.requestedBy}</bdi></td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>`;
  }

  private choose(one: Import): void {
    this.file = null;
    void this.look(one.importId).then(() => {
      void this.updateComplete.then(() => this.querySelector<HTMLElement>('#import-title')?.focus());
    });
  }
}

const known = (schoolId: string): boolean => store.schools.some((each) => each.schoolId === schoolId);

const schoolName = (schoolId: string): string => store.schools.find((each) => each.schoolId === schoolId)?.name ?? schoolId;

customElements.define('desk-imports', DeskImports);
