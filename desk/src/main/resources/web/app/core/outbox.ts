/**
 * Calls and conversations that are written down and not told yet. Each has a key by which it takes effect once, however often it is
 * sent, and is sent for nobody but who wrote it. While they wait they lie in this browser, encrypted with a key of that person's that
 * no script can read out; they go with the sign-out and with the day.
 */

import { Problem, Unreached, ask, post, sessions, signedOut } from './api';
import { person } from './person';
import { isoDay, now } from './time';
import type { Attempt, Conversation, Logged, LoggedCall } from './types';

interface Call {
  taskId: string;
  attempt: Attempt;
}

interface Talk {
  studentId: string;
  conversation: Conversation;
}

export type Waiting = (Call | Talk) & {
  key: string;
  day: string;
  /** It was taken back while nobody knew whether it had arrived: that is told as soon as that is known. */
  undone?: boolean;
};

interface Stored {
  key: string;
  day: string;
  /** Who wrote it, and cannot be read from it. None: of the version before, which wiped at each sign-out, so of who is signed in. */
  whose?: string;
  iv: Uint8Array<ArrayBuffer>;
  sealed: ArrayBuffer;
}

/** What came of it. Neither of the two: it took effect, and what was answered is kept no more. */
type Told = (waiting: Waiting, outcome: { logged?: Logged; problem?: Problem }) => void;

const AGAIN = 5000;
const LOOK = 10 * 60000;

class Outbox {
  private waiting: Waiting[] = [];
  /** Those that lie in the browser. */
  private kept = new WeakSet<Waiting>();
  /** Those that may have arrived although nothing was answered. */
  private tried = new WeakSet<Waiting>();
  private now: Waiting | null = null;
  /** It is known to be them who are signed in. */
  private sure = true;
  private whose = markOf('');
  /** The day of which it was looked last what lies here of other days. */
  private looked = '';
  private sending: Promise<void> | null = null;
  private timer = 0;
  private database: Promise<IDBDatabase> | null = null;
  private key: Promise<CryptoKey> | null = null;
  /** How many of other people wait in this browser. */
  ofOthers = 0;
  onTold: Told = () => {};
  onChange: () => void = () => {};
  /** Told of how many calls of an earlier day are gone, unsent: theirs, and other people's. */
  onWiped: (calls: number, ofOthers: number) => void = () => {};

  constructor() {
    addEventListener('online', () => void this.send());
    person.addEventListener('change', () => void this.send());
    sessions.addEventListener('change', () => (this.sure = false));
  }

  get count(): number {
    return this.waiting.length;
  }

  /** Whether a call about this task is on its way. */
  has = (taskId: string): boolean => this.waiting.some((each) => !each.undone && aboutOf(each) === taskId);

  /** Whether a call is on its way after which a family is with nobody: one about this task, or about this one too. */
  ends = (taskId: string): boolean =>
    (this.now ? [...this.waiting, this.now] : this.waiting).some(
      (each) => 'attempt' in each && !each.undone && !each.attempt.keepClaim && coveredBy(each).includes(taskId),
    );

  /** Whether it stands in the queue and can be taken out, and is not just being sent. */
  waits = (key: string): boolean => this.waiting.some((each) => each.key === key && !each.undone && each !== this.now);

  /** What this person left when the browser was closed, if it is of today. What others left stays where it is. */
  async begin(subject: string): Promise<void> {
    this.whose = markOf(subject);
    await this.lookAtAll();
    const mine = await this.whose;
    for (const each of await this.stored()) {
      if (!isOf(each, mine)) continue;
      const opened = await this.open(each).catch(() => null);
      if (!opened || this.waiting.some(({ key }) => key === opened.key)) continue;
      this.kept.add(opened);
      this.tried.add(opened);
      this.waiting.push(opened);
      if (!each.whose) void this.keep(opened).catch(() => {});
    }
    setInterval(() => void this.lookAtAll(), LOOK);
    this.onChange();
    void this.send();
  }

  /** Takes a call in; it is sent at once, or as soon as there is a connection. */
  add(taskId: string, attempt: Attempt): string {
    return this.take({ key: crypto.randomUUID(), day: isoDay(now()), taskId, attempt });
  }

  /** Takes in a conversation that was sent with this key already, and of which nobody knows whether it arrived. */
  addTalk(key: string, studentId: string, conversation: Conversation): void {
    const talk = { key, day: isoDay(now()), studentId, conversation };
    this.tried.add(talk);
    this.sure = false;
    this.take(talk);
  }

  private take(waiting: Waiting): string {
    this.waiting.push(waiting);
    this.onChange();
    void this.keep(waiting).catch(() => {});
    void this.send();
    return waiting.key;
  }

