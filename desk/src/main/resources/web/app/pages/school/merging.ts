/** Settings that two people change at once. */

import type { Settings } from '../../core/school-day';

export type Field = keyof Settings;

/** Settings as they are being typed: a field may be empty for a while. */
export type Draft = { [field in Field]?: Settings[field] | string };

export const same = (one: unknown, other: unknown): boolean => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

const fieldsOf = (...all: object[]): Field[] => [...new Set(all.flatMap((each) => Object.keys(each)))] as Field[];

/** What somebody else changed and nobody touched here is taken over. */
export function merged(draft: Draft, base: Settings, fresh: Settings): Draft {
  const fields = fieldsOf(draft, base, fresh);
  return Object.fromEntries(fields.map((field) => [field, same(draft[field], base[field]) ? fresh[field] : draft[field]]));
}

/** What somebody else changed, and what of it is changed here too. */
export function changes(draft: Draft, base: Settings, fresh: Settings): { theirs: Field[]; both: Field[] } {
  const theirs = fieldsOf(base, fresh).filter((field) => !same(fresh[field], base[field]));
  return { theirs, both: theirs.filter((field) => !same(draft[field], base[field]) && !same(draft[field], fresh[field])) };
}
