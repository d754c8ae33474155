/**
 * What somebody was writing when they went elsewhere, and what was refused or taken back. It is there again on the card, where the
 * conversation was written, or where the sheet is keyed in. It lies in this page alone: nothing of it is stored, and it goes with the page.
 */

import type { Sentence } from './refusals';
import type { Attempt, Conversation } from './types';

type Wrong = { field: string; message: string }[];

export interface Draft {
  attempt: Attempt;
  /** What the service said was wrong with it. */
  wrong: Wrong;
  /** Why it was not taken in. */
  why?: Sentence;
}

export interface TalkDraft {
  conversation: Conversation;
  wrong: Wrong;
  why?: Sentence;
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

/** A line of a call sheet, as it is typed. */
export interface Line {
  id: number;
  code: string;
  /** Which family, where two have the same code. */
  taskId: string;
  number: string;
  what: string;
  at: string;
  until: string;
  note: string;
  state: 'new' | 'sending' | 'saved' | 'refused';
  error: Sentence;
  attemptId: string;
}

const TYPED = ['code', 'number', 'what', 'at', 'until', 'note'] as const;

/** Whether something stands in it that is not saved. */
export const isUnsent = (line: Line): boolean => line.state !== 'saved' && TYPED.some((field) => line[field].trim() !== '');

/** A call sheet that is keyed in. */
export interface Sheet {
  /** The day on which it was begun. */
  begun: string;
  lines: Line[];
  calledBy: string;
  sending: boolean;
}

/** By school and day. They go with the day on which somebody keyed them in. */
class Sheets {
  private readonly kept = new Map<string, Sheet>();

  get some(): boolean {
    return [...this.kept.values()].some(({ lines }) => lines.some(isUnsent));
  }

  of(school: string, day: string, today: string): Sheet {
    this.kept.forEach(({ begun }, about) => begun !== today && this.kept.delete(about));
    const about = `${school} ${day}`;
    const sheet = this.kept.get(about) ?? { begun: today, lines: [], calledBy: '', sending: false };
    this.kept.set(about, sheet);
    return sheet;
  }
}

/** Of calls, by call task. */
export const drafts = new Drafts<Draft>();
/** Of conversations, by student. */
export const talks = new Drafts<TalkDraft>();
/** Of calls that were made on paper. */
export const sheets = new Sheets();

/** Whether words of a call or a sheet would be lost if the page went away now. */
export const writing = (): boolean =>
  drafts.some ||
  talks.some ||
  sheets.some ||
  [...document.querySelectorAll<HTMLTextAreaElement>('said-fields textarea')].some((each) => each.value !== each.defaultValue);
