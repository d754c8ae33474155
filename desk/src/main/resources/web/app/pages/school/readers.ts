/** The doors of a school's buildings, and the keys with which their readers sign. */

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { all, ask, post } from '../../core/api';
import { DeskElement } from '../../core/element';
import { coded, t } from '../../core/i18n';
import { ago, moment } from '../../core/time';
import { errorsOf, others, saidOf, under, type Errors } from '../../parts/forms';
import { icon } from '../../parts/icons';

interface Reader {
  readerId: string;
  buildingId: string;
  name: string;
  inService: boolean;
  allowedSilenceMinutes: number;
  lastHeard?: string;
}

interface Key {
  keyId: string;
  state: string;
  createdAt: string;
  createdBy: string;
  validUntil?: string;
  lastUsed?: string;
  revokedAt?: string;
}

class SchoolReaders extends DeskElement {
  static override properties = {
    schoolId: {},
    buildings: { attribute: false },
    edits: { attribute: false },
    readers: { state: true },
    keys: { state: true },
    opened: { state: true },
    issued: { state: true },
    revoking: { state: true },
    adding: { state: true },
    message: { state: true },
    errors: { state: true },
  };
  declare schoolId: string;
  declare buildings: string[];
  declare edits: boolean;
  declare readers: Reader[] | null;
  declare keys: Key[];
  declare opened: string;
  /** A key that was just made: its private half is shown now and never again. */
  declare issued: { key: Key; privateKey?: string } | null;
  declare revoking: string;
  declare adding: boolean;
  declare message: string;
  declare errors: Errors;

