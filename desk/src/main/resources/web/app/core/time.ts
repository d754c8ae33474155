/** Times as the school's wall clock shows them, by the stack's clock and not the browser's. */

import { formatLocale, t } from './i18n';

let zone = 'America/New_York';
let ahead = 0;

export function setClock(now: string, schoolZone: string): void {
  ahead = Date.parse(now) - Date.now();
  zone = schoolZone;
}

export const now = (): number => Date.now() + ahead;

const formats = new Map<string, Intl.DateTimeFormat>();

function format(name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${name} ${zone}`;
  let made = formats.get(key);
  if (!made) {
    made = new Intl.DateTimeFormat(formatLocale, { timeZone: zone, ...options });
    formats.set(key, made);
  }
  return made;
}

/** Hours and minutes: 08:20. */
export const time = (instant: string | number): string =>
  format('time', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(instant));

/** Day and month of an instant: 12 Nov. */
export const date = (instant: string | number): string =>
  format('date', { day: 'numeric', month: 'short' }).format(new Date(instant));

/** Both. */
export const moment = (instant: string | number): string => `${date(instant)}, ${time(instant)}`;

/** The time of an instant, with the date where it is on another day than that. */
export const timeFrom = (day: string, instant: string | number): string =>
  isoDay(new Date(instant).getTime()) === day ? time(instant) : moment(instant);

/** A school day in words. */
export const dayInWords = (day: string): string =>
  new Intl.DateTimeFormat(formatLocale, { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long' }).format(
    new Date(`${day}T12:00:00Z`),
  );

/** The school's date of an instant, as the services write it. */
export function isoDay(instant: number): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(new Date(instant));
  return parts;
}

/** How long ago, in the largest unit that says it. */
export function ago(instant: string): string {
  const minutes = Math.max(0, Math.round((now() - Date.parse(instant)) / 60000));
  if (minutes < 1) return t('time.now');
  if (minutes < 60) return t('time.minutes', { n: minutes });
  const hours = Math.round(minutes / 60);
  return hours < 24 ? t('time.hours', { n: hours }) : t('time.days', { n: Math.round(hours / 24) });
}

/** The instant of a wall-clock time today at the school, as the services take it. */
export function at(day: string, clock: string): string {
  const guess = Date.parse(`${day}T${clock}:00Z`);
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(new Date(guess));
  const part = (type: string): number => Number(parts.find((each) => each.type === type)?.value);
  const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
  return new Date(guess - (shown - guess)).toISOString();
}
