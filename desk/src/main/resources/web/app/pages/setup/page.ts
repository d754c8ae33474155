/** From an empty district to its first morning: what is there, what is missing, and the page where it is done. */

import { html, nothing, type TemplateResult } from 'lit';
import { DeskElement } from '../../core/element';
import { t } from '../../core/i18n';
import type { Sentence } from '../../core/refusals';
import { dayInWords } from '../../core/time';
import { saidOf } from '../../parts/forms';
import { icon } from '../../parts/icons';
import { forget, readFound, type Found } from './found';
import { guide } from './guide';
import { firstMorning, names, stepsOf, type Step } from './steps';

class DeskSetup extends DeskElement {
  static override properties = { found: { state: true }, message: { state: true } };
  declare found: Found | null;
  declare message: Sentence;

  constructor() {
    super();
    this.found = null;
    this.message = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    forget();
    void this.read();
    document.addEventListener('visibilitychange', this.lookedAt);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.lookedAt);
  }

  /** Whoever comes back to this window may have done something elsewhere. */
  private readonly lookedAt = (): void => {
    if (document.visibilityState === 'visible') void this.read();
  };

  private readonly read = async (): Promise<void> => {
    try {
      const found = await readFound();
      this.found = found;
      this.message = '';
      guide(stepsOf(found).some((each) => !each.done));
    } catch (fault) {
      this.message = saidOf(fault);
    }
  };

  override render(): TemplateResult {
    const { found } = this;
    return html`<div class="page">
      <h1>${t('page.setup')}</h1>
      <p class="lead">${t('setup.what')}</p>
      <div role="status">${this.message ? html`<p class="notice">${this.message}</p>` : nothing}</div>
      ${this.message ? html`<p class="actions"><button class="button quiet" @click=${this.read}>${t('trouble.again')}</button></p>` : nothing}
      ${found ? this.checklist(found) : this.message ? nothing : html`<p class="loading">${t('loading')}</p>`}
      <p class="hint">${t('setup.without')} <a href="/practice">${t('page.practice')}</a></p>
    </div>`;
  }

  private checklist(found: Found): TemplateResult {
    const steps = stepsOf(found);
    const next = steps.find((each) => !each.done);
    return html`<p role="status"><strong>${t('setup.progress', { n: steps.filter((each) => each.done).length, of: steps.length })}</strong></p>
      ${next ? nothing : this.ready(found)}
      <ol class="checklist">
        ${steps.map((each) => this.step(found, each, each === next))}
      </ol>`;
  }

  private step(found: Found, step: Step, isNext: boolean): TemplateResult {
    return html`<li class=${step.done ? 'done' : isNext ? 'next' : ''}>
      <h2 class="mark ${step.done ? 'arrived' : ''}">
        ${icon(step.done ? 'arrived' : 'weak')} ${t(`setup.${step.name}`)} <small>${t(step.done ? 'setup.isDone' : 'setup.isMissing')}</small>
      </h2>
      <p>${t(`setup.${step.name}.what`)}</p>
      ${step.missing.length > 0 ? html`<p class="mark weak">${t('setup.missingAt', { schools: names(found, step.missing) })}</p>` : nothing}
      ${step.note ? html`<p class="hint">${step.note}</p>` : nothing}
      <p class="actions">
        <a class="button ${isNext ? '' : 'quiet'}" href=${step.href}
          >${t(step.done ? 'setup.look' : 'setup.go')}<span class="visually-hidden">: ${t(`setup.${step.name}`)}</span></a
        >
      </p>
    </li>`;
  }

  private ready(found: Found): TemplateResult | typeof nothing {
    const first = firstMorning(found);
    if (!first) return nothing;
    return html`<p class="banner arrived">${icon('arrived')} ${t('setup.ready', { school: first.school, day: dayInWords(first.date), at: first.at })}</p>`;
  }
}

customElements.define('desk-setup', DeskSetup);
