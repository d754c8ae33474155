/** A line of the list as it is looked at: who it is, what is said, and whether it counts. */

import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../../core/i18n';
import { violation } from '../../core/refusals';
import { choice, type Option } from '../../parts/choice';
import { icon } from '../../parts/icons';
import { codeInWords, inWords, markOf, periodInWords, type Fault, type Row, type Setting } from './list';

/** What can be done with a line. */
export interface Changes {
  change(part: Partial<Row>): void;
  code(code: string): void;
  find(name: string): void;
}

export function tableRow(row: Row, setting: Setting, fault: Fault | undefined, changes: Changes): TemplateResult {
  const mark = markOf(row, setting);
  const label = (words: string): string => `${t('absences.lineN', { line: row.line })}: ${words}`;
  return html`<tr class="${row.leftOut ? 'left-out' : ''} ${fault ? 'at-fault' : ''}">
    <th scope="row" data-label=${t('absences.line')}>${row.line}</th>
    <td data-label=${t('absences.asPasted')}><bdi>${[row.name, row.id].filter(Boolean).join(' · ')}</bdi></td>
    <td data-label=${t('col.student')}>
      ${student(row, label, changes)}
      ${fault
        ? html`<p class="mark weak">${icon('weak')} <span dir="auto">${fault.english ? violation(fault.words) : fault.words}</span></p>`
        : nothing}
    </td>
    <td data-label=${t('quarantine.code')}>${code(mark.code, setting, label, changes)}</td>
    <td data-label=${t('absences.period')}>${period(row, mark.period, setting, label, changes)}</td>
    <td data-label=${t('absences.leaveOut')}>
      <input
        type="checkbox"
        aria-label=${label(t('absences.leaveOut'))}
        .checked=${row.leftOut}
        @change=${(event: Event) => changes.change({ leftOut: (event.target as HTMLInputElement).checked })}
      />
    </td>
  </tr>`;
}

function student(row: Row, label: (words: string) => string, changes: Changes): TemplateResult {
  if (row.candidates.length === 0 || row.searching) return search(row, label, changes);
  const another = html`<button type="button" class="link" aria-label=${label(t('absences.another'))} @click=${() => changes.change({ searching: true })}>
    ${t('absences.another')}
  </button>`;
  if (row.candidates.length === 1 && row.studentId) return html`${inWords(row.candidates[0])} ${another}`;
  const options: Option[] = [['', t('absences.choose')], ...row.candidates.map((each): Option => [each.studentId, inWords(each)])];
  return html`${choice(options, row.studentId, (studentId) => changes.change({ studentId }), label(t('col.student')))} ${another}`;
}

function search(row: Row, label: (words: string) => string, changes: Changes): TemplateResult {
  return html`<form
    class="together"
    role="search"
    aria-label=${label(t('absences.find'))}
    @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      changes.find(String(new FormData(event.target as HTMLFormElement).get('name')).trim());
    }}
  >
    <input name="name" minlength="2" maxlength="40" required dir="auto" autocomplete="off" aria-label=${label(t('absences.find'))} .value=${row.name.slice(0, 40)} />
    <button class="button quiet">${icon('search')}<span class="visually-hidden">${t('find.search')}</span></button>
    ${row.candidates.length > 0
      ? html`<button type="button" class="link" @click=${() => changes.change({ searching: false })}>${t('cancel')}</button>`
      : nothing}
  </form>`;
}

/** A code that the school does not have stands in the list until another is chosen. */
function code(chosen: string, setting: Setting, label: (words: string) => string, changes: Changes): TemplateResult | string {
  if (!setting.columns.includes('code')) return chosen || t('quarantine.blank');
  const options = setting.codes.map((each): Option => [each.code, codeInWords(each)]);
  return choice(withUnknown(options, chosen), chosen, changes.code, label(t('quarantine.code')));
}

function period(row: Row, chosen: string, setting: Setting, label: (words: string) => string, changes: Changes): TemplateResult | string {
  if (row.period === '') return periodInWords(chosen);
  const options = setting.periods.map((each): Option => [each, periodInWords(each)]);
  return choice(withUnknown(options, chosen), chosen, (period) => changes.change({ period }), label(t('absences.period')));
}

const withUnknown = (options: Option[], chosen: string): Option[] =>
  options.some(([value]) => value === chosen) ? options : [[chosen, chosen || t('quarantine.blank')], ...options];
