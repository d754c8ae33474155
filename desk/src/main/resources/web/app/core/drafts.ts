/**
 * What somebody was writing when they went elsewhere, and what was refused or taken back. It is there again on the card, or where the
 * conversation was written. It lies in this page alone: nothing of it is stored, and it goes with the page.
 */

import type { Attempt, Conversation } from './types';

type Wrong = { field: string; message: string }[];

export interface Draft {
  attempt: Attempt;
  /** What the service said was wrong with it. */
  wrong: Wrong;
  /** Why it was not taken in, in its words. */
  why?: string;
}

export interface TalkDraft {
  conversation: Conversation;
  wrong: Wrong;
  why?: string;
}

/** By what they are about, the last on top: none takes another's place. */
class Drafts<T> {
  private readonly kept = new Map<string, T[]>();

  get some(): boolean {
    return this.kept.size > 0;
  }

  keep = (about: string, draft: T): void => void this.kept.set(about, [...(this.kept.get(about) ?? []), draft]);
  of = (about: string): T | undefined => this.kept.get(about)?.at(-1);
  /** Whoever takes it writes on with it. */
  take = (about: string): T | undefined => {
    const last = this.of(about);
    if (last) this.drop(about, last);
    return last;
  };
  drop = (about: string, draft: T): void => {
    const left = (this.kept.get(about) ?? []).filter((each) => each !== draft);
    if (left.length > 0) this.kept.set(about, left);
    else this.kept.delete(about);
  };
}

/** Of calls, by call task. */
export const drafts = new Drafts<Draft>();
/** Of conversations, by student. */
export const talks = new Drafts<TalkDraft>();

/** Whether words of a call would be lost if the page went away now. */
export const writing = (): boolean =>
  drafts.some || talks.some || [...document.querySelectorAll<HTMLTextAreaElement>('said-fields textarea')].some((each) => each.value !== each.defaultValue);
