/** What was found of a student. That somebody is in the building can be taken back for some seconds: nobody is called after it. */

import { post } from '../../core/api';

export type Seen = 'in-building' | 'not-in';

/** What is told. */
export interface Sighting {
  studentId: string;
  schoolId: string;
  seen: Seen;
  at: string;
  by: string;
}

const TAKE_BACK = 6000;

export class Entry {
  state: 'waiting' | 'sending' | 'saved' | 'failed' = 'waiting';
  fault: unknown = null;
  private timer = 0;

  constructor(
    readonly sighting: Sighting,
    private readonly changed: (entry: Entry) => void,
  ) {
    if (sighting.seen === 'in-building') this.timer = window.setTimeout(() => void this.send(), TAKE_BACK);
    else void this.send();
  }

  /** Sent again, the same is the same: its id is made of who, when and what. */
  async send(): Promise<void> {
    if (this.state === 'sending' || this.state === 'saved') return;
    clearTimeout(this.timer);
    this.state = 'sending';
    this.changed(this);
    try {
      await post('/api/outreach/v1/sightings', this.sighting, {}, true);
      this.state = 'saved';
    } catch (fault) {
      this.fault = fault;
      this.state = 'failed';
    }
    this.changed(this);
  }

  /** False where it is told already. */
  takeBack(): boolean {
    clearTimeout(this.timer);
    return this.state === 'waiting';
  }

  /** Whoever leaves the page does not wait. */
  hurry(): void {
    if (this.state === 'waiting') void this.send();
  }
}
