/** Who works at a school, by their ids at the district's sign-in. */

import { Problem, all } from './api';
import { store } from './store';

const STAFF = ['caller', 'attendance-lead', 'principal'];

/** Whoever may give roles asks for them; others know whom the day's calls name. */
export async function colleagues(school: string): Promise<string[]> {
  const known = new Set([store.subject, ...store.tasks.flatMap((task) => [task.claimedBy, task.assignedTo])]);
  try {
    const grants = await all<{ subject: string; role: string; schools: string[] }>('/api/outreach/v1/grants', {
      school,
      state: 'IN_FORCE',
      limit: 1000,
    });
    grants.filter((each) => STAFF.includes(each.role)).forEach((each) => known.add(each.subject));
  } catch (fault) {
    if (!(fault instanceof Problem && fault.status === 403)) throw fault;
  }
  return [...known].filter((each): each is string => Boolean(each)).sort((a, b) => a.localeCompare(b));
}
