/** What to say, to a person and to a machine: in the family's language, beside English. */

import { html, nothing, type TemplateResult } from 'lit';
import { DeskElement } from '../../core/element';
import { t } from '../../core/i18n';
import type { Say } from '../../core/types';

class CardSay extends DeskElement {
  static override properties = { say: { attribute: false }, to: { state: true } };
  declare say: Say;
  declare to: 'spoken' | 'voicemail';

  constructor() {
    super();
    this.to = 'spoken';
  }

  override render(): TemplateResult {
    const { say } = this;
    const voicemail = this.to === 'voicemail';
    const theirs = voicemail ? say.voicemail : say.spoken;
    const english = voicemail ? say.voicemailInEnglish : say.spokenInEnglish;
    return html`<section class="say" aria-labelledby="say-title">
      <h2 id="say-title">${t('card.say')}</h2>
      <div class="saying" role="group" aria-labelledby="say-title">
        ${(['spoken', 'voicemail'] as const).map(
          (each) =>
            html`<button class="chip ${this.to === each ? 'chosen' : ''}" aria-pressed=${this.to === each} @click=${() => (this.to = each)}>
              ${t(`say.${each}`)}
            </button>`,
        )}
      </div>
      ${this.step(theirs, english, 0)} ${this.step(theirs, english, 1)}
    </section>`;
  }

  /** At first only who calls, and whom one speaks with; the child is named once that is known. */
  private step(theirs: string | undefined, english: string, place: number): TemplateResult | typeof nothing {
    const { say } = this;
    const own = theirs && say.language ? theirs.split('\n')[place] : '';
    const beside = english.split('\n')[place];
    if (!own && !beside) return nothing;
    return html`${place > 0 ? html`<p class="then">${t('say.then')}</p>` : nothing}
      ${own ? html`<blockquote lang=${say.language ?? ''} dir=${say.rightToLeft ? 'rtl' : 'ltr'}>${own}</blockquote>` : nothing}
      ${beside ? html`<blockquote class=${theirs ? 'beside' : ''} lang="en" dir="ltr">${beside}</blockquote>` : nothing}`;
  }
}

customElements.define('card-say', CardSay);
