/** Figures and dates as reports show them. */

import { formatLocale, number, t } from '../../core/i18n';

const percents = new Intl.NumberFormat(formatLocale, { style: 'percent', minimumFractionDigits: 2, maximumFractionDigits: 2 });
const wholePercents = new Intl.NumberFormat(formatLocale, { style: 'percent', maximumFractionDigits: 0 });

/** What is not known, or not told. */
export const NONE = '–';

/** As the service has rounded it: 9.99 and 10.00 are not the same. */
export const percent = (of: number | null | undefined): string => (of === null || of === undefined ? NONE : percents.format(of / 100));

/** For axes and walls. */
export const wholePercent = (of: number | null | undefined): string =>
  of === null || of === undefined ? NONE : wholePercents.format(of / 100);

export const figure = (of: number | null | undefined): string => (of === null || of === undefined ? NONE : number(of));

/** Days, out of the half days in which all is counted. */
export const days = (halfDays: number | null | undefined): string => figure(halfDays === null || halfDays === undefined ? null : halfDays / 2);

const formats = new Map<string, Intl.DateTimeFormat>();

function format(name: string, options: Intl.DateTimeFormatOptions, day: string): string {
  let made = formats.get(name);
  if (!made) formats.set(name, (made = new Intl.DateTimeFormat(formatLocale, { timeZone: 'UTC', ...options })));
  return made.format(new Date(`${day}T12:00:00Z`));
}

/** 12 Nov. */
export const shortDay = (day: string): string => format('short', { day: 'numeric', month: 'short' }, day);
/** 12 November 2026. */
export const longDay = (day: string): string => format('long', { day: 'numeric', month: 'long', year: 'numeric' }, day);
/** November 2026. */
export const monthOf = (day: string): string => format('month', { month: 'long', year: 'numeric' }, day);
/** Nov. */
export const shortMonth = (day: string): string => format('month-short', { month: 'short' }, day);
/** Thursday, 12 Nov. */
export const weekdayAndDay = (day: string): string => format('weekday-day', { weekday: 'long', day: 'numeric', month: 'short' }, day);

const MONDAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];

/** A weekday, named as the services name it: 2001 began on a Monday. */
export const weekday = (of: string): string => format('weekday', { weekday: 'long' }, `2001-01-0${MONDAYS.indexOf(of) + 1}`);
/** Thu. */
export const shortWeekday = (day: string): string => format('weekday-short', { weekday: 'short' }, day);
export const weekdayOf = (day: string): string => format('weekday', { weekday: 'long' }, day);

/** A line of a report by what it is divided. */
export function nameOfLine(groupBy: string, line: { schoolId?: string; schoolName?: string; value?: string }): string {
  if (groupBy === 'SCHOOL') return line.schoolName ?? line.schoolId ?? '';
  if (!line.value) return t(`without.${groupBy.toLowerCase()}`);
  if (groupBy === 'GRADE') return gradeName(line.value);
  return groupBy === 'HOMEROOM' && line.schoolName ? `${line.value} · ${line.schoolName}` : line.value;
}

export const gradeName = (value: string): string => t('grade.long', { grade: value.replace(/^0+(?=\d)/, '') });
