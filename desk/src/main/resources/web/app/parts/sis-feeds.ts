/** Whether schools' attendance arrives: a table of it, and a word where it should have come and has not. */

import { html, nothing, type TemplateResult } from 'lit';
import { get } from '../core/api';
import { DeskElement } from '../core/element';
import { t } from '../core/i18n';
import { store } from '../core/store';
import { ago, time } from '../core/time';
import { icon } from './icons';

interface SisFeed {
  schoolId: string;
  schoolName: string;
  state: 'NO_SCHOOL' | 'NOT_DUE' | 'HEARD' | 'NOT_SUBMITTED' | 'SILENT';
  expectedBy?: string;
  marks: number;
  lastMarkAt?: string;
  saysWhatIsSubmitted: boolean;
  submitted: number;
  lastSubmittedAt?: string;
}

const LOOK_AGAIN = 30000;

/** Asks again and again while it is on the page. */
abstract class Asking extends DeskElement {
  static override properties = { feeds: { state: true }, failed: { state: true } };
  declare feeds: SisFeed[] | null;
  declare failed: boolean;
  private timer = 0;
  private askedFor = '';

  constructor() {
    super();
    this.feeds = null;
    this.failed = false;
  }

  protected abstract query(): Record<string, string>;

  override connectedCallback(): void {
    super.connectedCallback();
    this.timer = window.setInterval(() => void this.read(), LOOK_AGAIN);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  protected override willUpdate(): void {
    const wanted = JSON.stringify(this.query());
    if (wanted !== this.askedFor) {
      this.askedFor = wanted;
      void this.read();
    }
  }

  private async read(): Promise<void> {
    try {
      this.feeds = (await get<{ items: SisFeed[] }>('/api/outreach/v1/sis-feeds', this.query())).items;
      this.failed = false;
    } catch {
      this.failed = true;
    }
  }
}

/** An empty list must not look as if everybody were there. */
class SisSilence extends Asking {
  protected query(): Record<string, string> {
    return { school: store.school, day: store.day };
  }

  override render(): TemplateResult | typeof nothing {
    const feed = this.feeds?.find((each) => each.schoolId === store.school);
    if (!feed?.expectedBy || (feed.state !== 'SILENT' && feed.state !== 'NOT_SUBMITTED')) return nothing;
    const words = feed.state === 'SILENT' ? 'sis.silentSince' : 'sis.notSubmittedSince';
    return html`<p class="banner weak" role="alert">${icon('weak')} ${t(words, { time: time(feed.expectedBy) })}</p>`;
  }
}

class SisFeeds extends Asking {
  protected query(): Record<string, string> {
    return {};
  }

  override render(): TemplateResult {
    return html`<section>
      <h2>${t('sis.title')}</h2>
      <p>${t('sis.what')}</p>
      ${this.failed ? html`<p class="notice" role="status">${t('trouble.notDone')}</p>` : nothing}
      ${this.feeds === null && !this.failed ? html`<p class="loading">${t('loading')}</p>` : nothing}
      ${this.feeds && this.feeds.length > 0 ? this.table(this.feeds) : nothing}
    </section>`;
  }

  private table(feeds: SisFeed[]): TemplateResult {
    const when = (at: string | undefined): TemplateResult | string =>
      at ? html`${time(at)} <small>${ago(at)}</small>` : t('sis.notToday');
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${t('sis.title')}>
      <table>
        <thead>
          <tr>
            <th scope="col">${t('sis.school')}</th>
            <th scope="col">${t('feeds.state')}</th>
            <th scope="col" class="figure">${t('sis.marks')}</th>
            <th scope="col">${t('sis.lastMark')}</th>
            <th scope="col" class="figure">${t('sis.submitted')}</th>
            <th scope="col">${t('sis.lastSubmitted')}</th>
          </tr>
        </thead>
        <tbody>
          ${feeds.map(
            (feed) =>
              html`<tr>
                <th scope="row">${feed.schoolName}</th>
                <td>${this.state(feed)}</td>
                <td class="figure">${feed.marks}</td>
                <td>${when(feed.lastMarkAt)}</td>
                <td class="figure">${feed.saysWhatIsSubmitted ? feed.submitted : t('sis.neverSaid')}</td>
                <td>${feed.saysWhatIsSubmitted ? when(feed.lastSubmittedAt) : nothing}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  private state(feed: SisFeed): TemplateResult {
    switch (feed.state) {
      case 'HEARD':
        return html`<span class="mark arrived">${icon('arrived')} ${t('sis.heard')}</span>`;
      case 'NOT_SUBMITTED':
        return html`<span class="mark weak">${icon('weak')} ${t('sis.notSubmitted')}</span>`;
      case 'SILENT':
        return html`<span class="mark weak">${icon('weak')} ${t('sis.silent')}</span>`;
      case 'NOT_DUE':
        return html`<span class="mark">${icon('later')} ${t('sis.notDue', { time: feed.expectedBy ? time(feed.expectedBy) : '' })}</span>`;
      case 'NO_SCHOOL':
        return html`<span class="mark">${t('sis.noSchool')}</span>`;
    }
  }
}

customElements.define('desk-sis-silence', SisSilence);
customElements.define('desk-sis-feeds', SisFeeds);
