/** When a school's day begins to be looked at, by its settings, its bells and its calendar. */

import { ask } from './api';
import { t } from './i18n';
import { isoDay, now, time } from './time';

export interface Settings {
  schoolId?: string;
  name: string;
  zone?: string;
  buildings: string[];
  triggerPeriod: string;
  graceMinutes: number;
  lateLimitMinutes: number;
  sendsAttendanceTaken: boolean;
  massAbsencePercent: number;
  holdMinutes: number;
  principal?: string;
}

export interface Period {
  period: string;
  start: string;
  end: string;
}

export interface Bells {
  dayType: string;
  effectiveFrom: string;
  remote?: boolean;
  periods: Period[];
}

export interface CalendarDay {
  date: string;
  dayType?: string | null;
  note?: string | null;
}

/** A school as it is set up, at one version. */
export interface Whole {
  settings: Settings;
  bells: Bells[];
  calendar: CalendarDay[];
  etag: string | null;
}

/** A school at one version; asked for again where somebody changed it between the questions. */
export async function readSchool(schoolId: string, tries = 3): Promise<Whole> {
  const path = `/api/ingest/v1/schools/${encodeURIComponent(schoolId)}`;
  const [settings, bells, calendar] = await Promise.all([
    ask<Settings>(path),
    ask<{ items: Bells[] }>(`${path}/bell-schedules`),
    ask<{ days: CalendarDay[] }>(`${path}/calendar`),
  ]);
  const isOneVersion = settings.etag === bells.etag && settings.etag === calendar.etag;
  if (!isOneVersion && tries > 1) return readSchool(schoolId, tries - 1);
  return { settings: settings.body, bells: bells.body.items, calendar: calendar.body.days, etag: settings.etag };
}

export const today = (): string => isoDay(now());

/** The bells of a day type that hold on a date. */
export function bellsOn(bells: Bells[], dayType: string, date: string): Bells | undefined {
  return bells
    .filter((each) => each.dayType === dayType && each.effectiveFrom <= date)
    .sort((a, b) => a.effectiveFrom.localeCompare(b.effectiveFrom))
    .at(-1);
}

type Morning =
  | { kind: 'no-school' }
  | { kind: 'no-period'; period: string }
  | { kind: 'cut-off'; at: string; end: string; period: string; grace: number };

/** What a date's morning is by these settings. */
export function morningOf(whole: Whole, date: string): Morning {
  const dayType = whole.calendar.find((each) => each.date === date)?.dayType;
  if (!dayType) return { kind: 'no-school' };
  const { triggerPeriod: period, graceMinutes: grace } = whole.settings;
  const rung = bellsOn(whole.bells, dayType, date)?.periods.find((each) => each.period === period);
  if (!rung) return { kind: 'no-period', period };
  return { kind: 'cut-off', at: later(rung.end, grace), end: rung.end.slice(0, 5), period, grace };
}

/** A wall clock's time so many minutes later. */
export function later(clock: string, minutes: number): string {
  const [hour, minute] = clock.split(':').map(Number);
  const all = Math.min(hour * 60 + minute + minutes, 24 * 60 - 1);
  return `${String(Math.floor(all / 60)).padStart(2, '0')}:${String(all % 60).padStart(2, '0')}`;
}

function inWords(morning: Morning): string {
  switch (morning.kind) {
    case 'no-school':
      return t('today.noSchool');
    case 'no-period':
      return t('today.noPeriod', { period: morning.period });
    default:
      return t('today.cutOff', { at: morning.at, end: morning.end, period: morning.period, n: morning.grace });
  }
}

/** What today's morning is, and whether families are called already. */
export function todaysMorning(whole: Whole): string {
  const is = morningOf(whole, today());
  const isOver = is.kind === 'cut-off' && time(now()) >= is.at;
  return isOver ? `${inWords(is)} ${t('today.over')}` : inWords(is);
}

/** What today's morning is, and what it would be. */
export function consequence(before: Whole, after: Whole): string {
  const was = morningOf(before, today());
  const is = morningOf(after, today());
  if (JSON.stringify(was) === JSON.stringify(is)) return inWords(is);
  const words = [t('today.instead', { words: inWords(is) })];
  if (is.kind === 'no-school') words.push(t('today.withdrawn'));
  else if (is.kind === 'cut-off') {
    if (was.kind === 'cut-off') words.push(t('today.was', { at: was.at }));
    if (time(now()) >= is.at) words.push(t('today.over'));
  }
  return words.join(' ');
}
