/** Whom somebody is to look for in the building: the family says that they left for school. Whoever looked says what they found. */

import { html, nothing, type TemplateResult } from 'lit';
import { get } from '../core/api';
import { t } from '../core/i18n';
import { Looking } from '../core/looking';
import type { Sentence } from '../core/refusals';
import { fullName, grade, store } from '../core/store';
import { time } from '../core/time';
import type { BuildingCheck } from '../core/types';
import { change } from './changes';
import { icon } from './icons';

const UNANSWERED = ['OPEN', 'OVERDUE'];

class BuildingChecks extends Looking {
  static override properties = { checks: { state: true }, message: { state: true } };
  declare checks: BuildingCheck[];
  declare message: Sentence;

  constructor() {
    super();
    this.checks = [];
    this.message = '';
  }

  protected forget(): void {
    this.checks = [];
    this.message = '';
  }

  protected async look(): Promise<void> {
    const { school, day } = store;
    const found = await get<{ items: BuildingCheck[] }>('/api/outreach/v1/building-checks', { school, day }).catch(() => null);
    if (!found || school !== store.school || day !== store.day) return;
    this.checks = found.items.filter((each) => UNANSWERED.includes(each.state));
  }

  override render(): TemplateResult | typeof nothing {
    if (this.checks.length === 0 && !this.message) return nothing;
    return html`<section aria-labelledby="checks-title">
      <h2 id="checks-title">${t('morning.checks')}</h2>
      ${this.message ? html`<p class="notice" role="status">${this.message}</p>` : nothing}
      ${this.checks.map((each) => this.check(each))}
    </section>`;
  }

  private check(each: BuildingCheck): TemplateResult {
    const overdue = each.state === 'OVERDUE';
    return html`<section class="panel check-panel ${overdue ? 'safety-panel' : ''}">
      <h3>
        <a href="/students/${each.studentId}">${fullName(each.student) || each.studentId}</a>
        ${grade(each.student) ? html`<small>${t('grade.short', { grade: grade(each.student) })}</small>` : nothing}
      </h3>
      ${overdue
        ? html`<p class="mark safety">${icon('safety')} ${t('checks.overdue', { time: time(each.dueAt) })}</p>`
        : html`<p>${t('morning.checkWhat', { time: time(each.dueAt) })}</p>`}
      <p class="actions">
        <button class="button" @click=${() => this.say(each, true)}>${t('morning.found')}</button>
        <button class="button quiet" @click=${() => this.say(each, false)}>${t('morning.notFound')}</button>
      </p>
    </section>`;
  }

  private async say(each: BuildingCheck, found: boolean): Promise<void> {
    this.message = await change(`building-checks/${each.checkId}/result`, each.version, { found });
    await this.look();
  }
}

customElements.define('building-checks', BuildingChecks);
