/** Who is in no band, or in no line, and why: a report says so itself. */

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