  /**
   * Takes out what waits. What may have arrived stays until that is known, and is then taken back at the service.
   *
   * @return whether it waited
   */
  withdraw(key: string): boolean {
    const waiting = this.waiting.find((each) => each.key === key);
    if (!waiting || !this.waits(key)) return false;
    if (this.tried.has(waiting)) {
      waiting.undone = true;
      void this.keep(waiting).catch(() => {});
    } else {
      void this.done(waiting);
    }
    this.onChange();
    return true;
  }

  /** Resolves when what can be sent has been sent. */
  async settled(): Promise<void> {
    while (this.sending) await this.sending;
  }

  private send(): Promise<void> {
    this.sending ??= this.sendAll().finally(() => {
      this.sending = null;
      this.onChange();
    });
    return this.sending;
  }

  /** In their order; what cannot be taken in right now holds up only what is about the same family. */
  private async sendAll(): Promise<void> {
    clearTimeout(this.timer);
    await this.endOfDay();
    const later = new Set<string>();
    let fault: unknown = null;
    for (;;) {
      const next = this.waiting.find((each) => !later.has(aboutOf(each)));
      if (!next) break;
      try {
        if (!(await this.isTheirs())) return;
        fault = await this.inTurn(next);
      } catch (why) {
        fault = why;
      }
      if (!fault) continue;
      later.add(aboutOf(next));
      if (!(fault instanceof Problem) || !isOfItself(fault)) break;
    }
    if (this.waiting.length === 0) return;
    const wait = fault instanceof Problem && fault.retryAfter ? fault.retryAfter * 1000 : AGAIN;
    this.timer = window.setTimeout(() => void this.send(), wait);
  }

  /** Somebody else may have signed in whenever nothing was heard for a while. */
  private async isTheirs(): Promise<boolean> {
    if (person.another) return false;
    this.sure ||= await person.confirm();
    return this.sure;
  }

  /** Another page of the same person may be at it, too. */
  private inTurn = (next: Waiting): Promise<unknown> =>
    navigator.locks.request(`desk.outbox ${next.key}`, () => this.tell(next)) as Promise<unknown>;

  /** Sends it; says why it could not be told now, or nothing where that is done with. */
  private async tell(next: Waiting): Promise<unknown> {
    if (!this.waiting.includes(next)) return null;
    this.now = next;
    try {
      if (!next.undone && (await this.isGone(next))) {
        await this.done(next);
        return null;
      }
      if (navigator.onLine) this.tried.add(next);
      const outcome = await this.outcomeOf(next);
      await this.done(next);
      this.onTold(next, outcome);
      return null;
    } catch (fault) {
      this.sure = false;
      return fault;
    } finally {
      this.now = null;
    }
  }

  /** Fails where it is to be sent again. */
  private async outcomeOf(next: Waiting): Promise<{ logged?: Logged; problem?: Problem }> {
    let body: Logged | LoggedCall;
    try {
      ({ body } = await ask<Logged | LoggedCall>(pathOf(next), {
        method: 'POST',
        body: 'attempt' in next ? next.attempt : next.conversation,
        headers: { 'Idempotency-Key': next.key },
      }));
    } catch (fault) {
      const problem = refusal(fault);
      if (next.undone) return problem.type === 'answer-gone' ? { problem } : {};
      return problem.type === 'answer-gone' ? {} : { problem };
    }
    if (!next.undone) return 'attempts' in body ? { logged: body } : {};
    try {
      const made = 'attempts' in body ? body.attempts[0].attemptId : body.attemptId;
      await post(`/api/outreach/v1/attempts/${encodeURIComponent(made)}/undo`, {}, { 'Idempotency-Key': `${next.key}.undone` });
      return {};
    } catch (fault) {
      return { problem: refusal(fault) };
    }
  }

  /** A page may stay open over night; what belongs to the day before does not. */
  private async endOfDay(): Promise<void> {
    if (this.looked !== isoDay(now())) await this.lookAtAll();
  }

  private async lookAtAll(): Promise<void> {
    const today = isoDay(now());
    const mine = await this.whose;
    const stored = await this.stored();
    this.looked = today;
    const old = stored.filter(({ day }) => day !== today);
    const ended = this.waiting.filter(({ day }) => day !== today);
    for (const each of old) await this.forget(each.key).catch(() => {});
    for (const each of ended) await this.done(each);
    this.ofOthers = stored.filter((each) => each.day === today && !isOf(each, mine)).length;
    const others = old.filter((each) => !isOf(each, mine)).length;
    const gone = new Set([...old.filter((each) => isOf(each, mine)), ...ended].map(({ key }) => key)).size;
    if (gone + others > 0) this.onWiped(gone, others);
    this.onChange();
  }

