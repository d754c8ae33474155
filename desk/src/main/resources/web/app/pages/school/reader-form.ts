/** A reader being registered or changed: where it stands, and whether it is waited for. */

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { ask } from '../../core/api';
import { DeskElement } from '../../core/element';
import { t } from '../../core/i18n';
import type { Sentence } from '../../core/refusals';
import { choice, type Option } from '../../parts/choice';
import { errorsOf, others, saidOf, type Errors } from '../../parts/forms';
import { pathOf, type Reader } from './reader';

class ReaderForm extends DeskElement {
  static override properties = {
    reader: { attribute: false },
    buildings: { attribute: false },
    taken: { attribute: false },
    buildingId: { state: true },
    inService: { state: true },
    message: { state: true },
    errors: { state: true },
    sending: { state: true },
  };
  /** The one that is changed; null for a new one. */
  declare reader: Reader | null;
  declare buildings: string[];
  /** Those that are registered already. */
  declare taken: Reader[];
  declare buildingId: string;
  declare inService: boolean;
  declare message: Sentence;
  declare errors: Errors;
  declare sending: boolean;

  constructor() {
    super();
    this.message = '';
    this.errors = {};
    this.sending = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('reader')) return;
    this.buildingId = this.reader?.buildingId ?? this.buildings[0];
    this.inService = this.reader?.inService ?? true;
  }

  override render(): TemplateResult {
    const { reader } = this;
    return html`<form class="decide add" @submit=${this.send} aria-labelledby="reader-title">
      <h3 id="reader-title">${reader ? t('readers.changeOf', { reader: reader.name }) : t('readers.add')}</h3>
      <div role="status">${this.message ? html`<p class="notice">${this.message}</p>` : nothing}</div>
      <label
        >${t('readers.id')}
        <input
          name="readerId"
          required
          maxlength="64"
          pattern="[A-Za-z0-9._:\\-]+"
          autocomplete="off"
          spellcheck="false"
          dir="ltr"
          placeholder="R-EAST-MAIN"
          ?readonly=${reader !== null}
          .value=${reader?.readerId ?? ''}
      /></label>
      <label>${t('readers.name')} <input name="name" required maxlength="100" autocomplete="off" dir="auto" .value=${reader?.name ?? ''} /></label>
      <label>${t('readers.building')} ${choice(this.buildings.map((each): Option => [each, each]), this.buildingId, (building) => (this.buildingId = building))}</label>
      <label
        >${t('readers.silence')}
        <input type="number" name="allowedSilenceMinutes" min="1" max="1440" required .value=${String(reader?.allowedSilenceMinutes ?? 10)}
      /></label>
      ${reader
        ? html`<label class="check"
            ><input type="checkbox" .checked=${this.inService} @change=${(event: Event) => (this.inService = (event.target as HTMLInputElement).checked)} />
            ${t('readers.inService')}</label
          >`
        : nothing}
      <p class="consequence" role="status">${t(this.inService ? 'readers.addMeans' : 'readers.outMeans')}</p>
      ${others(this.errors, [])}
      <p class="actions">
        <button class="button" ?disabled=${this.sending}>${t('save')}</button>
        <button type="button" class="button quiet" @click=${() => this.dispatchEvent(new Event('reader-left'))}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  private readonly send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (this.sending) return;
    const data = new FormData(event.target as HTMLFormElement);
    const readerId = String(data.get('readerId')).trim();
    const before = this.taken.find((each) => each.readerId === readerId);
    if (!this.reader && before) {
      this.message = t('readers.taken', { reader: readerId, building: before.buildingId });
      return;
    }
    this.sending = true;
    this.errors = {};
    this.message = '';
    try {
      await ask(pathOf(readerId), {
        method: 'PUT',
        body: {
          name: String(data.get('name')).trim(),
          buildingId: this.buildingId,
          allowedSilenceMinutes: Number(data.get('allowedSilenceMinutes')),
          inService: this.inService,
        },
        headers: { 'If-Match': `"${this.reader?.version ?? 0}"` },
      });
      this.dispatchEvent(new CustomEvent('reader-saved', { detail: readerId }));
    } catch (fault) {
      this.errors = errorsOf(fault);
      this.message = saidOf(fault);
    } finally {
      this.sending = false;
    }
  };
}

customElements.define('reader-form', ReaderForm);
