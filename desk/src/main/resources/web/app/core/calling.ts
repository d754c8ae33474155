/** Working through the list: taking a call, writing down what came of it, and being at the next one already. */

import { Problem, Unreached, ask, get, post } from './api';
import { drafts, talks } from './drafts';
import { t } from './i18n';
import { coveredBy, outbox, type Waiting } from './outbox';
import { refusal, withWhy, type Sentence } from './refusals';
import { go, schoolPage } from './router';
import { fullName, mayComeNext, store } from './store';
import type { Attempt, Card, Logged, LoggedCall, Task } from './types';

interface Undo {
  key: string;
  taskId: string;
  name: string;
  outcome: string;
  until: number;
  attempt: Attempt;
  attemptId?: string;
  /** Whom the call was about too, as they were. */
  covered: Task[];
}

const UNDO_SHOWN = 8000;

class Calling {
  /** The last call that was written down, as long as it can be taken back. */
  undo: Undo | null = null;
  message: Sentence = '';
  private cards = new Map<string, Promise<Card>>();
  /** As they were last shown: for who takes back without a connection. */
  private shown = new Map<string, Promise<Card>>();

  constructor() {
    outbox.onTold = (waiting, { logged, problem }) => {
      if (problem) this.refused(waiting, problem);
      else if (logged) this.told(waiting.key, logged);
      else void store.readTasks();
    };
    outbox.onChange = () => store.tell();
    outbox.onWiped = (n, ofOthers) => {
      const said = [n > 0 ? t('log.wiped', { n }) : '', ofOthers > 0 ? t('log.wipedOfOthers', { n: ofOthers }) : ''];
      this.message = said.filter(Boolean).join(' ');
      store.announce(this.message);
    };
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
    const asked = card;
    asked.then(
      () => {
        this.shown.delete(taskId);
        this.shown.set(taskId, asked);
        if (this.shown.size > 12) this.shown.delete(this.shown.keys().next().value as string);
      },
      () => {},
    );
    return card;
  }

  /** Whose turn it seems to be after this one, by the list: nobody else has it, and nobody has gone on without it. */
  following(taskId: string): Task | undefined {
    return store.tasks.find(
      (task) =>
        mayComeNext(task) &&
        task.taskId !== taskId &&
        !isWithAnother(task) &&
        !this.skipped.has(task.taskId) &&
        this.passedOver.get(task.taskId) !== task.version,
    );
  }

  /** Families that could not be dialled, and were left for others or for later. */
  readonly skipped = new Set<string>();

  /** Those that the service passed over for this caller, in the version in which it did: they are not painted again and again. */
  private readonly passedOver = new Map<string, number>();

  /** Goes on without a family that cannot be dialled now: it stays on the list, and is not handed out to this desk again. */
  async skip(task: Task): Promise<void> {
    this.skipped.add(task.taskId);
    if (this.has(task)) await this.giveBack(task);
    this.goOn(task, this.following(task.taskId));
  }

  /**
   * On to the next family. The one that the list has next is painted at once. Whose turn it is only the service knows (a household may be
   * with another caller, or have been reached): it is asked, and where it hands out another family, that one's card comes.
   */
  private goOn(from: Task, guess: Task | undefined): void {
    go(schoolPage(guess?.schoolId ?? from.schoolId, 'calls', guess?.taskId));
    if (!guess) return;
    const done = this.isHandedOut(guess).finally(() => {
      if (this.taking?.done === done) this.taking = null;
    });
    this.taking = { taskId: guess.taskId, done };
  }

  private async isHandedOut(guess: Task): Promise<boolean> {
    try {
      const given = await this.next(guess.schoolId);
      if (given?.taskId === guess.taskId) return true;
      this.passedOver.set(guess.taskId, guess.version);
      this.message = given ? t('calls.another', { name: fullName(given.student) }) : t('calls.nobodyFree');
      store.announce(this.message);
      if (location.pathname === schoolPage(guess.schoolId, 'calls', guess.taskId)) {
        go(schoolPage(given?.schoolId ?? guess.schoolId, 'calls', given?.taskId), true);
      }
      void store.readTasks();
      return false;
    } catch (fault) {
      if (fault instanceof Unreached) return true;
      this.message = whyNobody(fault);
      void store.readTasks();
      return false;
    }
  }

