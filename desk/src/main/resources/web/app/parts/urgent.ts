/** What cannot wait, on every page of whoever leads: a child's safety, and that nobody has begun to call. Numbers alone, no names. */

import { html, nothing, type TemplateResult } from 'lit';
import { get } from '../core/api';
import { DeskElement } from '../core/element';
import { t } from '../core/i18n';
import { schoolPage } from '../core/router';
import { store } from '../core/store';
import { time } from '../core/time';
import { icon } from './icons';

interface Urgent {
  openEscalations: number;
  alert?: { cutOff: string };
}

const LOOK_AGAIN = 15000;

class DeskUrgent extends DeskElement {
  static override properties = { now: { state: true } };
  declare now: Urgent | null;
  private askedFor = '';
  private timer = 0;

  constructor() {
    super();
    this.now = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.timer = window.setInterval(() => void this.read(), LOOK_AGAIN);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  protected override willUpdate(): void {
    const wanted = `${store.school} ${store.day}`;
    if (store.loaded && wanted !== this.askedFor) {
      this.askedFor = wanted;
      this.now = null;
      void this.read();
    }
  }

  /** What cannot be had now is had a moment later: what is shown stays. */
  private async read(): Promise<void> {
    const { school, day } = store;
    if (!school || !store.leads(school)) {
      this.now = null;
      return;
    }
    const found = await get<{ items: Urgent[] }>('/api/outreach/v1/morning', { school, day }).catch(() => null);
    if (found && school === store.school && day === store.day) this.now = found.items[0] ?? null;
  }

  override render(): TemplateResult {
    const { now } = this;
    const to = schoolPage(store.school, 'morning');
    return html`<div class="urgent" role="status">
      ${now && now.openEscalations > 0
        ? html`<a class="banner safety" href=${to}>${icon('safety')} ${t('urgent.escalations', { n: now.openEscalations })}</a>`
        : nothing}
      ${now?.alert ? html`<a class="banner weak" href=${to}>${icon('later')} ${t('morning.nobodyHasBegun', { time: time(now.alert.cutOff) })}</a>` : nothing}
    </div>`;
  }
}

customElements.define('desk-urgent', DeskUrgent);
