/** The keys of a reader: given, shown once, revoked. */

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { ask, get, post } from '../../core/api';
import { DeskElement } from '../../core/element';
import { coded, t } from '../../core/i18n';
import type { Sentence } from '../../core/refusals';
import { ago, moment } from '../../core/time';
import { describedBy, errorsOf, hint, invalid, saidOf, under, type Errors } from '../../parts/forms';
import { pathOf, type Key, type Reader } from './reader';

interface Issued {
  key: Key;
  /** It is shown now and never again. */
  privateKey?: string;
}

class ReaderKeys extends DeskElement {
  static override properties = {
    reader: { attribute: false },
    keys: { state: true },
    issued: { state: true },
    revoking: { state: true },
    message: { state: true },
    errors: { state: true },
  };
  declare reader: Reader;
  declare keys: Key[] | null;
  declare issued: Issued | null;
  declare revoking: string;
  declare message: Sentence;
  declare errors: Errors;
  private sending = false;

  constructor() {
    super();
    this.keys = null;
    this.issued = null;
    this.revoking = '';
    this.message = '';
    this.errors = {};
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('reader') as Reader | undefined;
    if (!changed.has('reader') || before?.readerId === this.reader.readerId) return;
    this.issued = null;
    this.revoking = '';
    this.keys = null;
    void this.read();
  }

  private get path(): string {
    return `${pathOf(this.reader.readerId)}/keys`;
  }

  private async read(): Promise<void> {
    try {
      this.keys = (await get<{ items: Key[] }>(this.path)).items;
    } catch (fault) {
      this.message = saidOf(fault);
    }
  }

  override render(): TemplateResult {
    const keys = this.keys ?? [];
    return html`<div class="keys-of">
      <div role="status">${this.message ? html`<p class="notice">${this.message}</p>` : nothing}</div>
      ${this.issued ? this.justIssued(this.issued) : nothing} ${this.keys?.length === 0 ? html`<p>${t('readers.noKey')}</p>` : nothing}
      ${keys.map((key) => this.key(key))}
      <form class="decide" @submit=${this.issue}>
        <label
          >${t('readers.publicKey')}
          <textarea
            name="publicKey"
            rows="2"
            dir="ltr"
            maxlength="500"
            autocomplete="off"
            spellcheck="false"
            aria-invalid=${invalid(this.errors, 'publicKey')}
            aria-describedby=${describedBy(this.errors, 'publicKey', t('readers.publicKey.hint'))}
          ></textarea>
        </label>
        ${hint('publicKey', t('readers.publicKey.hint'))} ${under(this.errors, 'publicKey')}
        <p class="actions"><button class="button">${t('readers.issue')}</button></p>
      </form>
    </div>`;
  }

  private key(key: Key): TemplateResult {
    const used = key.lastUsed ? t('readers.used', { ago: ago(key.lastUsed) }) : t('readers.unused');
    const until = key.validUntil ? ` · ${t('readers.until', { moment: moment(key.validUntil) })}` : '';
    return html`<p class="key">
        <code>${key.keyId}</code> ${coded('key', key.state)}
        <small>${moment(key.createdAt)} · <bdi>${key.createdBy}</bdi> · ${used}${until}</small>
        ${key.state === 'REVOKED'
          ? nothing
          : html`<button class="link" aria-label=${t('readers.revokeOf', { key: key.keyId })} @click=${() => this.ask(key.keyId)}>${t('readers.revoke')}</button>`}
      </p>
      ${this.revoking === key.keyId
        ? html`<div class="decide">
            <p>${t('readers.revokeMeans', { reader: this.reader.name })}</p>
            <p class="actions">
              <button class="button" @click=${() => this.revoke(key)}>${t('readers.revoke')}</button>
              <button class="button quiet" @click=${() => this.ask('')}>${t('cancel')}</button>
            </p>
          </div>`
        : nothing}`;
  }

  private ask(keyId: string): void {
    this.revoking = keyId;
    if (keyId) void this.updateComplete.then(() => this.querySelector<HTMLElement>('.key + .decide .button')?.focus());
  }

  private justIssued(issued: Issued): TemplateResult {
    const secret = issued.privateKey;
    return html`<div class="notice">
      <p role="status"><strong>${t('readers.issued')}</strong> <code>${issued.key.keyId}</code></p>
      ${secret
        ? html`<p>${t('readers.once')}</p>
            <pre class="secret" dir="ltr" tabindex="0">${secret}</pre>
            <p class="actions">
              <button class="button quiet" @click=${() => this.copy(secret)}>${t('readers.copy')}</button>
              <button class="button quiet" @click=${() => keep(issued.key.keyId, secret)}>${t('readers.keep')}</button>
              <button class="button quiet" @click=${() => (this.issued = null)}>${t('readers.hide')}</button>
            </p>`
        : nothing}
    </div>`;
  }

  private async copy(secret: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(secret);
      this.message = t('readers.copied');
    } catch {
      this.message = t('readers.notCopied');
    }
  }

  private readonly issue = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (this.sending) return;
    const form = event.target as HTMLFormElement;
    const publicKey = String(new FormData(form).get('publicKey')).trim();
    this.sending = true;
    this.errors = {};
    this.message = '';
    try {
      this.issued = await post<Issued>(this.path, publicKey ? { publicKey } : {});
      form.reset();
      this.changed();
      await this.read();
    } catch (fault) {
      this.errors = errorsOf(fault);
      this.message = saidOf(fault);
    } finally {
      this.sending = false;
    }
  };

  private async revoke(key: Key): Promise<void> {
    try {
      await ask(`${this.path}/${encodeURIComponent(key.keyId)}`, { method: 'DELETE' });
      this.revoking = '';
      if (this.issued?.key.keyId === key.keyId) this.issued = null;
      this.message = t('readers.revoked', { key: key.keyId });
      this.changed();
      await this.read();
    } catch (fault) {
      this.message = saidOf(fault);
    }
  }

  private changed(): void {
    this.dispatchEvent(new Event('set-up-changed', { bubbles: true }));
  }
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

customElements.define('reader-keys', ReaderKeys);
