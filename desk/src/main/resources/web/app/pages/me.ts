/** What concerns whoever is signed in: which languages they speak. */

import { html, nothing, type TemplateResult } from 'lit';
import { DeskElement } from '../core/element';
import { t } from '../core/i18n';
import type { Sentence } from '../core/refusals';
import { mine, type Spoken } from '../core/spoken';
import { store } from '../core/store';
import { saidOf } from '../parts/forms';
import '../parts/spoken-languages';

class DeskMe extends DeskElement {
  static override properties = { said: { state: true }, message: { state: true } };
  declare said: Spoken | null;
  declare message: Sentence;

  constructor() {
    super();
    this.said = null;
    this.message = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.read();
  }

  private async read(): Promise<void> {
    try {
      this.said = await mine();
    } catch (fault) {
      this.message = saidOf(fault);
    }
  }

  override render(): TemplateResult {
    return html`<div class="page">
      <h1>${t('page.me')}</h1>
      <p>${store.session?.name} <code dir="ltr">${store.subject}</code></p>
      ${this.message ? html`<p class="notice" role="status">${this.message}</p>` : nothing}
      ${this.said || this.message ? nothing : html`<p class="loading">${t('loading')}</p>`}
      ${this.said
        ? html`<h2>${t('me.languages')}</h2>
            <p>${t('me.what')}</p>
            <spoken-languages .said=${this.said} .own=${true}></spoken-languages>`
        : nothing}
    </div>`;
  }
}

customElements.define('desk-me', DeskMe);
