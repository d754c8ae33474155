/**
 * What cannot wait, on every page: whom somebody is to look for, for all who call; a child's safety, and that nobody has begun to
 * call, for whoever leads. Numbers alone, no names.
 */

import { html, nothing, type TemplateResult } from 'lit';
import { get } from '../core/api';
import { t } from '../core/i18n';
import { Looking } from '../core/looking';
import { schoolPage } from '../core/router';
import { store } from '../core/store';
import { time } from '../core/time';
import type { BuildingCheck } from '../core/types';
import { icon } from './icons';

interface Urgent {
  openEscalations: number;
  alert?: { cutOff: string };
}

class DeskUrgent extends Looking {
  static override properties = { page: {}, now: { state: true }, checks: { state: true } };
  /** On which page it stands: what that one says in full is not said twice. */
  declare page: string;
  declare now: Urgent | null;
  declare checks: BuildingCheck[];

  constructor() {
    super();
    this.page = '';
    this.now = null;
    this.checks = [];
  }

  protected forget(): void {
    this.now = null;
    this.checks = [];
  }

  /** What cannot be had now is had a moment later: what is shown stays. */
  protected async look(): Promise<void> {
    const { school, day } = store;
    if (!school || !store.calls(school)) return;
    const [mornings, checks] = await Promise.all([
      store.leads(school) ? get<{ items: Urgent[] }>('/api/outreach/v1/morning', { school, day }).catch(() => null) : null,
      get<{ items: BuildingCheck[] }>('/api/outreach/v1/building-checks', { school, day }).catch(() => null),
    ]);
    if (school !== store.school || day !== store.day) return;
    if (mornings) this.now = mornings.items[0] ?? null;
    if (checks) this.checks = checks.items;
  }

  override render(): TemplateResult {
    const { now } = this;
    const to = schoolPage(store.school, 'morning');
    return html`<div class="urgent" role="status">
      ${now && now.openEscalations > 0
        ? html`<a class="banner safety" href=${to}>${icon('safety')} ${t('urgent.escalations', { n: now.openEscalations })}</a>`
        : nothing}
      ${this.page === 'hallway' ? nothing : this.toLookFor()}
      ${now?.alert ? html`<a class="banner weak" href=${to}>${icon('later')} ${t('morning.nobodyHasBegun', { time: time(now.alert.cutOff) })}</a>` : nothing}
    </div>`;
  }

  private toLookFor(): TemplateResult {
    const to = schoolPage(store.school, 'hallway');
    const count = (state: string): number => this.checks.filter((each) => each.state === state).length;
    const [overdue, open] = [count('OVERDUE'), count('OPEN')];
    return html`${overdue > 0
      ? html`<a class="banner safety" href=${to}>${icon('safety')} ${t('urgent.overdue', { n: overdue })}</a>`
      : nothing}
    ${open > 0 ? html`<a class="banner" href=${to}>${icon('search')} ${t('urgent.checks', { n: open })}</a>` : nothing}`;
  }
}

customElements.define('desk-urgent', DeskUrgent);