  private async done(waiting: Waiting): Promise<void> {
    this.waiting = this.waiting.filter((each) => each !== waiting);
    this.onChange();
    await this.forget(waiting.key).catch(() => {});
  }

  // ---- in this browser -------------------------------------------------------------------------------------------

  private db(): Promise<IDBDatabase> {
    this.database ??= new Promise((resolve, reject) => {
      const request = indexedDB.open('desk', 1);
      request.onupgradeneeded = () => {
        request.result.createObjectStore('outbox', { keyPath: 'key' });
        request.result.createObjectStore('keys');
      };
      request.onsuccess = () => {
        request.result.onclose = this.lost;
        resolve(request.result);
      };
      request.onerror = () => reject(request.error);
    });
    return this.database;
  }

  /** A sign-out in another page has wiped it. */
  private readonly lost = (): void => {
    this.database = null;
    this.key = null;
  };

  private async in<T>(store: string, mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
    const db = await this.db();
    return new Promise((resolve, reject) => {
      const request = work(db.transaction(store, mode).objectStore(store));
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  }

  private sealing(): Promise<CryptoKey> {
    this.key ??= (async () => {
      const name = await this.whose;
      const known = await this.in<CryptoKey | undefined>('keys', 'readonly', (store) => store.get(name));
      if (known) return known;
      const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
      await this.in('keys', 'readwrite', (store) => store.put(made, name));
      return made;
    })();
    return this.key;
  }

  private async keep(waiting: Waiting): Promise<void> {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const text = new TextEncoder().encode(JSON.stringify(waiting));
    const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await this.sealing(), text);
    const stored: Stored = { key: waiting.key, day: waiting.day, whose: await this.whose, iv, sealed };
    if (!this.waiting.includes(waiting)) return;
    await this.in('outbox', 'readwrite', (store) => store.put(stored));
    this.kept.add(waiting);
    if (!this.waiting.includes(waiting)) await this.forget(waiting.key);
  }

  private async open(stored: Stored): Promise<Waiting> {
    const key = stored.whose
      ? await this.sealing()
      : await this.in<CryptoKey>('keys', 'readonly', (store) => store.get('outbox') as IDBRequest<CryptoKey>);
    const text = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: stored.iv }, key, stored.sealed);
    return JSON.parse(new TextDecoder().decode(text)) as Waiting;
  }

  /** Another page has sent it or taken it back, or a sign-out has wiped it. */
  private async isGone(waiting: Waiting): Promise<boolean> {
    if (!this.kept.has(waiting)) return false;
    return this.in('outbox', 'readonly', (store) => store.count(waiting.key)).then(
      (found) => found === 0,
      () => false,
    );
  }

  private stored = (): Promise<Stored[]> =>
    this.in<Stored[]>('outbox', 'readonly', (store) => store.getAll()).catch(() => []);

  private forget = (key: string): Promise<undefined> => this.in('outbox', 'readwrite', (store) => store.delete(key));
}

const isOf = ({ whose }: Stored, person: string): boolean => whose === undefined || whose === person;

const aboutOf = (waiting: Waiting): string => ('attempt' in waiting ? waiting.taskId : waiting.studentId);

/** Of whom a call told. */
export const coveredBy = ({ taskId, attempt }: Call): string[] => [taskId, ...(attempt.alsoFor ?? []).map((each) => each.taskId)];

const pathOf = (waiting: Waiting): string =>
  'attempt' in waiting
    ? `/api/outreach/v1/call-tasks/${encodeURIComponent(waiting.taskId)}/attempts`
    : `/api/outreach/v1/students/${encodeURIComponent(waiting.studentId)}/conversations`;

/** A name for somebody that does not say who. */
async function markOf(subject: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`desk ${subject}`));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * It is no fault of what is sent: somebody has to sign in again, something does not answer now, or the same is being worked on.
 * Whatever else is refused will be refused again.
 */
export const isForLater = (fault: unknown): boolean =>
  fault instanceof Unreached ||
  (fault instanceof Problem && (fault.status >= 500 || signedOut(fault.status) || fault.status === 429 || isInFlight(fault)));

/** What will be refused again. */
function refusal(fault: unknown): Problem {
  if (isForLater(fault)) throw fault;
  return fault instanceof Problem ? fault : new Problem(0, '', String(fault));
}

const isInFlight = ({ type }: Problem): boolean => type === 'request-in-flight';

/** It is about this one alone, and the next may be taken in. */
const isOfItself = (fault: Problem): boolean => fault.status === 500 || isInFlight(fault);

export const outbox = new Outbox();
