/** What a district has of what its first morning needs. */

import { all, get } from '../../core/api';
import { bellsOn, readSchool, today, type Settings, type Whole } from '../../core/school-day';
import type { Summary } from '../../core/types';
import { pathOf, type Key, type Reader } from '../school/reader';

export interface Found {
  schools: (Settings & { schoolId: string })[];
  wholes: Map<string, Whole>;
  enrolled: Map<string, number>;
  /** How many codes the district has. */
  codes: number;
  /** Schools where a code waits for what it means. */
  unmapped: Set<string>;
  readers: Reader[];
  /** Readers that can speak. */
  keyed: Set<string>;
  grants: { role: string; schools: string[] }[];
}

const AT_ONCE = 6;

/** Schools that had bells and a calendar when they were looked at: they are not asked for again while the desk is open. */
const complete = new Map<string, Whole>();
/** Readers that had a key: keys are taken away on a school's page, which says so. */
const withKey = new Set<string>();

/** What was looked at is to be looked at again. */
export function forget(): void {
  complete.clear();
  withKey.clear();
}

export const hasBells = (whole: Whole): boolean =>
  whole.bells.some((each) => each.periods.some((one) => one.period === whole.settings.triggerPeriod));

export const hasDays = (whole: Whole): boolean =>
  whole.calendar.some((each) => each.date >= today() && each.dayType && bellsOn(whole.bells, each.dayType, each.date));

export async function readFound(): Promise<Found> {
  const [schools, summary, codes, waiting, readers, grants] = await Promise.all([
    all<Settings & { schoolId: string }>('/api/ingest/v1/schools', {}),
    get<{ items: Summary[] }>('/api/outreach/v1/whereabouts/summary', { day: today() }),
    get<{ codes: unknown[] }>('/api/ingest/v1/attendance-codes'),
    all<{ schoolId: string; kind: string; waiting: number }>('/api/ingest/v1/quarantine/summary', {}),
    all<Reader>('/api/entry/v1/readers', {}),
    all<{ role: string; schools: string[] }>('/api/outreach/v1/grants', { state: 'IN_FORCE', limit: 1000 }, 20_000),
  ]);
  return {
    schools,
    wholes: await wholesOf(schools.map((each) => each.schoolId)),
    enrolled: new Map(summary.items.map((each) => [each.schoolId, each.enrolled])),
    codes: codes.codes.length,
    unmapped: new Set(waiting.filter((each) => each.kind === 'UNMAPPED_CODE' && each.waiting > 0).map((each) => each.schoolId)),
    readers,
    keyed: await speaking(readers),
    grants,
  };
}

async function wholesOf(ids: string[]): Promise<Map<string, Whole>> {
  await some(
    ids.filter((id) => !isComplete(complete.get(id))),
    async (id) => void complete.set(id, await readSchool(id)),
  );
  return new Map(ids.map((id) => [id, complete.get(id) as Whole]));
}

const isComplete = (whole: Whole | undefined): boolean => whole !== undefined && hasBells(whole) && hasDays(whole);

/** They have been heard from, or have a key. */
async function speaking(readers: Reader[]): Promise<Set<string>> {
  await some(
    readers.filter((each) => !each.lastHeard && !withKey.has(each.readerId)),
    async ({ readerId }) => {
      const { items } = await get<{ items: Key[] }>(`${pathOf(readerId)}/keys`);
      if (items.some((key) => key.state === 'VALID')) withKey.add(readerId);
    },
  );
  return new Set(readers.filter((each) => each.lastHeard || withKey.has(each.readerId)).map((each) => each.readerId));
}

/** Asks for each, a few at a time. */
async function some<T>(items: T[], ask: (item: T) => Promise<void>): Promise<void> {
  const left = [...items];
  const worker = async (): Promise<void> => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await ask(item);
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, items.length) }, worker));
}
