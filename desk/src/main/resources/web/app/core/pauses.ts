/** How long to wait before asking again: longer each time, never as long as the others do, and as the server wishes. */

const FIRST = 1000;
const LONGEST = 15000;
/** A server may ask for more patience than we have, but not for any amount of it. */
const LONGEST_WISH = 60000;
/** What lasted so long did not fail: the next pause is a short one again. */
const STEADY = 10000;

export class Pauses {
  private first = FIRST;
  private next = FIRST;
  private wished = 0;
  private wake: () => void = () => {};

  /** With what pauses begin from now on: what a stream says in its `retry:`, in milliseconds. */
  startAt(millis: number): void {
    if (!Number.isFinite(millis)) return;
    this.first = Math.min(LONGEST_WISH, Math.max(FIRST, millis));
    this.next = Math.max(this.next, this.first);
  }

  /** The next pause alone is at least so long: what an answer says in its `Retry-After`, in milliseconds. */
  atLeast(millis: number): void {
    this.wished = Number.isFinite(millis) ? Math.min(LONGEST_WISH, millis) : 0;
  }

  lasted(millis: number): void {
    if (millis >= STEADY) this.next = this.first;
  }

  /** Waits; between one and one and a half times as long as it has to be, so that five hundred desks do not come back at once. */
  async pause(): Promise<void> {
    const wait = Math.max(this.next, this.wished) * (1 + Math.random() / 2);
    this.next = Math.max(this.first, Math.min(LONGEST, this.next * 2));
    this.wished = 0;
    await new Promise<void>((resolve) => {
      const timer = window.setTimeout(resolve, wait);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.wake = () => {};
  }

  /** Ends the pause that is running, if there is one; pauses are short again. */
  end(): void {
    this.next = this.first;
    this.wake();
  }
}
