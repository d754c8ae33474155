/** Changes as they happen, over server-sent events; a broken stream goes on where it ended. */

import { signInAgain, signedOut } from './api';
import { Pauses } from './pauses';
import { Stream } from './stream';

export interface LiveEvent {
  kind: string;
  data: Record<string, unknown>;
}

type State = 'live' | 'connecting' | 'offline';
type End = 'ended' | 'failed' | 'signed-out';

/** A comment comes every 15 seconds; after this long without anything the line is dead. */
const SILENCE = 40000;

export class Live {
  private last: string | null = null;
  private stopped = false;
  /** The line is back: what goes on now is given up for a fresh one, without a pause. */
  private hurried = false;
  private abort = new AbortController();
  private readonly pauses = new Pauses();

  constructor(
    private readonly address: string,
    private readonly onEvent: (event: LiveEvent) => void,
    private readonly onState: (state: State) => void,
  ) {
    addEventListener('online', this.hurry);
    addEventListener('offline', this.lost);
    void this.run();
  }

  stop(): void {
    this.stopped = true;
    this.abort.abort();
    this.pauses.end();
    removeEventListener('online', this.hurry);
    removeEventListener('offline', this.lost);
  }

  private readonly hurry = (): void => {
    this.hurried = true;
    this.abort.abort();
    this.pauses.end();
  };

  private readonly lost = (): void => {
    this.onState('offline');
    this.abort.abort();
  };

  /** However a stream ends, there is a pause before the next: a server that ends each at once is not asked without end. */
  private async run(): Promise<void> {
    while (!this.stopped) {
      this.abort = new AbortController();
      this.hurried = false;
      this.onState(navigator.onLine ? 'connecting' : 'offline');
      const ended = await this.read().catch((): End => 'failed');
      if (this.stopped) return;
      if (ended === 'signed-out' && signInAgain()) return;
      this.onState(ended === 'ended' && navigator.onLine ? 'connecting' : 'offline');
      if (!this.hurried) await this.pauses.pause();
    }
  }

  private async read(): Promise<End> {
    const response = await fetch(this.address, {
      headers: {
        Accept: 'text/event-stream',
        'X-Requested-With': 'JavaScript',
        ...(this.last ? { 'Last-Event-ID': this.last } : {}),
      },
      signal: this.abort.signal,
      cache: 'no-store',
    });
    if (signedOut(response.status)) return 'signed-out';
    this.pauses.atLeast(1000 * Number(response.headers.get('Retry-After') ?? 0));
    if (!response.ok || !response.body) return 'failed';
    this.onState('live');
    const began = performance.now();
    try {
      return await this.events(response.body);
    } finally {
      this.pauses.lasted(performance.now() - began);
    }
  }

  private async events(body: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<End> {
    const stream = new Stream();
    const reader = body.pipeThrough(new TextDecoderStream()).getReader();
    for (;;) {
      const { value, done } = await this.withinSilence(reader.read());
      if (done) return 'ended';
      for (const each of stream.take(value)) {
        if (each.id !== undefined) this.last = each.id;
        if (each.retry !== undefined) this.pauses.startAt(each.retry);
        if (each.data) this.onEvent({ kind: each.event, data: JSON.parse(each.data) });
      }
    }
  }

  private async withinSilence<T>(read: Promise<T>): Promise<T> {
    let timer = 0;
    const silence = new Promise<never>((_, reject) => {
      timer = window.setTimeout(() => {
        this.abort.abort();
        reject(new Error('silent'));
      }, SILENCE);
    });
    return Promise.race([read, silence]).finally(() => clearTimeout(timer));
  }
}
