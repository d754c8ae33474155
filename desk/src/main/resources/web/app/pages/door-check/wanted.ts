/** Whom to look for: whose family is to be called, or would be if it were known that nobody has seen the student. */

import { coded, t } from '../../core/i18n';
import { isToCall, store } from '../../core/store';
import type { Student, Task } from '../../core/types';

export interface Wanted {
  studentId: string;
  student?: Student;
  why: string;
}

/** Of these nobody has said that they are absent. */
const NOT_SAID = 'ATTENDANCE_NOT_TAKEN';

/** Adds whom the day has now; whoever was looked for stays while the list is worked through. */
export function addWanted(known: Map<string, Wanted>): void {
  for (const task of tasks().filter(isToCall)) {
    known.set(task.studentId, { studentId: task.studentId, student: task.student ?? known.get(task.studentId)?.student, why: t('page.calls') });
  }
  for (const held of store.heldStudents.filter((each) => each.reason !== NOT_SAID)) {
    if (!known.has(held.studentId)) {
      known.set(held.studentId, { studentId: held.studentId, student: held.student, why: coded('hold', held.reason) });
    }
  }
}

/** Also those that wait below the pill of the list. */
const tasks = (): Task[] => [...store.tasks, ...store.waiting.values()];

/** When the student came in by a door meanwhile, or somebody else has said so. */
export const cameIn = (studentId: string): string | undefined =>
  tasks().find((task) => task.studentId === studentId && (task.state === 'ARRIVED' || task.arrivedAt))?.arrivedAt;

export const inOrder = (wanted: Iterable<Wanted>): Wanted[] => [...wanted].sort((a, b) => order(a).localeCompare(order(b)));

const order = (wanted: Wanted): string => `${wanted.student?.familyName ?? ''} ${wanted.student?.givenName ?? ''} ${wanted.studentId}`;
