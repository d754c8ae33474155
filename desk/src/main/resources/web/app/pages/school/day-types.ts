/** Types of day: each has bells of its own. */

import { coded } from '../../core/i18n';
import { bellsOn, type Bells } from '../../core/school-day';

export const USUAL = ['regular', 'late-start', 'early-dismissal', 'remote'];

/** A type of day in words where it is a usual one. */
export const dayType = (type: string): string => coded('daytype', type);

/** The types that a school has, the usual ones first. */
export function typesOf(bells: Bells[]): string[] {
  const place = (type: string): number => (USUAL.includes(type) ? USUAL.indexOf(type) : USUAL.length);
  return [...new Set(bells.map((each) => each.dayType))].sort((a, b) => place(a) - place(b) || a.localeCompare(b));
}

/** Those of them that have bells on a date. */
export const typesOn = (bells: Bells[], date: string): string[] => typesOf(bells).filter((type) => bellsOn(bells, type, date));
