/** What the columns of a list are, and what counts where the list does not say. */

import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../../core/i18n';
import { choice, type Option } from '../../parts/choice';
import type { Meaning, Recognised } from './columns';
import { codeInWords, periodInWords, type Row, type Setting } from './list';

const MEANINGS: Meaning[] = ['id', 'name', 'code', 'period', 'none'];

/** The columns, by their heads or by what stands first in them. */
export function columnsShown(found: Recognised, columns: Meaning[], choose: (columns: Meaning[]) => void): TemplateResult {
  const first = found.lines[0]?.cells ?? [];
  const options = MEANINGS.map((each): Option => [each, t(`column.${each}`)]);
  return html`<fieldset class="columns">
    <legend>${t('absences.columns')}</legend>
    ${columns.map(
      (meaning, at) => html`<label
        ><bdi>${found.heads[at] || first[at]?.trim() || t('absences.column', { n: at + 1 })}</bdi>
        ${choice(options, meaning, (chosen) => choose(columns.map((each, n) => (n === at ? (chosen as Meaning) : each))))}</label
      >`,
    )}
  </fieldset>`;
}

export function defaults(rows: Row[], setting: Setting, choose: (part: { code?: string; period?: string }) => void): TemplateResult | typeof nothing {
  const noCode = !setting.columns.includes('code');
  const noPeriod = rows.some((row) => row.period === '');
  if (!noCode && !noPeriod) return nothing;
  const codes = setting.codes.map((each): Option => [each.code, codeInWords(each)]);
  const periods = setting.periods.map((each): Option => [each, periodInWords(each)]);
  return html`<div class="row">
    ${noCode ? html`<label>${t('absences.codeForAll')} ${choice(codes, setting.code, (code) => choose({ code }))}</label>` : nothing}
    ${noPeriod ? html`<label>${t('absences.periodForAll')} ${choice(periods, setting.period, (period) => choose({ period }))}</label>` : nothing}
  </div>`;
}
