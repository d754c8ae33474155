/** Changes as they happen, over server-sent events; a broken stream goes on where it ended. */

import { signInAgain } from './api';

export interface LiveEvent {
  kind: string;
  data: Record<string, unknown>;
}

type State = 'live' | 'connecting' | 'offline';

const FIRST_WAIT = 1000;
const LONGEST_WAIT = 15000;
/** A comment comes every 15 seconds; after this long without anything the line is dead. */
const SILENCE = 40000;

export class Live {
  private last: string | null = null;
  private wait = FIRST_WAIT;
  private stopped = false;
  private abort = new AbortController();

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
    removeEventListener('online', this.hurry);
    removeEventListener('offline', this.lost);
  }

  private readonly hurry = (): void => {
    this.wait = 0;
    this.abort.abort();
  };

  private readonly lost = (): void => {
    this.onState('offline');
    this.abort.abort();
  };

  private async run(): Promise<void> {
    while (!this.stopped) {
      this.abort = new AbortController();
      this.onState(navigator.onLine ? 'connecting' : 'offline');
      const ended = await this.read().catch(() => 'failed');
      if (this.stopped) return;
      if (ended === 'signed-out' && signInAgain()) return;
      this.onState(ended === 'ended' ? 'connecting' : 'offline');
      if (ended !== 'ended') await this.pause();
    }
  }

  private async read(): Promise<'ended' | 'failed' | 'signed-out'> {
    const response = await fetch(this.address, {
      headers: {
        Accept: 'text/event-stream',
        'X-Requested-With': 'JavaScript',
        ...(this.last ? { 'Last-Event-ID': this.last } : {}),
      },
      signal: this.abort.signal,
      cache: 'no-store',
    });
    if (response.status === 401 || response.status === 499) return 'signed-out';
    if (!response.ok || !response.body) return 'failed';
    this.onState('live');
    this.wait = FIRST_WAIT;
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    for (;;) {
      const { value, done } = await this.withinSilence(reader.read());
      if (done) return 'ended';
      text += value.replace(/\r/g, '');
      const parts = text.split('\n\n');
      text = parts.pop() ?? '';
      parts.forEach((part) => this.take(part));
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

  private take(part: string): void {
    let kind = 'message';
    let data = '';
    for (const line of part.split('\n')) {
      const colon = line.indexOf(':');
      if (colon < 1) continue;
      const value = line.slice(colon + 1).replace(/^ /, '');
      if (line.startsWith('event:')) kind = value;
      else if (line.startsWith('data:')) data += value;
      else if (line.startsWith('id:')) this.last = value;
    }
    if (data) this.onEvent({ kind, data: JSON.parse(data) });
  }

  private async pause(): Promise<void> {
    const wait = this.wait * (0.75 + Math.random() / 2);
    this.wait = Math.min(LONGEST_WAIT, Math.max(FIRST_WAIT, this.wait * 2));
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}
