/** A month of a school's calendar. */

import { html, nothing, type TemplateResult } from 'lit';
import { formatLocale, t } from '../../core/i18n';
import { today, type CalendarDay } from '../../core/school-day';
import { dayInWords } from '../../core/time';
import { dayType } from './day-types';

const MONDAY = Date.UTC(2024, 0, 1, 12);
const DAY = 86_400_000;

/** By how many months further it is. */
export function turned(month: string, by: number): string {
  const date = new Date(`${month}T12:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + by);
  return date.toISOString().slice(0, 10);
}

export const monthName = (month: string): string =>
  new Intl.DateTimeFormat(formatLocale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month}T12:00:00Z`));

/**
 * The month, a button for each date.
 *
 * @param month its first day
 * @param choose what a date does; none where nobody changes anything
 */
export function grid(month: string, day: (date: string) => CalendarDay | undefined, chosen: string, choose: ((date: string) => void) | null): TemplateResult {
  const first = new Date(`${month}T12:00:00Z`);
  const before = (first.getUTCDay() + 6) % 7;
  const length = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  const dates = Array.from({ length }, (_, at) => `${month.slice(0, 8)}${String(at + 1).padStart(2, '0')}`);
  const weekday = new Intl.DateTimeFormat(formatLocale, { weekday: 'short', timeZone: 'UTC' });
  const heads = Array.from({ length: 7 }, (_, at) => weekday.format(new Date(MONDAY + at * DAY)));
  return html`<div class="month" role="group" aria-label=${monthName(month)}>
    ${heads.map((each) => html`<span class="weekday" aria-hidden="true">${each}</span>`)}
    ${dates.map((date, at) => cell(date, day(date), at === 0 ? before + 1 : 0, date === chosen, choose))}
  </div>`;
}

function cell(date: string, day: CalendarDay | undefined, column: number, isChosen: boolean, choose: ((date: string) => void) | null): TemplateResult {
  const type = day?.dayType ?? '';
  const words = `${dayInWords(date)}: ${type ? dayType(type) : t('calendar.noSchool')}${day?.note ? `, ${day.note}` : ''}`;
  const isOther = type !== '' && type !== 'regular';
  return html`<button
    class="date ${type ? 'is-school' : ''} ${isOther ? 'is-other' : ''} ${date === today() ? 'is-today' : ''} column-${column}"
    aria-label=${words}
    title=${isOther || day?.note ? words : nothing}
    aria-current=${date === today() ? 'date' : nothing}
    aria-pressed=${choose ? String(isChosen) : nothing}
    ?disabled=${choose === null}
    @click=${() => choose?.(date)}
  >
    <b>${Number(date.slice(8))}</b>
    <small aria-hidden="true">${isOther ? dayType(type) : type ? '●' : (day?.note ?? '')}</small>
  </button>`;
}