  /**
   * The next family, as the service hands it out: nobody else gets it. None: nobody is left. As long as a call could not be told, the
   * service knows its family in the caller's hands and answers with it: then it is whom the list has next.
   */
  async next(school: string): Promise<Task | undefined> {
    await outbox.settled();
    const task = await post<Task | undefined>('/api/outreach/v1/call-tasks/next', { schools: [school], except: [...this.skipped] });
    if (task && outbox.has(task.taskId)) return this.following(task.taskId);
    if (task) {
      store.put(task);
      const following = this.following(task.taskId);
      if (following) void this.card(following.taskId).catch(() => {});
    }
    return task;
  }

  has = (task: Task): boolean => task.state === 'CLAIMED' && task.claimedBy === store.subject;

  /** Whether some family of this school is the caller's. */
  get holding(): boolean {
    return store.tasks.some(this.has);
  }

  /** A family that somebody speaks with is theirs, and for longer. Who has it otherwise, its card tells. */
  async keep(task: Task): Promise<void> {
    try {
      const { body } = await this.asksFor(task);
      if (!outbox.has(task.taskId)) store.put(body);
    } catch {
      void store.readTasks();
    }
  }

  private asksFor = (task: Task): Promise<{ body: Task }> =>
    ask<Task>(`/api/outreach/v1/call-tasks/${encodeURIComponent(task.taskId)}/claim`, { method: 'POST' });

