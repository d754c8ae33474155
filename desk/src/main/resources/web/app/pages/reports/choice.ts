/** What somebody has chosen to look at. It stands in the page's address, so that a report can be sent to a colleague. */

import { go } from '../../core/router';

const KEPT = ['school', 'asOf', 'knownOn', 'from', 'to', 'span', 'month', 'groupBy', 'by', 'of', 'why'] as const;

export type Field = (typeof KEPT)[number] | 'value';
export type Choice = Record<Field, string>;

/** Which grade, homeroom or group: a homeroom may be called after a teacher, and an address holds no names. */
let value = '';

export function chosen(query: string): Choice {
  const parameters = new URLSearchParams(query);
  const choice = { value } as Choice;
  for (const field of KEPT) choice[field] = parameters.get(field) ?? '';
  return choice;
}

export function choose(choice: Choice, changed: Partial<Choice>): void {
  const next = { ...choice, ...changed };
  if ('of' in changed || 'school' in changed) next.value = '';
  value = next.value;
  go(location.pathname + asQuery(next), true);
}

/** The same choices for another report, as far as it has them. */
export function asQuery(choice: Choice, fields: readonly Field[] = KEPT): string {
  const parameters = new URLSearchParams();
  for (const field of KEPT) if (choice[field] && fields.includes(field)) parameters.set(field, choice[field]);
  const text = parameters.toString();
  return text ? `?${text}` : '';
}
