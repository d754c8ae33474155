/**
 * What somebody was writing of a call when they went to another family, and what was refused or taken back. It is there again on the
 * card. It lies in this page alone: nothing of it is stored, and it goes with the page.
 */

import type { Attempt } from './types';

export interface Draft {
  attempt: Attempt;
  /** What the service said was wrong with it. */
  wrong: { field: string; message: string }[];
}

const kept = new Map<string, Draft>();

export const drafts = {
  keep: (taskId: string, draft: Draft): void => void kept.set(taskId, draft),
  of: (taskId: string): Draft | undefined => kept.get(taskId),
  /** Whoever takes it writes on with it. */
  take: (taskId: string): Draft | undefined => {
    const draft = kept.get(taskId);
    kept.delete(taskId);
    return draft;
  },
};

/** Whether words of a call would be lost if the page went away now. */
export const writing = (): boolean =>
  kept.size > 0 || [...document.querySelectorAll<HTMLTextAreaElement>('said-fields textarea')].some((each) => each.value !== each.defaultValue);
