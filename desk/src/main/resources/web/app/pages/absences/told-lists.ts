/** The lists that were told of a day, by whom and when; each can be taken back. */

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { DeskElement } from '../../core/element';
import { t } from '../../core/i18n';
import type { Sentence } from '../../core/refusals';
import { time } from '../../core/time';
import { saidOf } from '../../parts/forms';
import { icon } from '../../parts/icons';
import { takeBack, toldOf, type Told } from './service';

class ToldLists extends DeskElement {
  static override properties = {
    schoolId: {},
    day: {},
    newest: {},
    lists: { state: true },
    message: { state: true },
    asking: { state: true },
    sending: { state: true },
  };
  declare schoolId: string;
  declare day: string;
  /** The list that was told last here: when it changes, all are read again. */
  declare newest: string;
  declare lists: Told[];
  declare message: Sentence;
  /** The list of which it is asked whether it shall be taken back. */
  declare asking: string;
  declare sending: boolean;

  constructor() {
    super();
    this.lists = [];
    this.message = '';
    this.asking = '';
    this.sending = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('schoolId') || changed.has('day')) this.lists = [];
    if (changed.has('schoolId') || changed.has('day') || (changed.has('newest') && this.newest)) void this.read();
  }

  private async read(): Promise<void> {
    const { schoolId, day } = this;
    try {
      const lists = await toldOf(schoolId, day);
      if (schoolId === this.schoolId && day === this.day) this.lists = lists;
    } catch (fault) {
      this.message = saidOf(fault);
    }
  }

  override render(): TemplateResult | typeof nothing {
    if (this.lists.length === 0 && !this.message) return nothing;
    return html`<section aria-labelledby="told-title">
      <h2 id="told-title" tabindex="-1">${t('absences.told')}</h2>
      <div role="status">${this.message ? html`<p class="notice">${this.message}</p>` : nothing}</div>
      ${this.lists.some((each) => !each.withdrawnAt) ? html`<p class="hint">${t('absences.toldHold')}</p>` : nothing}
      <ul class="results">
        ${this.lists.map((each) => this.told(each))}
      </ul>
    </section>`;
  }

  private told(list: Told): TemplateResult {
    const words = t('absences.toldAt', { n: list.marks, time: time(list.takenAt) });
    return html`<li>
      <span class="who">${words} · <bdi>${list.toldBy}</bdi>${list.complete ? html` · ${t('absences.toldAll')}` : nothing}</span>
      ${list.withdrawnAt
        ? html`<span class="mark">${icon('held')} ${t('absences.withdrawn', { time: time(list.withdrawnAt) })} · <bdi>${list.withdrawnBy}</bdi></span>`
        : this.asking === list.listId
          ? this.confirm(list)
          : html`<button class="link" aria-label=${`${t('absences.takeBack')}: ${words}`} @click=${() => this.ask(list.listId)}>${t('absences.takeBack')}</button>`}
    </li>`;
  }

  private confirm(list: Told): TemplateResult {
    return html`<div class="decide">
      <p>${t('absences.takeBackMeans')}</p>
      <p class="actions">
        <button class="button" ?disabled=${this.sending} @click=${() => this.takeBack(list)}>${t('absences.takeBack')}</button>
        <button class="button quiet" @click=${() => this.ask('')}>${t('cancel')}</button>
      </p>
    </div>`;
  }

  private ask(listId: string): void {
    this.asking = listId;
    this.message = '';
    if (listId) void this.updateComplete.then(() => this.querySelector<HTMLElement>('.decide .button')?.focus());
  }

  private async takeBack(list: Told): Promise<void> {
    this.sending = true;
    this.message = '';
    try {
      await takeBack(this.schoolId, list.listId);
      this.asking = '';
      this.message = t('absences.takenBack', { n: list.marks });
      await this.read();
      this.querySelector<HTMLElement>('#told-title')?.focus();
    } catch (fault) {
      this.message = saidOf(fault);
    } finally {
      this.sending = false;
    }
  }
}

customElements.define('told-lists', ToldLists);
