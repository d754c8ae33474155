/** What changed under the caller's hands, and what stands against calling now. */

import { html, nothing, type TemplateResult } from 'lit';
import { coded, t } from '../../core/i18n';
import { store } from '../../core/store';
import { now, time, timeFrom } from '../../core/time';
import type { Task } from '../../core/types';
import { icon, type IconName } from '../icons';

/** @param calling whether somebody is on the line, or writes down what was said */
export function banner(task: Task | undefined, calling: boolean): TemplateResult | typeof nothing {
  if (!task) return nothing;
  if (task.state === 'ARRIVED' || task.arrivedAt) {
    const words = calling ? 'card.arrivedMeanwhile' : 'card.arrived';
    return news('arrived', t(words, { time: task.arrivedAt ? time(task.arrivedAt) : '' }), 'arrived');
  }
  if (task.state === 'WITHDRAWN') return news('held', t('card.withdrawn', { reason: coded('withdrawn', task.reason) }));
  if (task.state === 'AWAITING_ARRIVAL' && task.expectedBy) return said('later', t('card.expected', { time: time(task.expectedBy) }));
  if (task.state === 'DONE') return said('phone', t('card.done'));
  if (task.state === 'EXPIRED') return said('later', t('card.expired'));
  if (task.flagged) return news('weak', t('card.flagged', { reason: coded('withdrawn', task.flag) }), 'weak');
  if (task.claimedBy && task.claimedBy !== store.subject && task.state === 'CLAIMED') {
    return news('person', t(calling ? 'card.takenMeanwhile' : 'card.taken', { who: task.claimedBy }));
  }
  if (task.householdReachedAt) return said('house', t('card.householdReached', { time: time(task.householdReachedAt) }));
  if (task.callAgainAt && Date.parse(task.callAgainAt) > now()) {
    return said('later', t('card.callAgain', { time: timeFrom(task.schoolDay, task.callAgainAt) }));
  }
  return nothing;
}

/** Read out when it comes. */
const news = (name: IconName, words: string, kind = ''): TemplateResult =>
  html`<p class="banner ${kind}" role="status">${icon(name)} ${words}</p>`;

const said = (name: IconName, words: string): TemplateResult => html`<p class="banner">${icon(name)} ${words}</p>`;
