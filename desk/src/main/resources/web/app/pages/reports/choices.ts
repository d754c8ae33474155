/** What can be chosen of a report: whose, of which days, and as it was known when. */

import { html, nothing, type TemplateResult } from 'lit';
import { coded, t } from '../../core/i18n';
import { isoDay, now } from '../../core/time';
import type { Choice, Field } from './choice';
import { fieldsOf, isDistrict, schoolsOf, type Report } from './report';

/** The grades, homerooms or groups there are, as values and in words. */
export type Values = [string, string][];

/** What is shown now: it says from when, where nobody has. */
interface Shown {
  from?: string;
}

const FIRST_YEAR = 2000;

/** What is to be drawn, and who is told of a choice. */
interface Of {
  report: Report<unknown>;
  choice: Choice;
  values: Values;
  shown: Shown | null;
  change: (changed: Partial<Choice>) => void;
}

export function choices(of: Of): TemplateResult {
  const { report, choice } = of;
  const schools = schoolsOf(report.readers);
  const fields = fieldsOf(report, choice);
  return html`<form class="row choices no-print" @submit=${(event: Event) => event.preventDefault()}>
    ${schools.length > 1
      ? select(of, 'school', t('strip.school'), [
          ...(report.ofOneSchool ? [] : [['', t(isDistrict(report.readers) ? 'reports.district' : 'reports.allMine')] as [string, string]]),
          ...schools.map((each) => [each.schoolId, each.name] as [string, string]),
        ])
      : nothing}
    ${fields.map((field) => one(of, field))}
  </form>`;
}

function one(of: Of, field: Field): TemplateResult | typeof nothing {
  const { report, choice, values, shown } = of;
  const today = isoDay(now());
  switch (field) {
    case 'groupBy':
      return select(of, field, t('reports.by'), among(report.groups?.(choice), 'by'));
    case 'by':
      return select(of, field, t('reports.over'), among(report.times?.(choice), 'over'));
    case 'of':
      return select(of, field, report.whose?.() ?? t('reports.whose'), ['', 'GRADE', ...(choice.school ? ['HOMEROOM'] : []), 'GROUP'].map((each) => [each, coded('whose', each || 'everybody')]));
    case 'value':
      return values.length > 0 ? select(of, field, coded('whose', choice.of), values) : nothing;
    case 'why':
      return select(of, field, t('watch.why'), [
        ['', t('watch.any')],
        ...WHY.map((each) => [each, coded('watch', each)] as [string, string]),
      ]);
    case 'span':
      return select(of, field, t('reports.span'), [
        ['', coded('span', 'MONTH')],
        ['DATES', coded('span', 'DATES')],
      ]);
    case 'month':
      return html`<label
        >${t('reports.month')}
        <input type="month" .value=${(choice.month || choice.knownOn || today).slice(0, 7)} max=${today.slice(0, 7)} @change=${(event: Event) => month(of, event)}
      /></label>`;
    case 'from':
      return day(of, field, t('reports.from'), choice.from || shown?.from || '', choice.to || today);
    case 'to':
      return day(of, field, t(report.isPaper ? 'weekly.choose' : 'reports.to'), choice.to || today, today);
    case 'asOf':
      return day(of, field, t('reports.asOf'), choice.asOf || today, today);
    case 'knownOn':
      return html`${day(of, field, t('reports.knownOn'), choice.knownOn, today)}
      ${choice.knownOn ? html`<button type="button" class="link" @click=${() => of.change({ knownOn: '' })}>${t('reports.knownNow')}</button>` : nothing}`;
    default:
      return nothing;
  }
}

export const WHY = ['NEWLY_AT_RISK', 'ONE_ABSENCE_FROM_A_BAND', 'THREE_IN_A_ROW', 'FEW_ABSENCES_LEFT'];

const among = (there: string[] = [], prefix: string): Values => there.map((each) => [each, coded(prefix, each)]);

function select({ choice, change }: Of, field: Field, label: string, options: [string, string][]): TemplateResult {
  return html`<label
    >${label}
    <select name=${field} @change=${(event: Event) => change({ [field]: (event.target as HTMLSelectElement).value })}>
      ${options.map(([value, words]) => html`<option value=${value} .selected=${value === choice[field]}>${words}</option>`)}
    </select></label
  >`;
}

function day(of: Of, field: Field, label: string, shown: string, latest: string): TemplateResult {
  const change = (event: Event): void => {
    const { value } = event.target as HTMLInputElement;
    if (Number(value.slice(0, 4)) >= FIRST_YEAR) of.change({ [field]: value });
  };
  return html`<label
    >${label}
    <input type="date" name=${field} .value=${shown} max=${latest} @change=${change}
  /></label>`;
}

function month(of: Of, event: Event): void {
  const { value } = event.target as HTMLInputElement;
  if (Number(value.slice(0, 4)) >= FIRST_YEAR) of.change({ month: `${value}-01` });
}
