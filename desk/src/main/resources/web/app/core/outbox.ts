/**
 * Calls that were made and are not told yet. Each has a key by which it takes effect once, however often it is sent. While they
 * wait they lie in this browser, encrypted with a key that no script can read out; they go with the sign-out and with the day.
 */

import { Problem, Unreached, ask, signedOut } from './api';
import { isoDay, now } from './time';
import type { Attempt, Logged } from './types';

export interface Waiting {
  key: string;
  taskId: string;
  day: string;
  attempt: Attempt;
}

interface Stored {
  key: string;
  day: string;
  iv: Uint8Array<ArrayBuffer>;
  sealed: ArrayBuffer;
}

type Told = (waiting: Waiting, outcome: { logged?: Logged; problem?: Problem }) => void;

const AGAIN = 5000;

class Outbox {
  private waiting: Waiting[] = [];
  private sending: Promise<void> | null = null;
  private timer = 0;
  private database: Promise<IDBDatabase> | null = null;
  private key: Promise<CryptoKey> | null = null;
  onTold: Told = () => {};
  onChange: () => void = () => {};
  /** Told of how many calls of an earlier day are gone, unsent. */
  onWiped: (calls: number) => void = () => {};

  constructor() {
    addEventListener('online', () => void this.send());
  }

  get count(): number {
    return this.waiting.length;
  }

  /** Whether a call about this task is on its way. */
  has = (taskId: string): boolean => this.waiting.some((each) => each.taskId === taskId);

  /** What was left when the browser was closed, if it is of today. */
  async begin(): Promise<void> {
    const today = isoDay(now());
    const stored = await this.stored();
    const old = stored.filter(({ day }) => day !== today);
    for (const each of old) await this.forget(each.key);
    if (old.length > 0) this.onWiped(old.length);
    for (const each of stored.filter(({ day }) => day === today)) {
      const opened = await this.open(each).catch(() => null);
      if (opened && !this.waiting.some(({ key }) => key === opened.key)) this.waiting.push(opened);
    }
    this.onChange();
    void this.send();
  }

  /** Takes a call in; it is sent at once, or as soon as there is a connection. */
  add(taskId: string, attempt: Attempt): string {
    const waiting = { key: crypto.randomUUID(), taskId, day: isoDay(now()), attempt };
    this.waiting.push(waiting);
    this.onChange();
    void this.keep(waiting).catch(() => {});
    void this.send();
    return waiting.key;
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

  private async sendAll(): Promise<void> {
    clearTimeout(this.timer);
    await this.endOfDay();
    while (this.waiting.length > 0) {
      const next = this.waiting[0];
      try {
        const { body } = await ask<Logged>(`/api/outreach/v1/call-tasks/${encodeURIComponent(next.taskId)}/attempts`, {
          method: 'POST',
          body: next.attempt,
          headers: { 'Idempotency-Key': next.key },
        });
        await this.done(next);
        this.onTold(next, { logged: body });
      } catch (fault) {
        if (fault instanceof Unreached || (fault instanceof Problem && isForLater(fault))) {
          const wait = fault instanceof Problem && fault.retryAfter ? fault.retryAfter * 1000 : AGAIN;
          this.timer = window.setTimeout(() => void this.send(), wait);
          return;
        }
        await this.done(next);
        this.onTold(next, { problem: fault instanceof Problem ? fault : new Problem(0, '', String(fault)) });
      }
    }
  }

  /** A page may stay open over night; what belongs to the day before does not. */
  private async endOfDay(): Promise<void> {
    const today = isoDay(now());
    const old = this.waiting.filter(({ day }) => day !== today);
    for (const each of old) await this.done(each);
    if (old.length > 0) this.onWiped(old.length);
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
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    return this.database;
  }

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
      const known = await this.in<CryptoKey | undefined>('keys', 'readonly', (store) => store.get('outbox'));
      if (known) return known;
      const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
      await this.in('keys', 'readwrite', (store) => store.put(made, 'outbox'));
      return made;
    })();
    return this.key;
  }

  private async keep(waiting: Waiting): Promise<void> {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const text = new TextEncoder().encode(JSON.stringify(waiting));
    const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await this.sealing(), text);
    if (!this.waiting.includes(waiting)) return;
    await this.in('outbox', 'readwrite', (store) => store.put({ key: waiting.key, day: waiting.day, iv, sealed }));
    if (!this.waiting.includes(waiting)) await this.forget(waiting.key);
  }

  private async open(stored: Stored): Promise<Waiting> {
    const text = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: stored.iv }, await this.sealing(), stored.sealed);
    return JSON.parse(new TextDecoder().decode(text)) as Waiting;
  }

  private stored = (): Promise<Stored[]> =>
    this.in<Stored[]>('outbox', 'readonly', (store) => store.getAll()).catch(() => []);

  private forget = (key: string): Promise<undefined> => this.in('outbox', 'readwrite', (store) => store.delete(key));
}

/** It is no fault of the call: somebody has to sign in again, or something does not answer now. */
const isForLater = ({ status }: Problem): boolean => status >= 500 || signedOut(status) || [409, 429].includes(status);

export const outbox = new Outbox();
