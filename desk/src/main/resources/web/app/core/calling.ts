/** Working through the list: taking a call, writing down what came of it, and being at the next one already. */

import { Problem, Unreached, ask, get, post } from './api';
import { t } from './i18n';
import { outbox } from './outbox';
import { go, schoolPage } from './router';
import { fullName, isToCall, store } from './store';
import type { Attempt, Card, Logged, Task } from './types';

interface Undo {
  key: string;
  taskId: string;
  name: string;
  outcome: string;
  until: number;
  attemptId?: string;
}

const UNDO_SHOWN = 8000;

class Calling {
  /** The last call that was written down, as long as it can be taken back. */
  undo: Undo | null = null;
  message = '';
  private cards = new Map<string, Promise<Card>>();

  constructor() {
    outbox.onTold = (waiting, { logged, problem }) => {
      if (logged) this.told(waiting.key, logged);
      else if (problem) this.refused(waiting.taskId, problem);
    };
    outbox.onChange = () => store.tell();
  }

  /** A card, asked for once; what has changed since is asked for again. */
  card(taskId: string, fresh = false): Promise<Card> {
    if (fresh) this.cards.delete(taskId);
    let card = this.cards.get(taskId);
    if (!card) {
      card = get<Card>(`/api/outreach/v1/call-tasks/${encodeURIComponent(taskId)}/card`);
      this.cards.set(taskId, card);
      card.catch(() => this.cards.delete(taskId));
      if (this.cards.size > 12) this.cards.delete(this.cards.keys().next().value as string);
    }
    return card;
  }

  /** Whose turn it is after this one, by the list: nobody else has it. */
  following(taskId: string): Task | undefined {
    return store.tasks.find((task) => isToCall(task) && task.taskId !== taskId && !taken(task));
  }

  /**
   * Takes a call, once the one before is told: nobody has two. Whoever has it already keeps it. Without a connection nobody can be
   * asked, and the work goes on.
   */
  take(task: Task): Promise<boolean> {
    if (task.state === 'CLAIMED' && task.claimedBy === store.subject) return Promise.resolve(true);
    if (this.taking?.taskId !== task.taskId) {
      const done = this.claim(task).finally(() => {
        if (this.taking?.done === done) this.taking = null;
      });
      this.taking = { taskId: task.taskId, done };
    }
    return this.taking.done;
  }

  private taking: { taskId: string; done: Promise<boolean> } | null = null;

  private async claim(task: Task): Promise<boolean> {
    this.message = '';
    await outbox.settled();
    try {
      const { body } = await ask<Task>(`/api/outreach/v1/call-tasks/${encodeURIComponent(task.taskId)}/claim`, {
        method: 'POST',
      });
      store.put(body);
      const next = this.following(task.taskId);
      if (next) void this.card(next.taskId).catch(() => {});
      return true;
    } catch (fault) {
      if (fault instanceof Unreached) return true;
      this.message = fault instanceof Problem && fault.status < 500 ? t('card.changed') : t('trouble.notDone');
      void store.readTasks();
      return false;
    }
  }

  async giveBack(task: Task): Promise<void> {
    try {
      const { body } = await ask<Task>(`/api/outreach/v1/call-tasks/${encodeURIComponent(task.taskId)}/claim`, {
        method: 'DELETE',
      });
      store.put(body);
    } catch (fault) {
      this.message = fault instanceof Problem ? fault.detail : t('trouble.notDone');
      store.tell();
    }
  }

  /** Writes a call down and goes on; the answer is not waited for. */
  log(task: Task, attempt: Attempt, words: string): void {
    this.message = '';
    const key = outbox.add(task.taskId, attempt);
    this.undo = { key, taskId: task.taskId, name: fullName(task.student), outcome: words, until: Date.now() + UNDO_SHOWN };
    setTimeout(() => store.tell(), UNDO_SHOWN + 50);
    if (attempt.keepClaim) {
      this.cards.delete(task.taskId);
      store.announce(t('log.saved', { name: fullName(task.student), outcome: words }));
      return;
    }
    const next = this.following(task.taskId);
    store.put({ ...task, state: 'DONE', claimedBy: undefined, version: task.version });
    this.cards.delete(task.taskId);
    store.announce(t('log.saved', { name: fullName(task.student), outcome: words }));
    if (next) {
      go(schoolPage(next.schoolId, 'calls', next.taskId));
      void this.take(next);
    } else {
      go(schoolPage(task.schoolId, 'calls'));
    }
  }

  private told(key: string, logged: Logged): void {
    logged.tasks.forEach((task) => {
      this.cards.delete(task.taskId);
      store.put(task);
    });
    if (this.undo?.key === key) {
      this.undo = { ...this.undo, attemptId: logged.attempts[0]?.attemptId };
    }
    store.tell();
  }

  private refused(taskId: string, problem: Problem): void {
    if (this.undo?.taskId === taskId) this.undo = null;
    const task = store.tasks.find((each) => each.taskId === taskId);
    this.message = t('log.refused', { name: fullName(task?.student), why: problem.detail });
    void store.readTasks();
    go(schoolPage(task?.schoolId ?? store.school, 'calls', taskId));
  }

  get undoable(): Undo | null {
    return this.undo && this.undo.until > Date.now() ? this.undo : null;
  }

  /** Whoever goes back to a family leaves the one that they had gone on to. */
  private async backTo(taskId: string): Promise<void> {
    const other = store.tasks.find(
      (task) => task.taskId !== taskId && task.state === 'CLAIMED' && task.claimedBy === store.subject,
    );
    if (other) await this.giveBack(other);
    await store.readTasks();
    const task = store.tasks.find((each) => each.taskId === taskId);
    if (task) await this.take(task);
  }

  /** Takes the last call back, and returns to it. */
  async takeBack(): Promise<void> {
    const undo = this.undoable;
    if (!undo?.attemptId) return;
    this.undo = null;
    try {
      await post(`/api/outreach/v1/attempts/${encodeURIComponent(undo.attemptId)}/undo`, {});
      this.cards.delete(undo.taskId);
      go(schoolPage(store.school, 'calls', undo.taskId));
      await this.backTo(undo.taskId);
      store.announce(t('log.takenBack', { name: undo.name }));
    } catch (fault) {
      this.message = fault instanceof Problem ? fault.detail : t('trouble.notDone');
    }
    store.tell();
  }
}

const taken = (task: Task): boolean => task.state === 'CLAIMED' && task.claimedBy !== store.subject;

export const calling = new Calling();
