/** Why a family is called: in a sentence, and step by step for whoever wants to know. */

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { get } from '../../core/api';
import { DeskElement } from '../../core/element';
import { bandReason, why } from '../../core/evidence';
import { coded, t } from '../../core/i18n';
import { time } from '../../core/time';
import type { Task, Timeline, Why } from '../../core/types';
import { entries } from '../entries';
import { icon } from '../icons';

const TO_CALL = ['OPEN', 'CLAIMED'];

class CardWhy extends DeskElement {
  static override properties = {
    task: { attribute: false },
    why: { state: true },
    day: { state: true },
    asked: { state: true },
    failed: { state: true },
  };
  declare task: Task;
  declare why: Why | null;
  declare day: Timeline | null;
  declare asked: boolean;
  declare failed: boolean;

  constructor() {
    super();
    this.forget();
  }

  private forget(): void {
    this.why = null;
    this.day = null;
    this.asked = false;
    this.failed = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('task') as Task | undefined;
    if (before && before.taskId !== this.task.taskId) this.forget();
  }

  override render(): TemplateResult {
    const { task } = this;
    const said = why(task);
    const band = task.band === 1 ? bandReason(task) : null;
    return html`<section class="evidence" aria-label=${t('card.why')}>
      ${band
        ? html`<p class="mark safety"><strong>${icon('safety')} <span lang=${band.lang}>${band.text}</span></strong></p>`
        : nothing}
      ${this.asks()}
      <p class="because" lang=${said.lang} dir="auto">${said.text}</p>
      <details class="more" .open=${this.asked} @toggle=${this.toggled}>
        <summary>${t('card.whySteps')}</summary>
        ${this.why ? this.steps(this.why) : nothing}
        ${this.failed ? html`<p class="notice" role="status">${t('trouble.notDone')}</p>` : nothing}
        ${this.asked && !this.why && !this.failed ? html`<p class="loading">${t('loading')}</p>` : nothing}
      </details>
    </section>`;
  }

  /** On weak evidence the first line asks, and nobody says “absent”. */
  private asks(): TemplateResult | typeof nothing {
    const { task } = this;
    if (!(task.weakEvidence || task.flagged) || !TO_CALL.includes(task.state)) return nothing;
    const name = task.student?.preferredName || task.student?.givenName;
    return html`${name ? html`<p class="first-line">${t('card.ask', { name })}</p>` : nothing}
      <p class="mark weak">${icon('weak')} ${t('card.weak')}</p>`;
  }

  private steps(why: Why): TemplateResult {
    return html`<ol class="steps">
        ${why.steps.map((step) => html`<li><time>${time(step.at)}</time> ${coded('step', step.what)}${step.by ? html` · ${step.by}` : nothing}</li>`)}
      </ol>
      ${why.whereabouts ? html`<p>${t('card.rule', { rule: why.whereabouts.rule })}</p>` : nothing}
      ${this.day ? entries(this.day.entries) : nothing}`;
  }

  private readonly toggled = (event: Event): void => {
    this.asked = (event.target as HTMLDetailsElement).open;
    if (this.asked && !this.day) void this.read(this.task);
  };

  private async read(task: Task): Promise<void> {
    this.failed = false;
    try {
      const why = await get<Why>(`/api/outreach/v1/call-tasks/${encodeURIComponent(task.taskId)}/why`);
      if (task.taskId !== this.task.taskId) return;
      this.why = why;
      const day = await get<Timeline>(`/api/outreach/v1/students/${encodeURIComponent(task.studentId)}/timeline`, { day: task.schoolDay });
      if (task.taskId === this.task.taskId) this.day = day;
    } catch {
      this.failed = true;
    }
  }
}

customElements.define('card-why', CardWhy);
