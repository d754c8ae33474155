/** Whom to call by which number, and which of them is next. */

import { drafts } from '../../core/drafts';
import type { Callee, Card, CardNumber } from '../../core/types';

export interface Choice {
  callee: Callee;
  number: CardNumber;
  key: string;
}

/** Instead of a number where there is none: a call can be written down all the same. */
export const NO_NUMBER = 'none';

export const keyOf = (callee: Callee, at: number): string => `${callee.contactId} ${at}`;

const all = (card: Card): Choice[] =>
  card.callees.flatMap((callee) => callee.numbers.map((number, at) => ({ callee, number, key: keyOf(callee, at) })));

/** The number that was chosen, or the service's next, or any that may be dialled. */
export function current(card: Card, chosen: string): Choice | undefined {
  const choices = all(card);
  return (
    choices.find((each) => each.key === chosen) ??
    choices.find((each) => each.number.next) ??
    choices.find((each) => each.number.mayBeDialledNow)
  );
}

/** The number of a call that somebody was writing down; empty where nobody was. */
export function drafted(card: Card): string {
  const attempt = drafts.of(card.task.taskId)?.attempt;
  if (!attempt) return '';
  const choice = all(card).find(({ callee, number }) => callee.contactId === attempt.contactId && number.number === attempt.number);
  return choice?.key ?? NO_NUMBER;
}
