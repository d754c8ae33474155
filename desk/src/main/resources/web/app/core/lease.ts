/** Who speaks with a family keeps it: more time is asked for before it runs out, as long as somebody is there. */

import { now } from './time';
import type { Task } from './types';

/** So long before its end. */
const EARLY = 4 * 60000;
/** Whoever has touched nothing for so long may have gone home. */
const AWAY = 20 * 60000;

/** How often it is looked at. */
export const LOOK = 30000;

let touched = Date.now();
for (const each of ['keydown', 'pointerdown']) {
  addEventListener(each, () => (touched = Date.now()), { capture: true, passive: true });
}

export const runsOut = (task: Task): boolean =>
  task.leaseUntil !== undefined && Date.parse(task.leaseUntil) - now() < EARLY && Date.now() - touched < AWAY;
