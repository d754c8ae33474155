/** The district's call bridge, if it has one: it rings whoever calls, and then the family. */

import { get, post } from './api';

const MINE = 'desk.my-telephone';

class Bridge {
  /** Whether there is one; nobody knows before somebody has asked. */
  there = false;
  private asked: Promise<void> | null = null;

  /** Asks once. Without an answer, callers dial. */
  ask(): Promise<void> {
    this.asked ??= get<{ kind: string }>('/api/outreach/v1/call-bridge')
      .then(({ kind }) => {
        this.there = kind !== 'OWN_PHONE';
      })
      .catch(() => {
        this.asked = null;
      });
    return this.asked;
  }

  /** The caller's own telephone: it stays in this tab, and goes with it. */
  get mine(): string {
    return sessionStorage.getItem(MINE) ?? '';
  }

  set mine(number: string) {
    sessionStorage.setItem(MINE, number.trim());
  }

  /** Rings the caller. Each time is a new call: only the very same request never rings twice. */
  connect(taskId: string, number: string): Promise<unknown> {
    return post(`/api/outreach/v1/call-tasks/${encodeURIComponent(taskId)}/bridged-calls`, { ring: this.mine, number });
  }
}

export const bridge = new Bridge();
