/** Rosters: trying a file first, importing it, and what each import did with its rows. */

import { html, nothing, type TemplateResult } from 'lit';
import { DeskElement } from '../../core/element';
import { number, t } from '../../core/i18n';
import type { Sentence } from '../../core/refusals';
import { store } from '../../core/store';
import { moment } from '../../core/time';
import { dropZone, fileField } from '../../parts/drop';
import { empty } from '../../parts/empty';
import { saidOf } from '../../parts/forms';
import '../setup/next';
import './details';
import { isReadable, latest, readImport, upload, type Import } from './import';
import { outcome } from './outcome';

const LOOK_AGAIN = 700;
const LOOK_LATER = 5000;

class DeskImports extends DeskElement {
  static override properties = {
    imports: { state: true },
    current: { state: true },
    file: { state: true },
    message: { state: true },
    sending: { state: true },
    shrink: { state: true },
  };
  declare imports: Import[] | null;
  /** The import that is looked at, with its rows. */
  declare current: Import | null;
  declare file: File | null;
  declare message: Sentence;
  declare sending: boolean;
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
      this.imports = await latest();
    } catch (fault) {
      this.imports = this.imports ?? [];
      this.message = saidOf(fault);
    }
  }

  /** Looks until it has ended; a look that fails is no end. */
  private async look(importId: string): Promise<void> {
    clearTimeout(this.timer);
    const again = (wait: number): void => {
      if (this.isConnected) this.timer = window.setTimeout(() => void this.look(importId), wait);
    };
    try {
      this.current = await readImport(importId);
      this.message = '';
    } catch (fault) {
      this.message = saidOf(fault);
      if (this.current?.importId === importId || this.sending) again(LOOK_LATER);
      return;
    }
    if (this.current.state === 'RUNNING') {
      again(LOOK_AGAIN);
      return;
    }
    await Promise.all([this.read(), store.readSchools()]);
    this.dispatchEvent(new Event('set-up-changed', { bubbles: true }));
  }

  // ---- a file -----------------------------------------------------------------------------------------------------

  private readonly take = (file: File): void => {
    if (this.sending) return;
    clearTimeout(this.timer);
    this.current = null;
    this.shrink = false;
    this.file = /\.zip$/i.test(file.name) ? file : null;
    this.message = this.file ? '' : t('imports.noZip', { name: file.name });
    if (this.file) void this.send(true);
  };

  private async send(dryRun: boolean): Promise<void> {
    const { file } = this;
    if (!file || this.sending) return;
    const wish = { dryRun, allowShrink: this.shrink };
    const name = `${file.name} ${file.size} ${file.lastModified} ${JSON.stringify(wish)}`;
    const key = (dryRun ? undefined : this.keys.get(name)) ?? crypto.randomUUID();
    this.keys.set(name, key);
    this.sending = true;
    this.message = '';
    try {
      const importId = await upload(file, wish, key);
      if (!dryRun) this.file = null;
      await this.look(importId);
      this.toDetails();
    } catch (fault) {
      this.message = (await isReadable(file)) ? saidOf(fault) : t('imports.fileChanged', { name: file.name });
    } finally {
      this.sending = false;
    }
  }

  private toDetails(): void {
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('#import-title')?.focus());
  }

  override render(): TemplateResult {
    return html`<div class="page">
      <setup-next></setup-next>
      <h1>${t('page.imports')}</h1>
      <p class="lead">${t('imports.what')}</p>
      ${dropZone(this.take, fileField(t('imports.drop'), '.zip,application/zip', t('imports.hint'), this.take))}
      <div role="status">
        ${this.message ? html`<p class="notice">${this.message}</p>` : nothing}
        ${this.sending && !this.current ? html`<p class="loading">${t('imports.sending', { name: this.file?.name ?? '' })}</p>` : nothing}
      </div>
      ${this.current
        ? html`<import-details
            .one=${this.current}
            .tried=${this.file !== null}
            .sending=${this.sending}
            .shrink=${this.shrink}
            @shrink-chosen=${(event: CustomEvent<boolean>) => (this.shrink = event.detail)}
            @import-wanted=${() => void this.send(false)}
            @import-left=${this.drop}
          ></import-details>`
        : nothing}
      ${this.list()}
    </div>`;
  }

  private readonly drop = (): void => {
    this.file = null;
    this.current = null;
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('input[type=file]')?.focus());
  };

  private list(): TemplateResult {
    if (this.imports === null) return html`<p class="loading">${t('loading')}</p>`;
    if (this.imports.length === 0) {
      return empty(t('imports.none'), t('imports.noneYet'));
    }
    return html`<h2>${t('imports.before')}</h2>
      <div class="scroll" tabindex="0" role="group" aria-label=${t('imports.before')}>
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
            ${this.imports.map((each) => this.row(each))}
          </tbody>
        </table>
      </div>`;
  }

  private row(one: Import): TemplateResult {
    return html`<tr>
      <th scope="row">
        <button class="link" aria-pressed=${this.current?.importId === one.importId} @click=${() => this.choose(one)}>${moment(one.receivedAt)}</button>
      </th>
      <td data-label=${t('imports.cameOfIt')}>${one.dryRun ? html`<small>${t('imports.tried')}</small> ` : nothing}${outcome(one)}</td>
      <td class="figure" data-label=${t('imports.notUsed')}>${number(one.counts.rowsRejected)}</td>
      <td data-label=${t('imports.by')}><bdi>${one.requestedBy}</bdi></td>
    </tr>`;
  }

  private choose(one: Import): void {
    this.file = null;
    this.current = one;
    void this.look(one.importId).then(() => this.toDetails());
  }
}

customElements.define('desk-imports', DeskImports);