  /**
   * Takes a call, once the one before is told: nobody has two. Whoever has it already keeps it. Without a connection nobody can be
   * asked, and the work goes on.
   */
  take(task: Task): Promise<boolean> {
    if (this.has(task)) return Promise.resolve(true);
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
      store.put((await this.asksFor(task)).body);
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
      this.message = refusal(fault);
      store.tell();
    }
  }

  /** Writes a call down and goes on; the answer is not waited for. */
  log(task: Task, attempt: Attempt, words: string): void {
    this.message = '';
    const key = outbox.add(task.taskId, attempt);
    const also = (attempt.alsoFor ?? []).map(({ taskId }) => taskId);
    const covered = attempt.keepClaim ? [] : store.tasks.filter((each) => also.includes(each.taskId));
    this.undo = { key, taskId: task.taskId, name: fullName(task.student), outcome: words, attempt, covered, until: Date.now() + UNDO_SHOWN };
    setTimeout(() => store.tell(), UNDO_SHOWN + 50);
    if (attempt.keepClaim) {
      this.cards.delete(task.taskId);
      store.announce(t('log.saved', { name: fullName(task.student), outcome: words }));
      return;
    }
    covered.forEach((each) => this.cover(each));
    const next = this.following(task.taskId);
    store.put({ ...task, state: 'DONE', claimedBy: undefined, version: task.version });
    this.cards.delete(task.taskId);
    store.announce(t('log.saved', { name: fullName(task.student), outcome: words }));
    this.goOn(task, next);
  }

  /** Whom the call was about too is not the next family; what came of it the answer says. */
  private cover(task: Task): void {
    store.put({ ...task, state: 'DONE', claimedBy: undefined });
    this.cards.delete(task.taskId);
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

  /** What was written is there again where it was written, with what is wrong. */
  private refused(waiting: Waiting, problem: Problem): void {
    const about = store.tasks.find((task) => ('attempt' in waiting ? task.taskId === waiting.taskId : task.studentId === waiting.studentId));
    const name = fullName(about?.student);
    const said = { wrong: problem.violations, why: refusal(problem) };
    this.message = withWhy(waiting.undone ? 'log.notTakenBack' : 'log.refused', said.why, { name });
    store.announce(this.message);
    void store.readTasks();
    if (waiting.undone) return;
    if (this.undo?.key === waiting.key) this.undo = null;
    if ('attempt' in waiting) {
      drafts.keep(waiting.taskId, { attempt: waiting.attempt, ...said });
      go(schoolPage(about?.schoolId ?? store.school, 'calls', waiting.taskId));
    } else {
      talks.keep(waiting.studentId, { conversation: waiting.conversation, ...said });
      go(schoolPage(waiting.conversation.schoolId, 'talk', waiting.studentId));
    }
  }

  get undoable(): Undo | null {
    return this.undo && this.undo.until > Date.now() ? this.undo : null;
  }

  /** Whoever goes back to a family leaves the one that they had gone on to. */
  private async backTo(taskId: string): Promise<void> {
    const other = store.tasks.find((task) => task.taskId !== taskId && this.has(task));
    if (other) await this.giveBack(other);
    await store.readTasks();
    const task = store.tasks.find((each) => each.taskId === taskId);
    if (task) await this.take(task);
  }

  /** It is known at the service, or has not been sent. */
  mayTakeBack = (undo: Undo): boolean => undo.attemptId !== undefined || outbox.waits(undo.key);

  /** Out of the queue, and the cards as they were before; who has the family is asked for when there is a connection. */
  private takeBackUnsent({ key, taskId, attempt, name, covered }: Undo): void {
    if (!outbox.withdraw(key)) return;
    for (const each of coveredBy({ taskId, attempt })) {
      const card = this.shown.get(each);
      if (card) this.cards.set(each, card);
    }
    if (wasReached(attempt)) drafts.keep(taskId, { attempt, wrong: [] });
    const task = store.tasks.find((each) => each.taskId === taskId);
    if (task?.state === 'DONE') store.put({ ...task, state: 'OPEN' });
    covered.forEach((each) => store.put(each));
    go(schoolPage(task?.schoolId ?? store.school, 'calls', taskId));
    store.announce(t('log.takenBack', { name }));
  }

  /** Takes the last call back, and returns to it. */
  async takeBack(): Promise<void> {
    const undo = this.undoable;
    if (!undo || !this.mayTakeBack(undo)) return;
    this.undo = null;
    if (!undo.attemptId) return this.takeBackUnsent(undo);
    try {
      await this.taking?.done;
      const { tasksLeft } = await post<LoggedCall>(`/api/outreach/v1/attempts/${encodeURIComponent(undo.attemptId)}/undo`, {});
      coveredBy(undo).forEach((each) => this.cards.delete(each));
      if (wasReached(undo.attempt)) drafts.keep(undo.taskId, { attempt: undo.attempt, wrong: [] });
      go(schoolPage(store.school, 'calls', undo.taskId));
      await this.backTo(undo.taskId);
      if (tasksLeft?.length) this.message = t('log.someStay');
      store.announce(t('log.takenBack', { name: undo.name }));
    } catch (fault) {
      this.message = refusal(fault);
    }
    store.tell();
  }
}

const wasReached = (attempt: Attempt): boolean => attempt.outcome.startsWith('REACHED');

/** Why nobody was handed out. */
export function whyNobody(fault: unknown): Sentence {
  if (!(fault instanceof Problem)) return t('trouble.notDone');
  if (fault.type === 'outside-permitted-hours') return refusal(fault);
  return t(fault.status === 404 ? 'calls.nobodyFree' : 'trouble.notDone');
}

const taken = (task: Task): boolean => task.state === 'CLAIMED' && task.claimedBy !== store.subject;

/** Somebody else is on the line with the family, about this child or another. */
const isWithAnother = (task: Task): boolean =>
  taken(task) || (task.household !== undefined && store.tasks.some((each) => each.household === task.household && taken(each)));

export const calling = new Calling();
