/** The doors of a school's buildings, and the keys with which their readers sign. */

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { all } from '../../core/api';
import { DeskElement } from '../../core/element';
import { t } from '../../core/i18n';
import type { Sentence } from '../../core/refusals';
import { ago } from '../../core/time';
import { empty } from '../../parts/empty';
import { saidOf } from '../../parts/forms';
import { icon } from '../../parts/icons';
import type { Reader } from './reader';
import './reader-form';
import './reader-keys';

class SchoolReaders extends DeskElement {
  static override properties = {
    schoolId: {},
    buildings: { attribute: false },
    edits: { attribute: false },
    readers: { state: true },
    opened: { state: true },
    editing: { state: true },
    message: { state: true },
  };
  declare schoolId: string;
  declare buildings: string[];
  declare edits: boolean;
  /** All of the district's: an id that another building has is taken. */
  declare readers: Reader[] | null;
  /** The reader whose keys are shown. */
  declare opened: string;
  /** The reader that is being changed; null for a new one. */
  declare editing: Reader | null | undefined;
  declare message: Sentence;

  constructor() {
    super();
    this.readers = null;
    this.opened = '';
    this.editing = undefined;
    this.message = '';
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('schoolId')) {
      this.opened = '';
      this.editing = undefined;
    }
    if (changed.has('schoolId') || changed.has('buildings')) void this.read();
  }

  private async read(): Promise<void> {
    try {
      this.readers = await all<Reader>('/api/entry/v1/readers', {});
    } catch (fault) {
      this.readers = this.readers ?? [];
      this.message = saidOf(fault);
    }
  }

  override render(): TemplateResult {
    const here = this.readers?.filter((each) => this.buildings.includes(each.buildingId)) ?? [];
    const isEmpty = this.readers !== null && here.length === 0 && this.buildings.length > 0 && this.editing === undefined;
    return html`<section class="panel" aria-labelledby="readers-title">
      <h2 id="readers-title" tabindex="-1">${t('section.readers')}</h2>
      <div role="status">${this.message ? html`<p class="notice">${this.message}</p>` : nothing}</div>
      ${this.buildings.length === 0 ? html`<p>${t('readers.noBuildings')}</p>` : nothing}
      ${this.readers === null ? html`<p class="loading">${t('loading')}</p>` : nothing}
      ${isEmpty ? empty(t('readers.none'), t('readers.noneYet')) : nothing}
      ${here.length > 0 ? html`<ul class="results">${here.map((each) => this.reader(each))}</ul>` : nothing}
      ${this.editing !== undefined ? this.form(this.editing) : nothing}
      ${this.edits && this.editing === undefined && this.buildings.length > 0
        ? html`<p class="actions"><button class="button quiet" @click=${() => this.edit(null)}>${t('readers.add')}</button></p>`
        : nothing}
    </section>`;
  }

  private reader(reader: Reader): TemplateResult {
    const isOpen = this.opened === reader.readerId;
    return html`<li class="reader">
      <strong>${reader.name}</strong>
      <span><bdi>${reader.readerId}</bdi> · ${t('feeds.building', { building: reader.buildingId })}</span>
      <span>${state(reader)}</span>
      ${this.edits
        ? html`<button class="link" aria-expanded=${isOpen} aria-label=${t('readers.keysOf', { reader: reader.name })} @click=${() => (this.opened = isOpen ? '' : reader.readerId)}>
              ${t('readers.keys')}
            </button>
            <button class="link" aria-label=${t('readers.changeOf', { reader: reader.name })} @click=${() => this.edit(reader)}>${t('codes.change')}</button>`
        : nothing}
      ${isOpen ? html`<reader-keys .reader=${reader}></reader-keys>` : nothing}
    </li>`;
  }

  private edit(reader: Reader | null): void {
    this.editing = reader;
    this.message = '';
    void this.updateComplete.then(() => this.querySelector<HTMLInputElement>('reader-form input:not([readonly])')?.focus());
  }

  private form(reader: Reader | null): TemplateResult {
    return html`<reader-form
      .reader=${reader}
      .buildings=${this.buildings}
      .taken=${this.readers ?? []}
      @reader-saved=${(event: CustomEvent<string>) => void this.saved(event.detail)}
      @reader-left=${() => (this.editing = undefined)}
    ></reader-form>`;
  }

  private async saved(readerId: string): Promise<void> {
    const isNew = this.editing === null;
    this.editing = undefined;
    this.message = t('school.saved');
    await this.read();
    this.dispatchEvent(new Event('set-up-changed', { bubbles: true }));
    if (isNew) this.opened = readerId;
    else this.querySelector<HTMLElement>('#readers-title')?.focus();
  }
}

function state(reader: Reader): TemplateResult {
  if (!reader.inService) return html`<span class="mark">${icon('held')} ${t('feeds.outOfService')}</span>`;
  return reader.lastHeard
    ? html`<span class="mark">${icon('door')} ${t('readers.heard', { ago: ago(reader.lastHeard) })}</span>`
    : html`<span class="mark weak">${icon('weak')} ${t('readers.never')}</span>`;
}

customElements.define('school-readers', SchoolReaders);
