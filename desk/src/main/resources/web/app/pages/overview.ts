/** Schools in numbers, for whoever looks at no child: how far the morning is at each of them. */

import { html, nothing, type TemplateResult } from 'lit';
import { get } from '../core/api';
import { DeskElement } from '../core/element';
import { t } from '../core/i18n';
import { store } from '../core/store';
import { dayInWords } from '../core/time';
import type { Summary } from '../core/types';
import { icon } from '../parts/icons';

const LOOK_AGAIN = 30000;

class DeskOverview extends DeskElement {
  private timer = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    this.timer = window.setInterval(() => void this.read(), LOOK_AGAIN);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  private async read(): Promise<void> {
    try {
      const day = store.schools[0]?.schoolDay;
      store.schools = (await get<{ items: Summary[] }>('/api/outreach/v1/whereabouts/summary', { day })).items;
      store.tell();
    } catch {
      // the next look may succeed; what is shown stays
    }
  }

  override render(): TemplateResult {
    const day = store.schools[0]?.schoolDay;
    return html`<div class="page">
      <h1>${t('overview.title')}</h1>
      <p class="lead">${day ? dayInWords(day) : ''}</p>
      ${store.readsReports() ? html`<p><a href="/reports">${t('page.reports')}</a></p>` : nothing}
      ${store.isAdminOfAll() && store.schools.some((each) => each.enrolled === 0)
        ? html`<p class="banner">${icon('later')} <span>${t('overview.notSetUp')} <a href="/setup">${t('page.setup')}</a></span></p>`
        : nothing}
      <div class="scroll" tabindex="0" role="region" aria-label=${t('overview.title')}>
        <table>
          <thead>
            <tr>
              <th scope="col">${t('strip.school')}</th>
              <th scope="col" class="figure">${t('overview.enrolled')}</th>
              <th scope="col" class="figure">${t('page.calls')}</th>
              <th scope="col" class="figure">${t('page.hallway')}</th>
              <th scope="col" class="figure">${t('page.held')}</th>
              <th scope="col" class="figure">${t('done.arrived')}</th>
              <th scope="col" class="figure">${t('done.reached')}</th>
            </tr>
          </thead>
          <tbody>
            ${store.schools.map((school) => this.row(school))}
          </tbody>
        </table>
      </div>
    </div>`;
  }

  private row(school: Summary): TemplateResult {
    const tasks = (state: string): number => school.tasks[state] ?? 0;
    const figures = [
      school.enrolled,
      tasks('OPEN') + tasks('CLAIMED'),
      school.states.IN_BUILDING ?? 0,
      school.states.HELD ?? 0,
      school.states.ARRIVED ?? 0,
      tasks('DONE') + tasks('AWAITING_ARRIVAL'),
    ];
    return html`<tr>
      <th scope="row">${school.name}</th>
      ${figures.map((n) => html`<td class="figure">${n}</td>`)}
    </tr>`;
  }
}

customElements.define('desk-overview', DeskOverview);
