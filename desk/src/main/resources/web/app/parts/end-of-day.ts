/** What became of the day's calls, in numbers: for who answers for the school. */

import { html, nothing, type TemplateResult } from 'lit';
import { get } from '../core/api';
import { DeskElement } from '../core/element';
import { t } from '../core/i18n';
import { store } from '../core/store';

interface SoManyOf {
  count: number;
  of: number;
}

interface Day {
  schoolId: string;
  isOver: boolean;
  toCall: number;
  calls: number;
  successful: number;
  neverReached: number;
  sameDayReturn: SoManyOf;
  promises: { open: number; kept: number; notKept: number };
  continuity: SoManyOf;
  madeInError: number;
  openEscalations: number;
}

class EndOfDay extends DeskElement {
  static override properties = { day: { state: true }, message: { state: true } };
  declare day: Day | null;
  declare message: string;
  private askedFor = '';

  constructor() {
    super();
    this.day = null;
    this.message = '';
  }

  protected override willUpdate(): void {
    const wanted = `${store.school} ${store.day}`;
    if (store.school && wanted !== this.askedFor) {
      this.askedFor = wanted;
      this.day = null;
      void this.read();
    }
  }

  private async read(): Promise<void> {
    try {
      const query = { school: store.school, day: store.day };
      this.day = (await get<{ items: Day[] }>('/api/outreach/v1/end-of-day', query)).items[0] ?? null;
      this.message = '';
    } catch {
      this.message = t('trouble.notDone');
    }
  }

  override render(): TemplateResult {
    return html`<h2 id="day-title">${t('day.title')}</h2>
      ${this.message ? html`<p class="notice" role="status">${this.message}</p>` : nothing}
      ${this.day ? this.figures(this.day) : this.message ? nothing : html`<p class="loading">${t('loading')}</p>`}`;
  }

  private figures(day: Day): TemplateResult {
    const of = (share: SoManyOf): string => t('morning.of', { count: share.count, of: share.of });
    const rows: [string, string | number][] = [
      [t('day.toCall'), day.toCall],
      [t('day.calls'), day.calls],
      [t('day.successful'), day.successful],
      [t('day.neverReached'), day.neverReached],
      [t('day.sameDay'), of(day.sameDayReturn)],
      [t('day.promisesKept'), day.promises.kept],
      [t('day.promisesNotKept'), day.promises.notKept],
      [t('day.promisesOpen'), day.promises.open],
      [t('day.sameCaller'), of(day.continuity)],
      [t('day.inError'), day.madeInError],
      [t('day.openEscalations'), day.openEscalations],
    ];
    return html`<p class="quiet">${t(day.isOver ? 'day.over' : 'day.soFar')}</p>
      <div class="scroll" tabindex="0" role="region" aria-labelledby="day-title">
        <table>
          <tbody>
            ${rows.map(([words, n]) => html`<tr><th scope="row">${words}</th><td class="figure">${n}</td></tr>`)}
          </tbody>
        </table>
      </div>`;
  }
}

customElements.define('end-of-day', EndOfDay);
