/** Whether equals are called in a drawn order: what that means, who has approved it and why, and the decision itself. */

import { html, nothing, type TemplateResult } from 'lit';
import { get, post } from '../core/api';
import { DeskElement } from '../core/element';
import { t } from '../core/i18n';
import type { Sentence } from '../core/refusals';
import { store } from '../core/store';
import { isoDay, time } from '../core/time';
import { describedBy, errorsOf, hint, invalid, others, saidOf, toFirstError, under, type Errors } from '../parts/forms';
import { longDay } from './reports/words';

interface Decision {
  approved: boolean;
  /** By what is drawn, so that anybody can draw again. */
  seed: string;
  why: string;
  decidedBy: string;
  decidedAt: string;
}

interface Draw {
  drawn: boolean;
  /** The newest first: that one is in force. */
  items: Decision[];
}

const PATH = '/api/outreach/v1/draw';
const LONGEST_WHY = 500;

class DeskDraw extends DeskElement {
  static override properties = {
    draw: { state: true },
    message: { state: true },
    errors: { state: true },
    sending: { state: true },
  };
  declare draw: Draw | null;
  declare message: Sentence;
  declare errors: Errors;
  declare sending: boolean;

  constructor() {
    super();
    this.draw = null;
    this.message = '';
    this.errors = {};
    this.sending = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (store.isAdminOfAll()) void this.read();
  }

  private readonly read = async (): Promise<void> => {
    this.message = '';
    try {
      this.draw = await get<Draw>(PATH);
    } catch (fault) {
      this.message = saidOf(fault);
    }
  };

  override render(): TemplateResult {
    if (!store.isAdminOfAll()) return html`<div class="empty"><h1>${t('page.draw')}</h1><p>${t('trouble.notAllowed')}</p></div>`;
    return html`<div class="page">
      <h1>${t('page.draw')}</h1>
      <p class="lead">${t('draw.what')}</p>
      <div role="status">${this.message ? html`<p class="notice">${this.message}</p>` : nothing}</div>
      ${this.draw ? this.decision(this.draw) : this.message ? this.again() : html`<p class="loading">${t('loading')}</p>`} ${means()}
      ${this.draw && this.draw.items.length > 0 ? history(this.draw.items) : nothing}
    </div>`;
  }

  private again(): TemplateResult {
    return html`<p class="actions"><button class="button quiet" @click=${this.read}>${t('trouble.again')}</button></p>`;
  }

  private decision({ drawn, items: [newest] }: Draw): TemplateResult {
    const label = t(drawn ? 'draw.whyBack' : 'draw.why');
    const words = t('draw.hint');
    return html`<section class="panel" aria-labelledby="draw-now">
      <h2 id="draw-now">${t(drawn ? 'draw.isDrawn' : 'draw.isNot')}</h2>
      ${newest
        ? html`<p>${decided(newest)} · <bdi>${newest.decidedBy}</bdi>, ${when(newest)}</p>
            <blockquote dir="auto">${newest.why}</blockquote>`
        : html`<p>${t('draw.nobodyYet')}</p>`}
      <form class="decide" @submit=${(event: SubmitEvent) => this.send(event, !drawn)}>
        <label
          >${label}
          <textarea
            name="why"
            rows="3"
            required
            maxlength=${LONGEST_WHY}
            dir="auto"
            aria-invalid=${invalid(this.errors, 'why')}
            aria-describedby=${describedBy(this.errors, 'why', words)}
          ></textarea>
        </label>
        ${hint('why', words)} ${under(this.errors, 'why')} ${others(this.errors, ['why'])}
        <p class="actions"><button class="button" ?disabled=${this.sending}>${t(drawn ? 'draw.takeBack' : 'draw.approve')}</button></p>
      </form>
    </section>`;
  }

  private async send(event: SubmitEvent, approved: boolean): Promise<void> {
    event.preventDefault();
    if (this.sending) return;
    const form = event.target as HTMLFormElement;
    const why = String(new FormData(form).get('why')).trim();
    this.sending = true;
    this.errors = {};
    this.message = '';
    try {
      await this.decide(approved, why, form);
    } catch (fault) {
      this.errors = errorsOf(fault);
      this.message = saidOf(fault);
      toFirstError(this);
    } finally {
      this.sending = false;
    }
  }

  /** Each approval draws anew: what somebody else has decided meanwhile is looked at first. */
  private async decide(approved: boolean, why: string, form: HTMLFormElement): Promise<void> {
    this.draw = await get<Draw>(PATH);
    if (this.draw.drawn === approved) {
      this.message = t('trouble.changedMeanwhile');
      return;
    }
    await post(PATH, { approved, why });
    form.reset();
    this.draw = await get<Draw>(PATH);
    this.message = t(approved ? 'draw.approvedNow' : 'draw.takenBackNow');
  }
}

const decided = ({ approved }: Decision): string => t(approved ? 'draw.approved' : 'draw.takenBack');

const when = ({ decidedAt }: Decision): string => `${longDay(isoDay(Date.parse(decidedAt)))}, ${time(decidedAt)}`;

/** In plain words, before anybody decides. */
const means = (): TemplateResult => html`<section aria-labelledby="draw-means">
  <h2 id="draw-means">${t('draw.means')}</h2>
  <dl class="draw-means">
    <dt>${t('draw.families')}</dt>
    <dd>${t('draw.familiesMeans')}</dd>
    <dt>${t('draw.safety')}</dt>
    <dd>${t('draw.safetyMeans')}</dd>
    <dt>${t('draw.callers')}</dt>
    <dd>${t('draw.callersMeans')}</dd>
    <dt>${t('draw.whyApprove')}</dt>
    <dd>${t('draw.whyApproveMeans')}</dd>
    <dt>${t('draw.fromWhen')}</dt>
    <dd>${t('draw.fromWhenMeans')}</dd>
  </dl>
</section>`;

const history = (items: Decision[]): TemplateResult => html`<h2>${t('draw.history')}</h2>
  <div class="scroll" tabindex="0" role="region" aria-label=${t('draw.history')}>
    <table>
      <thead>
        <tr>
          <th scope="col">${t('audit.at')}</th>
          <th scope="col">${t('audit.who')}</th>
          <th scope="col">${t('audit.did')}</th>
          <th scope="col">${t('people.reason')}</th>
          <th scope="col">${t('draw.seed')}</th>
        </tr>
      </thead>
      <tbody>
        ${items.map(
          (each) => html`<tr>
            <td>${when(each)}</td>
            <td><bdi>${each.decidedBy}</bdi></td>
            <td>${decided(each)}</td>
            <td><span dir="auto">${each.why}</span></td>
            <td>${each.approved ? html`<code>${each.seed}</code>` : nothing}</td>
          </tr>`,
        )}
      </tbody>
    </table>
  </div>
  <p class="hint">${t('draw.seedMeans')}</p>`;

customElements.define('desk-draw', DeskDraw);
