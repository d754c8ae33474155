/** What is done and what is missing on the way to a district's first morning. Nothing is ticked by hand. */

import { list, t } from '../../core/i18n';
import { morningOf, today } from '../../core/school-day';
import { hasBells, hasDays, type Found } from './found';

export interface Step {
  name: 'schools' | 'bells' | 'calendar' | 'roster' | 'codes' | 'readers' | 'people';
  /** The schools where it is missing. */
  missing: string[];
  done: boolean;
  /** Where it is done. */
  href: string;
  note: string;
}

const LEADING = ['attendance-lead', 'principal'];
const CALLING = ['caller', ...LEADING];
const MOST_NAMED = 5;

export function stepsOf(found: Found): Step[] {
  const ids = found.schools.map((each) => each.schoolId);
  const buildings = (id: string): string[] => found.wholes.get(id)?.settings.buildings ?? [];
  const speaks = (building: string): boolean => found.readers.some((each) => each.buildingId === building && found.keyed.has(each.readerId));
  const at = (missing: string[], section: string): string => {
    const school = missing[0] ?? ids[0];
    return school ? `/schools/${encodeURIComponent(school)}#${section}` : '/schools';
  };
  const step = (name: Step['name'], missing: string[], href: string, done = ids.length > 0 && missing.length === 0, note = ''): Step => ({
    name,
    missing,
    done,
    href,
    note,
  });
  const noBells = ids.filter((id) => !has(found, id, hasBells));
  const noDays = ids.filter((id) => !has(found, id, hasDays));
  const noStudents = ids.filter((id) => !found.enrolled.get(id));
  const unmapped = ids.filter((id) => found.unmapped.has(id));
  const silent = ids.filter((id) => buildings(id).some((each) => !speaks(each)));
  const marksAlone = ids.filter((id) => buildings(id).length === 0);
  const nobody = ids.filter((id) => !holds(found, id, CALLING) || !holds(found, id, LEADING));
  return [
    step('schools', [], '/schools', ids.length > 0),
    step('bells', noBells, at(noBells, 'bells')),
    step('calendar', noDays, at(noDays, 'calendar')),
    step('roster', noStudents, '/imports'),
    step('codes', unmapped, unmapped.length > 0 ? '/quarantine' : at([], 'codes'), found.codes > 0 && unmapped.length === 0),
    step('readers', silent, at(silent, 'readers'), undefined, marksAlone.length > 0 ? t('setup.marksAlone', { schools: names(found, marksAlone) }) : ''),
    step('people', nobody, '/people'),
  ];
}

function has(found: Found, id: string, test: typeof hasBells): boolean {
  const whole = found.wholes.get(id);
  return whole !== undefined && test(whole);
}

const holds = (found: Found, schoolId: string, roles: string[]): boolean =>
  found.grants.some((each) => roles.includes(each.role) && (each.schools.includes(schoolId) || each.schools.includes('*')));

/** The schools' names, the first of many. */
export function names(found: Found, ids: string[]): string {
  const shown = ids.slice(0, MOST_NAMED).map((id) => found.schools.find((each) => each.schoolId === id)?.name ?? id);
  return list(ids.length > MOST_NAMED ? [...shown, t('setup.more', { n: ids.length - MOST_NAMED })] : shown);
}

/** The first morning that can be, and where. */
export function firstMorning(found: Found): { school: string; date: string; at: string } | undefined {
  const mornings = found.schools.flatMap(({ schoolId, name }) => {
    const whole = found.wholes.get(schoolId);
    return (whole?.calendar ?? [])
      .filter((each) => each.date >= today())
      .flatMap(({ date }) => {
        const morning = whole && morningOf(whole, date);
        return morning?.kind === 'cut-off' ? [{ school: name, date, at: morning.at }] : [];
      });
  });
  return mornings.sort((a, b) => a.date.localeCompare(b.date))[0];
}
