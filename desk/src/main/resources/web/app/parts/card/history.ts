/** What was said before, by whom, and what either side promised. */

import { html, nothing, type TemplateResult } from 'lit';
import { get, post } from '../../core/api';
import { DeskElement } from '../../core/element';
import { coded, t } from '../../core/i18n';
import { refusal, type Sentence } from '../../core/refusals';
import { schoolPage } from '../../core/router';
import { store } from '../../core/store';
import { date, moment, time } from '../../core/time';
import type { Card, CardPromise, SaidBefore } from '../../core/types';
import { flags } from '../call-history';
import { isChanged, overtaken } from '../changed';
import { icon } from '../icons';

type Ended = CardPromise & { endedBy?: string };

class CardHistory extends DeskElement {
  static override properties = { card: { attribute: false }, message: { state: true }, otherwise: { state: true } };
  declare card: Card;
  declare message: Sentence;
  /** A promise that somebody else has ended meanwhile, as it is now. */
  declare otherwise: Ended | null;

  constructor() {
    super();
    this.message = '';
    this.otherwise = null;
  }

  override render(): TemplateResult {
    const { task, promises, saidBefore } = this.card;
    const open = promises.filter((each) => each.state === 'OPEN');
    const ended = promises.filter((each) => each.state !== 'OPEN');
    return html`<p><a href=${schoolPage(task.schoolId, 'talk', task.studentId)}>${icon('phone')} ${t('talk.they')}</a></p>
      ${saidBefore.length === 0 ? html`<p class="quiet">${t('card.neverCalled')}</p>` : nothing}
      <ol class="said">
        ${saidBefore.map((each) => this.said(each))}
      </ol>
      <h2>${t('card.openPromises')}</h2>
      ${this.message ? html`<p class="notice" role="status">${this.message}</p>` : nothing}
      ${this.otherwise ? overtaken(isNow(this.otherwise)) : nothing}
      ${open.length === 0 ? html`<p class="quiet">${t('card.noPromises')}</p>` : this.promises(open)}
      ${ended.length > 0 ? html`<h2>${t('card.endedPromises')}</h2>${this.promises(ended)}` : nothing}`;
  }

  private said(each: SaidBefore): TemplateResult {
    const { task } = this.card;
    return html`<li>
      <p class="said-head">
        <time datetime=${each.at}>${date(each.at)}${each.schoolDay === task.schoolDay ? html`, ${time(each.at)}` : nothing}</time> · ${each.by}
      </p>
      <p>
        <strong>${coded('call', each.outcome)}</strong>${each.result ? html` · ${coded('result', each.result)}` : nothing}${each.reason
          ? html` · ${coded('why', each.reason)}`
          : nothing}
      </p>
      ${flags({ flags: each.flags })} ${each.note ? html`<p class="said-note" dir="auto">${each.note}</p>` : nothing}
      ${each.noteHidden ? html`<p class="quiet">${t('card.noteHidden')}</p>` : nothing}
      ${each.by === store.subject || store.leads(task.schoolId)
        ? html`<p><a href="/calls/${each.attemptId}" aria-label=${t('call.openOf', { time: moment(each.at) })}>${t('call.open')}</a></p>`
        : nothing}
    </li>`;
  }

  private promises(promises: CardPromise[]): TemplateResult {
    return html`<ul class="plain">
      ${promises.map(
        (each) => html`<li>
          ${t(each.side === 'FAMILY' ? 'promise.family' : 'promise.school')} <span dir="auto">${whatOf(each)}</span>
          <small>${t('promise.due', { moment: moment(each.dueAt) })}</small>
          ${mayEnd(each) ? this.ends(each) : nothing}
          ${each.state === 'KEPT' ? html`<span class="mark arrived">${icon('arrived')} ${t('promise.kept')}</span>` : nothing}
          ${each.state === 'NOT_KEPT' || each.overdue
            ? html`<span class="mark weak">${icon('weak')} ${t(each.state === 'NOT_KEPT' ? 'promise.notKept' : 'promise.overdue')}</span>`
            : nothing}
        </li>`,
      )}
    </ul>`;
  }

  private ends(each: CardPromise): TemplateResult {
    const what = whatOf(each);
    return html`<button class="link" aria-label=${t('promise.sayKeptOf', { what })} @click=${() => this.end(each, 'KEPT')}>${t('promise.sayKept')}</button>
      <button class="link" aria-label=${t('promise.sayNotKeptOf', { what })} @click=${() => this.end(each, 'NOT_KEPT')}>${t('promise.sayNotKept')}</button>`;
  }

  private async end(each: CardPromise, how: 'KEPT' | 'NOT_KEPT'): Promise<void> {
    this.message = '';
    this.otherwise = null;
    const path = `/api/outreach/v1/promises/${encodeURIComponent(each.promiseId)}`;
    try {
      await post(`${path}/end`, { how }, { 'If-Match': `"${each.version}"` });
    } catch (fault) {
      if (!isChanged(fault)) {
        this.message = refusal(fault);
        return;
      }
      this.otherwise = await get<Ended>(path).catch(() => null);
      if (!this.otherwise) this.message = t('trouble.changedMeanwhile');
    }
    this.dispatchEvent(new CustomEvent('changed'));
  }
}

const whatOf = (each: CardPromise): string => (each.kind === 'COMING_IN' ? t('promise.comingIn') : (each.what ?? ''));

const HOW: Record<string, string> = { KEPT: 'promise.kept', NOT_KEPT: 'promise.notKept', WITHDRAWN: 'promise.withdrawn' };

const isNow = (each: Ended): TemplateResult => {
  const state = HOW[each.state] ? t(HOW[each.state]) : t('promise.due', { moment: moment(each.dueAt) });
  return html`<span dir="auto">${whatOf(each)}</span> · ${state}${each.endedBy ? html` · <span dir="auto">${each.endedBy}</span>` : nothing}`;
};

/** Coming in ends by itself, unless its time is over and nothing told. */
const mayEnd = (each: CardPromise): boolean => each.state === 'OPEN' && (each.kind !== 'COMING_IN' || each.overdue);

customElements.define('card-history', CardHistory);
