/** How many follow-ups of this person's have come due. */

import { html, nothing, type TemplateResult } from 'lit';
import { Looking } from '../core/looking';
import { store } from '../core/store';

class DueFollowUps extends Looking {
  protected look(): Promise<void> {
    return store.readDueFollowUps();
  }

  /** What is of another school the store has forgotten by itself. */
  protected forget(): void {}

  override render(): TemplateResult | typeof nothing {
    return store.dueFollowUps === null ? nothing : html`<b>${store.dueFollowUps}</b>`;
  }
}

customElements.define('due-follow-ups', DueFollowUps);
