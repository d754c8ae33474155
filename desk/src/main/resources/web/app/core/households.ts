/** Whom one call covers stands in one row, as far as they stand in the same list. */

import { fullName, grade, store } from './store';
import type { Task } from './types';

/** The rows of a list: each household in the place of the one of it who comes first. */
export function households(tasks: Task[]): Task[][] {
  const rows = new Map<string, Task[]>();
  for (const task of tasks) {
    const row = rows.get(rowOf(task));
    if (row) row.push(task);
    else rows.set(rowOf(task), [task]);
  }
  return [...rows.values()];
}

/** The row of a task; it stays the same when the others of a household leave the list. */
export const rowOf = (task: Task): string => task.household ?? task.taskId;

/** Whose card a row opens: the one in the caller's hands, or who comes first. */
export const opened = (row: Task[]): Task =>
  row.find((task) => task.claimedBy === store.subject) ?? row.reduce((first, task) => (task.band < first.band ? task : first));

/** The most urgent band of any of them. */
export const bandOf = (row: Task[]): number => Math.min(...row.map((task) => task.band));

/** Luis + Ana Peña. */
export function namesOf(row: Task[]): string {
  const family = row[0].student?.familyName;
  if (row.length > 1 && family && row.every((task) => task.student?.familyName === family)) {
    return `${row.map(({ student }) => student?.preferredName || student?.givenName).join(' + ')} ${family}`;
  }
  return row.map((task) => fullName(task.student) || task.studentId).join(' + ');
}

/** 10, 12. */
export const gradesOf = (row: Task[]): string => [...new Set(row.map((task) => grade(task.student)))].filter(Boolean).join(', ');
