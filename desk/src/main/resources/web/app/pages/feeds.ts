/** Every door reader and every school's SIS: when each was last heard from, and what somebody should see to. */

import { html, nothing, type TemplateResult } from 'lit';
import { Problem, all } from '../core/api';
import { DeskElement } from '../core/element';
import { coded, t } from '../core/i18n';
import { ago, now, time } from '../core/time';
import { empty } from '../parts/empty';
import { icon } from '../parts/icons';
import '../parts/sis-feeds';

interface Reader {
  readerId: string;
  buildingId: string;
  name: string;
  inService: boolean;
  allowedSilenceMinutes: number;
  lastHeard?: string;
  queued?: number;
  warning?: string;
  warningCode?: string;
  gap: { missing: number };
  refused?: { count: number; lastAt: string };
}

const LOOK_AGAIN = 30000;

class DeskFeeds extends DeskElement {
  static override properties = { readers: { state: true }, message: { state: true } };
  declare readers: Reader[] | null;
  declare message: string;
  private timer = 0;

  constructor() {
    super();
    this.readers = null;
    this.message = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.read();
    this.timer = window.setInterval(() => void this.read(), LOOK_AGAIN);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  private async read(): Promise<void> {
    try {
      this.readers = await all<Reader>('/api/entry/v1/readers', {});
      this.message = '';
    } catch (fault) {
      this.message = fault instanceof Problem && fault.status === 403 ? t('trouble.notAllowed') : t('trouble.notDone');
    }
  }

  override render(): TemplateResult {
    const buildings = [...new Set(this.readers?.map((reader) => reader.buildingId))].sort();
    return html`<div class="page">
      <h1>${t('page.feeds')}</h1>
      <p class="lead">${t('feeds.what')}</p>
      ${this.message ? html`<p class="notice" role="status">${this.message}</p>` : nothing}
      ${this.readers === null && !this.message ? html`<p class="loading">${t('loading')}</p>` : nothing}
      ${this.readers?.length === 0 ? empty(t('feeds.none'), html`${t('readers.noneYet')} <a href="/schools">${t('page.schools')}</a>`) : nothing}
      ${buildings.map((building) => this.building(building))}
      <desk-sis-feeds></desk-sis-feeds>
    </div>`;
  }

  private building(building: string): TemplateResult {
    const readers = this.readers?.filter((reader) => reader.buildingId === building) ?? [];
    return html`<section aria-label=${building}>
      <h2>${t('feeds.building', { building })}</h2>
      <div class="scroll" tabindex="0" role="region" aria-label=${t('feeds.building', { building })}>
        <table>
          <thead>
            <tr>
              <th scope="col">${t('feeds.reader')}</th>
              <th scope="col">${t('feeds.state')}</th>
              <th scope="col">${t('feeds.lastHeard')}</th>
              <th scope="col">${t('feeds.queued')}</th>
              <th scope="col">${t('feeds.missing')}</th>
            </tr>
          </thead>
          <tbody>
            ${readers.map(
              (reader) =>
                html`<tr>
                  <th scope="row">${reader.name}<br /><small>${reader.readerId}</small></th>
                  <td>${this.state(reader)}</td>
                  <td>${reader.lastHeard ? html`${time(reader.lastHeard)} <small>${ago(reader.lastHeard)}</small>` : t('feeds.never')}</td>
                  <td class="figure">${reader.queued ?? 0}</td>
                  <td class="figure">${reader.gap.missing}</td>
                </tr>
                ${reader.warning ? html`<tr><td colspan="5"><span class="mark weak" lang=${reader.warningCode ? nothing : 'en'}>${icon('weak')} ${reader.warningCode ? coded('warning', reader.warningCode) : reader.warning}</span></td></tr>` : nothing}`,
            )}
          </tbody>
        </table>
      </div>
    </section>`;
  }

  private state(reader: Reader): TemplateResult {
    if (!reader.inService) return html`<span class="mark">${icon('held')} ${t('feeds.outOfService')}</span>`;
    const silent =
      !reader.lastHeard || now() - Date.parse(reader.lastHeard) > reader.allowedSilenceMinutes * 60000;
    return silent
      ? html`<span class="mark weak">${icon('weak')} ${t('feeds.silent')}</span>`
      : html`<span class="mark arrived">${icon('arrived')} ${t('feeds.listening')}</span>`;
  }
}

customElements.define('desk-feeds', DeskFeeds);