  constructor() {
    super();
    this.readers = null;
    this.keys = [];
    this.opened = '';
    this.issued = null;
    this.revoking = '';
    this.adding = false;
    this.message = '';
    this.errors = {};
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('schoolId') || changed.has('buildings')) void this.read();
  }

  private async read(): Promise<void> {
    try {
      const readers = await all<Reader>('/api/entry/v1/readers', {});
      this.readers = readers.filter((each) => this.buildings.includes(each.buildingId));
    } catch (fault) {
      this.readers = [];
      this.message = saidOf(fault);
    }
  }

  override render(): TemplateResult {
    const readers = this.readers;
    return html`<section class="panel" aria-labelledby="readers-title">
      <h2 id="readers-title" tabindex="-1">${t('section.readers')}</h2>
      ${this.message ? html`<p class="notice" role="status">${this.message}</p>` : nothing}
      ${this.buildings.length === 0 ? html`<p>${t('readers.noBuildings')}</p>` : nothing}
      ${readers === null ? html`<p class="loading">${t('loading')}</p>` : nothing}
      ${readers?.length === 0 && this.buildings.length > 0 && !this.adding
        ? html`<div class="empty"><p class="empty-title">${t('readers.none')}</p><p>${t('readers.noneYet')}</p></div>`
        : nothing}
      ${readers && readers.length > 0 ? html`<ul class="results">${readers.map((each) => this.reader(each))}</ul>` : nothing}
      ${this.adding ? this.form() : nothing}
      ${this.edits && !this.adding && this.buildings.length > 0
        ? html`<p class="actions"><button class="button quiet" @click=${this.begin}>${t('readers.add')}</button></p>`
        : nothing}
    </section>`;
  }

  private reader(reader: Reader): TemplateResult {
    const open = this.opened === reader.readerId;
    return html`<li class="reader">
      <strong>${reader.name}</strong>
      <span><bdi>${reader.readerId}</bdi> · ${t('feeds.building', { building: reader.buildingId })}</span>
      <span>
        ${reader.inService
          ? reader.lastHeard
            ? html`<span class="mark">${icon('door')} ${t('readers.heard', { ago: ago(reader.lastHeard) })}</span>`
            : html`<span class="mark weak">${icon('weak')} ${t('readers.never')}</span>`
          : html`<span class="mark">${icon('held')} ${t('feeds.outOfService')}</span>`}
      </span>
      ${this.edits
        ? html`<button class="link" aria-expanded=${open} @click=${() => this.open(open ? '' : reader.readerId)}>${t('readers.keys')}</button>`
        : nothing}
      ${open ? this.keysOf(reader) : nothing}
    </li>`;
  }

  private path(readerId: string): string {
    return `/api/entry/v1/readers/${encodeURIComponent(readerId)}`;
  }

  private async open(readerId: string): Promise<void> {
    this.opened = readerId;
    this.issued = null;
    this.revoking = '';
    this.keys = [];
    if (readerId) await this.readKeys(readerId);
  }

  private async readKeys(readerId: string): Promise<void> {
    try {
      const { body } = await ask<Key[] | { items: Key[] }>(`${this.path(readerId)}/keys`);
      this.keys = Array.isArray(body) ? body : body.items;
    } catch (fault) {
      this.message = saidOf(fault);
    }
  }

  private keysOf(reader: Reader): TemplateResult {
    return html`<div class="keys-of">
      ${this.issued ? this.justIssued(this.issued) : nothing}
      ${this.keys.length === 0 ? html`<p>${t('readers.noKey')}</p>` : nothing}
      ${this.keys.map((key) => this.key(reader, key))}
      <form class="decide" @submit=${(event: SubmitEvent) => this.issue(event, reader)}>
        <label>${t('readers.publicKey')} <textarea name="publicKey" rows="2" dir="ltr" maxlength="500" autocomplete="off" spellcheck="false"></textarea></label>
        ${under(this.errors, 'publicKey')}
        <p class="hint">${t('readers.publicKey.hint')}</p>
        <p class="actions"><button class="button">${t('readers.issue')}</button></p>
      </form>
    </div>`;
  }

  private key(reader: Reader, key: Key): TemplateResult {
    const used = key.lastUsed ? t('readers.used', { ago: ago(key.lastUsed) }) : t('readers.unused');
    return html`<p class="key">
        <code>${key.keyId}</code> ${coded('key', key.state)}
        <small>${moment(key.createdAt)} · <bdi>${key.createdBy}</bdi> · ${used}${key.validUntil ? ` · ${t('readers.until', { moment: moment(key.validUntil) })}` : ''}</small>
        ${key.state === 'REVOKED'
          ? nothing
          : html`<button class="link" aria-label=${t('readers.revokeOf', { key: key.keyId })} @click=${() => (this.revoking = key.keyId)}>${t('readers.revoke')}</button>`}
      </p>
      ${this.revoking === key.keyId
        ? html`<div class="decide">
            <p>${t('readers.revokeMeans', { reader: reader.name })}</p>
            <p class="actions">
              <button class="button" @click=${() => this.revoke(reader, key)}>${t('readers.revoke')}</button>
              <button class="button quiet" @click=${() => (this.revoking = '')}>${t('cancel')}</button>
            </p>
          </div>`
        : nothing}`;
  }

  private justIssued(issued: { key: Key; privateKey?: string }): TemplateResult {
    return html`<div class="notice" role="status">
      <p><strong>${t('readers.issued')}</strong> <code>${issued.key.keyId}</code></p>
      ${issued.privateKey
        ? html`<p>${t('readers.once')}</p>
            <pre class="secret" dir="ltr" tabindex="0">${issued.privateKey}</pre>
            <p class="actions">
              <button class="button quiet" @click=${() => navigator.clipboard.writeText(issued.privateKey ?? '')}>${t('readers.copy')}</button>
              <button class="button quiet" @click=${() => keep(issued.key.keyId, issued.privateKey ?? '')}>${t('readers.keep')}</button>
              <button class="button quiet" @click=${() => (this.issued = null)}>${t('readers.hide')}</button>
            </p>`
        : nothing}
    </div>`;
  }

  private async issue(event: SubmitEvent, reader: Reader): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const publicKey = String(new FormData(form).get('publicKey')).trim();
    this.errors = {};
    this.message = '';
    try {
      this.issued = await post(`${this.path(reader.readerId)}/keys`, publicKey ? { publicKey } : {});
      form.reset();
      await this.readKeys(reader.readerId);
    } catch (fault) {
      this.errors = errorsOf(fault);
      this.message = saidOf(fault);
    }
  }

  private async revoke(reader: Reader, key: Key): Promise<void> {
    try {
      await ask(`${this.path(reader.readerId)}/keys/${encodeURIComponent(key.keyId)}`, { method: 'DELETE' });
      this.revoking = '';
      this.message = t('readers.revoked', { key: key.keyId });
      await this.readKeys(reader.readerId);
    } catch (fault) {
      this.message = saidOf(fault);
    }
  }

  // ---- a door that is new -------------------------------------------------------------------------------------------

  private readonly begin = (): void => {
    this.adding = true;
    this.errors = {};
    this.message = '';
    void this.updateComplete.then(() => this.querySelector<HTMLInputElement>('form.add input')?.focus());
  };

  private form(): TemplateResult {
    return html`<form class="decide add" @submit=${this.add}>
      <label>${t('readers.id')} <input name="readerId" required maxlength="64" pattern="[A-Za-z0-9._:\\-]+" autocomplete="off" dir="ltr" placeholder="R-EAST-MAIN" /></label>
      <label>${t('readers.name')} <input name="name" required maxlength="100" autocomplete="off" dir="auto" /></label>
      <label
        >${t('readers.building')}
        <select name="buildingId">
          ${this.buildings.map((each) => html`<option value=${each}>${each}</option>`)}
        </select></label
      >
      <label>${t('readers.silence')} <input type="number" name="allowedSilenceMinutes" min="1" max="1440" value="10" required /></label>
      <p class="consequence">${t('readers.addMeans')}</p>
      ${others(this.errors, [])}
      <p class="actions">
        <button class="button">${t('save')}</button>
        <button type="button" class="button quiet" @click=${() => (this.adding = false)}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  private readonly add = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    const readerId = String(data.get('readerId')).trim();
    try {
      await ask(this.path(readerId), {
        method: 'PUT',
        body: {
          name: String(data.get('name')).trim(),
          buildingId: data.get('buildingId'),
          allowedSilenceMinutes: Number(data.get('allowedSilenceMinutes')),
        },
      });
      this.adding = false;
      await this.read();
      await this.open(readerId);
    } catch (fault) {
      this.errors = errorsOf(fault);
      this.message = saidOf(fault);
    }
  };
}

/** Saves a private key as a file. */
function keep(keyId: string, pem: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([pem], { type: 'application/x-pem-file' }));
  link.download = `${keyId}.pem`;
  link.setAttribute('data-leave', '');
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

customElements.define('school-readers', SchoolReaders);
