/** On the pages where a district is set up: how far it is, and what comes next. */

import { html, nothing, type TemplateResult } from 'lit';
import { DeskElement } from '../../core/element';
import { t } from '../../core/i18n';
import { store } from '../../core/store';
import { icon } from '../../parts/icons';
import { forget, readFound } from './found';
import { guide, isGuided } from './guide';
import { stepsOf, type Step } from './steps';

/** A change is known everywhere a moment later; a large one, like a roster, some moments. */
const SETTLED = [1500, 6000];
const CHANGES = ['school-changed', 'set-up-changed'];

class SetupNext extends DeskElement {
  static override properties = { steps: { state: true } };
  declare steps: Step[];
  private timers: number[] = [];

  constructor() {
    super();
    this.steps = [];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.isFor()) return;
    CHANGES.forEach((each) => addEventListener(each, this.changed));
    void this.read();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    CHANGES.forEach((each) => removeEventListener(each, this.changed));
    this.timers.forEach(clearTimeout);
  }

  private isFor = (): boolean => store.isAdminOfAll() && isGuided();

  private readonly changed = (): void => {
    this.timers.forEach(clearTimeout);
    this.timers = SETTLED.map((millis) =>
      window.setTimeout(() => {
        forget();
        void this.read();
      }, millis),
    );
  };

  private async read(): Promise<void> {
    try {
      this.steps = stepsOf(await readFound());
      if (this.steps.every((each) => each.done)) guide(false);
    } catch {
      // The set-up's own page says what is wrong.
    }
  }

  override render(): TemplateResult | typeof nothing {
    if (this.steps.length === 0) return nothing;
    const next = this.steps.find((each) => !each.done);
    const progress = t('setup.progress', { n: this.steps.filter((each) => each.done).length, of: this.steps.length });
    return html`<p class="banner ${next ? '' : 'arrived'}" role="status">
      ${icon(next ? 'later' : 'arrived')}
      <span><a href="/setup">${t('page.setup')}</a>: ${progress} ${next ? html`${t('setup.next')} <a href=${next.href}>${t(`setup.${next.name}`)}</a>` : nothing}</span>
    </p>`;
  }
}

customElements.define('setup-next', SetupNext);
