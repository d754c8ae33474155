/** How far the callers are, so many minutes after the cut-off. */

import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../core/i18n';

interface Coverage {
  minutes: number;
  isOver: boolean;
  called: number;
  reached: number;
}

/** A school's morning in numbers, as far as the desk reads it. */
export interface Morning {
  schoolId: string;
  toCall: number;
  uncalled: number;
  called: number;
  reached: number;
  callAgain: number;
  oldestUncalledSince?: string;
  coverage: Coverage[];
  callers: { caller: string; calls: number; reached: number; lastCallAt?: string; holds?: string; sharedOut: number }[];
  noticesOwed: number;
  openFollowUps: number;
  alert?: { cutOff: string };
}

export const share = (count: number, of: number): string => t('morning.of', { count, of });

export const coverageTable = (morning: Morning): TemplateResult => html`<h2>${t('morning.coverage')}</h2>
  <div class="scroll" tabindex="0" role="region" aria-label=${t('morning.coverage')}>
    <table>
      <thead>
        <tr>
          <th scope="col">${t('morning.after')}</th>
          <th scope="col" class="figure">${t('morning.called')}</th>
          <th scope="col" class="figure">${t('morning.reached')}</th>
        </tr>
      </thead>
      <tbody>
        ${morning.coverage.map(
          (each) =>
            html`<tr>
              <th scope="row">${t('morning.minutes', { n: each.minutes })}${each.isOver ? nothing : html` <small>${t('morning.soFar')}</small>`}</th>
              <td class="figure">${share(each.called, morning.toCall)}</td>
              <td class="figure">${share(each.reached, morning.toCall)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;

/** A number that is read from afar, with what it counts. */
export const figure = (words: string, n: number | string, note?: TemplateResult): TemplateResult =>
  html`<div><dt>${words}</dt><dd>${n}</dd>${note ? html`<dd class="note">${note}</dd>` : nothing}</div>`;
