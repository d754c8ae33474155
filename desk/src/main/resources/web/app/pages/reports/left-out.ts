/** Who is in no band, or in no line, and why, and what the numbers lack: a report says so itself. */

import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../../core/i18n';

export interface LeftOut {
  belowMinimumEnrolment: number;
  noDayCounts: number;
}

export function leftOut(of: LeftOut | undefined, minimum: number): TemplateResult | typeof nothing {
  if (!of) return nothing;
  const all = of.belowMinimumEnrolment + of.noDayCounts;
  return html`<p class="left-out">
    ${all === 0
      ? t('leftout.nobody', { minimum })
      : html`${t('leftout.some', { n: all })}
        ${of.belowMinimumEnrolment > 0 ? t('leftout.below', { n: of.belowMinimumEnrolment, minimum }) : nothing}
        ${of.noDayCounts > 0 ? t('leftout.noday', { n: of.noDayCounts }) : nothing}`}
  </p>`;
}

/** What else is left out, each in a sentence of its own, as far as there is any. */
export function lacks(said: (string | false)[]): TemplateResult | typeof nothing {
  const there = said.filter(Boolean);
  return there.length > 0 ? html`<p class="left-out">${there.join(' ')}</p>` : nothing;
}

/** Of a number that is not there, such as that of released months, nothing is said. */
export const daysNotSubmitted = (n = 0): string | false => n > 0 && t('leftout.days', { n });
