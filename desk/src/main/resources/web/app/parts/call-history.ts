/** What a call said at first, and after every correction. */

import { html, nothing, type TemplateResult } from 'lit';
import { coded, t } from '../core/i18n';
import { date, moment, time } from '../core/time';
import type { CallVersion, Said } from '../core/types';
import { icon } from './icons';

/** What was said, in short. */
export const inShort = (said: Said & { outcome: string }): string =>
  [
    coded('call', said.outcome),
    said.result ? coded('result', said.result) : '',
    said.comingBy ? t('call.by', { time: time(said.comingBy) }) : '',
    said.reason ? coded('why', said.reason) : '',
    said.absentThrough ? t('call.through', { date: date(`${said.absentThrough}T17:00:00Z`) }) : '',
    said.nextStep && said.nextStep !== 'NONE' ? coded('next', said.nextStep) : '',
    said.referTo ? coded('refer', said.referTo) : '',
    said.callAgainAt ? t('log.calledBack', { time: moment(said.callAgainAt) }) : '',
  ]
    .filter(Boolean)
    .join(' · ');

export const flags = (said: Said): TemplateResult[] =>
  (said.flags ?? []).map(
    (flag) => html`<p class="mark safety">${icon('safety')} ${t(`flag.${flag.toLowerCase()}`, { name: '' })}</p>`,
  );

export const callHistory = (versions: CallVersion[]): TemplateResult => html`<ol class="said">
  ${[...versions].reverse().map(
    (each) => html`<li>
      <p class="said-head">
        <time datetime=${each.at}>${moment(each.at)}</time> · ${each.by ?? t('call.theSystem')} · ${coded('change', each.what)}
      </p>
      <p>${inShort(each)}${each.inError ? html` · ${coded('mistake', each.inError.cause)}` : nothing}</p>
      ${flags(each)} ${each.note ? html`<p class="said-note" dir="auto">${each.note}</p>` : nothing}
    </li>`,
  )}
</ol>`;
