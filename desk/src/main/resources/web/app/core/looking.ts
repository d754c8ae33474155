/** Reads again when the school or the day is another, when something has happened at the school, and now and then. */

import { DeskElement } from './element';
import { store } from './store';

/** What time alone changes (nobody has looked in time) no event tells. */
const LOOK_AGAIN = 60_000;
/** What happens in a burst is read once. */
const GATHER = 2500;

export abstract class Looking extends DeskElement {
  private shownOf = '';
  private seen: unknown[] = [];
  private often = 0;
  private soon = 0;

  /** Reads what is shown. */
  protected abstract look(): Promise<void>;

  /** What was shown is of another school or day. */
  protected abstract forget(): void;

  override connectedCallback(): void {
    super.connectedCallback();
    this.often = window.setInterval(() => void this.look(), LOOK_AGAIN);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.often);
    clearTimeout(this.soon);
    this.soon = 0;
  }

  /** The event stream has the store read anew what an event is about: so it is seen here that there was one. */
  protected override willUpdate(): void {
    if (!store.school || !store.loaded) return;
    const wanted = `${store.school} ${store.day}`;
    const seen = [store.tasks, store.heldStudents];
    const happened = seen.some((each, at) => each !== this.seen[at]);
    this.seen = seen;
    if (wanted !== this.shownOf) {
      this.shownOf = wanted;
      this.forget();
      void this.look();
    } else if (happened) {
      this.soon ||= window.setTimeout(() => {
        this.soon = 0;
        void this.look();
      }, GATHER);
    }
  }
}
