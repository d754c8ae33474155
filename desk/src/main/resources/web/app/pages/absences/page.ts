/** An absence list without a live feed: pasted or dropped, recognised, corrected before it counts, and sent once. */

import { html, nothing, type TemplateResult } from 'lit';
import { DeskElement } from '../../core/element';
import { t } from '../../core/i18n';
import type { Sentence } from '../../core/refusals';
import { schoolPage } from '../../core/router';
import { today, todaysMorning } from '../../core/school-day';
import { store } from '../../core/store';
import { dayInWords, time } from '../../core/time';
import { dropZone, fileField } from '../../parts/drop';
import { saidOf } from '../../parts/forms';
import { icon } from '../../parts/icons';
import { NoList, textOf } from './file';
import { readContext, type Context, type Told } from './service';
import './nobody';
import './preview';
import './told-lists';

const DAY = 86_400_000;

/** What was pasted and not sent yet, by school: whoever looks something up on another page finds it again. It goes with the page. */
const unsent = new Map<string, string>();

class DeskAbsences extends DeskElement {
  static override properties = {
    context: { state: true },
    text: { state: true },
    looking: { state: true },
    message: { state: true },
    sent: { state: true },
  };
  declare context: Context | null;
  declare text: string;
  /** Whether the list is looked at before it counts. */
  declare looking: boolean;
  declare message: Sentence;
  declare sent: Told | null;
  private school = '';

  constructor() {
    super();
    this.context = null;
    this.text = '';
    this.looking = false;
    this.message = '';
    this.sent = null;
  }

  protected override willUpdate(): void {
    if (!store.school || store.school === this.school) return;
    this.school = store.school;
    this.context = null;
    this.text = unsent.get(this.school) ?? '';
    this.looking = false;
    this.message = '';
    this.sent = null;
    void this.read();
  }

  private readonly read = async (): Promise<void> => {
    const { school } = this;
    this.message = '';
    try {
      const context = await readContext(school);
      if (school === this.school) this.context = context;
    } catch (fault) {
      if (school === this.school) this.message = saidOf(fault);
    }
  };

  /** The day that is looked at; a list is told of today or yesterday. */
  private get day(): string {
    return store.day || today();
  }

  private get isTold(): boolean {
    const yesterday = new Date(Date.parse(`${today()}T12:00:00Z`) - DAY).toISOString().slice(0, 10);
    return this.day === today() || this.day === yesterday;
  }

  override render(): TemplateResult {
    const { context } = this;
    return html`<div class="page">
      <h1>${t('page.absences')}</h1>
      <p class="lead">${t('absences.what')}</p>
      <div role="status">${this.message ? html`<p class="notice">${this.message}</p>` : nothing}</div>
      ${context ? this.list(context) : this.message ? this.again() : html`<p class="loading">${t('loading')}</p>`}
    </div>`;
  }

  private again(): TemplateResult {
    return html`<p class="actions"><button class="button" @click=${this.read}>${t('trouble.again')}</button></p>`;
  }

  private list(context: Context): TemplateResult {
    if (!this.isTold) {
      return html`<p class="notice">${t('absences.notThatDay', { day: dayInWords(this.day) })} <a href="/s/${encodeURIComponent(this.school)}/absences">${t('absences.today')}</a></p>`;
    }
    return html`<p class="consequence">${this.day === today() ? todaysMorning(context.whole) : t('absences.yesterday', { day: dayInWords(this.day) })}</p>
      ${this.sent ? this.done(this.sent) : nothing}
      ${this.looking
        ? html`<absence-preview
            .text=${this.text}
            .context=${context}
            .day=${this.day}
            @list-sent=${(event: CustomEvent<Told>) => this.wasSent(event.detail)}
            @list-dropped=${this.pasteAgain}
          ></absence-preview>`
        : this.paste(context)}
      <told-lists .schoolId=${this.school} .day=${this.day} .newest=${this.sent?.listId ?? ''}></told-lists>`;
  }

  private paste(context: Context): TemplateResult {
    const form = dropZone(
      this.dropped,
      html`<form @submit=${this.look}>
        <label
          >${t('absences.paste')}
          <textarea
            name="list"
            rows="8"
            dir="auto"
            required
            spellcheck="false"
            autocomplete="off"
            aria-describedby="paste-hint"
            .value=${this.text}
            @input=${(event: Event) => this.keep((event.target as HTMLTextAreaElement).value)}
          ></textarea></label
        >
        <p id="paste-hint" class="hint">${t('absences.hint')}</p>
        ${fileField(t('absences.file'), '.csv,.tsv,.txt,text/csv,text/plain', t('absences.fileHint'), this.dropped)}
        <p class="actions"><button class="button">${t('absences.look')}</button></p>
      </form>`,
    );
    return html`${form}
      <nobody-absent
        .schoolId=${this.school}
        .day=${this.day}
        .period=${context.whole.settings.triggerPeriod}
        @list-sent=${(event: CustomEvent<Told>) => this.wasSent(event.detail)}
      ></nobody-absent>`;
  }

  private keep(text: string): void {
    this.text = text;
    unsent.set(this.school, text);
  }

  private readonly look = (event: SubmitEvent): void => {
    event.preventDefault();
    this.message = '';
    this.sent = null;
    this.looking = true;
  };

  private readonly dropped = (file: File): void => {
    textOf(file).then(
      (text) => {
        this.keep(text);
        this.message = '';
        this.sent = null;
        this.looking = true;
      },
      (fault) => {
        this.message = fault instanceof NoList ? t(fault.why, { name: file.name }) : t('trouble.notDone');
      },
    );
  };

  private readonly pasteAgain = (): void => {
    this.looking = false;
    void this.updateComplete.then(() => this.querySelector('textarea')?.focus());
  };

  private wasSent(told: Told): void {
    if (this.looking) {
      unsent.delete(this.school);
      this.text = '';
    }
    this.looking = false;
    this.sent = told;
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('#sent')?.focus());
  }

  private done(told: Told): TemplateResult {
    return html`<section class="panel" aria-labelledby="sent">
      <h2 id="sent" tabindex="-1" class="mark arrived">${icon('arrived')} ${t('absences.sent', { n: told.marks, time: time(told.takenAt) })}</h2>
      <p>${t('absences.next')}</p>
      <p class="actions">
        <a class="button" href=${schoolPage(this.school, 'door-check')}>${t('page.door_check')}</a>
        <a class="button quiet" href=${schoolPage(this.school, 'calls')}>${t('page.calls')}</a>
      </p>
    </section>`;
  }
}

customElements.define('desk-absences', DeskAbsences);
