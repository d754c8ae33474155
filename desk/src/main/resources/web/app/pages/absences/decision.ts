/** Whether these are all who are absent, what will count, and the button that sends it. */

import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../../core/i18n';
import { dayInWords } from '../../core/time';
import { icon } from '../../parts/icons';
import type { Mark } from './list';

export type Complete = '' | 'all' | 'some';

/** What is decided on. */
export interface Decision {
  day: string;
  marks: Mark[];
  /** How many lines keep the list from being sent. */
  faults: number;
  triggerPeriod: string;
  complete: Complete;
  busy: boolean;
}

export function decision(of: Decision, on: { complete(complete: Complete): void; send(): void; leaveOut(): void; again(): void }): TemplateResult {
  const { marks, faults } = of;
  const starts = marks.length === 0 || marks.some((mark) => [of.triggerPeriod, 'day'].includes(mark.period));
  return html`<form
    class="decide"
    @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      on.send();
    }}
  >
    <fieldset>
      <legend>${t('absences.complete')}</legend>
      ${(['all', 'some'] as const).map(
        (each) => html`<label class="check"
          ><input type="radio" name="complete" value=${each} required .checked=${of.complete === each} @change=${() => on.complete(each)} />
          ${t(`complete.${each}`)}</label
        >`,
      )}
    </fieldset>
    <p class="consequence" role="status">
      ${faults > 0
        ? html`<span class="mark weak">${icon('weak')} ${t('absences.toCorrect', { n: faults })}</span>`
        : t('absences.willCount', { n: marks.length, day: dayInWords(of.day) })}
      ${starts ? nothing : t('absences.notTrigger', { period: of.triggerPeriod })}
    </p>
    <p class="actions">
      <button class="button" ?disabled=${of.busy || faults > 0 || marks.length === 0}>${t('absences.send', { n: marks.length })}</button>
      ${faults > 0 ? html`<button type="button" class="button quiet" @click=${on.leaveOut}>${t('absences.leaveRestOut', { n: faults })}</button>` : nothing}
      <button type="button" class="button quiet" @click=${on.again}>${t('absences.again')}</button>
    </p>
  </form>`;
}
