/**
 * Whose page this is. A browser has one session for all its pages: whoever signs in beside this page is who the services hear from
 * then, and what was written here is not theirs to see or to send.
 */

import { ended, get, sessions } from './api';

class Person extends EventTarget {
  subject = '';
  /** Somebody else is signed in now, in another page of this browser. */
  another = false;
  private readonly pages = new BroadcastChannel('desk.person');

  constructor() {
    super();
    this.pages.onmessage = ({ data }) => {
      if (this.subject) this.now(String(data));
    };
    sessions.addEventListener('change', () => {
      if (!ended && this.subject) void this.confirm().catch(() => {});
    });
  }

  /** They have signed in: the other pages of this browser hear of it. */
  is(subject: string): void {
    this.subject = subject;
    this.now(subject);
    this.pages.postMessage(subject);
  }

  /** Asks the services whether it is still they who are signed in. */
  async confirm(): Promise<boolean> {
    this.now((await get<{ subject: string }>('/api/outreach/v1/grants/mine')).subject);
    return !this.another;
  }

  private now(subject: string): void {
    const another = subject !== this.subject;
    if (another === this.another) return;
    this.another = another;
    this.dispatchEvent(new Event('change'));
  }
}

export const person = new Person();
