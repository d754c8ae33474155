/** The family called us, wrote, or came by; or somebody talked with the student. It counts as if they had been called. */

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { Problem, get, post } from '../core/api';
import { calling } from '../core/calling';
import { talks, type TalkDraft } from '../core/drafts';
import { DeskElement } from '../core/element';
import { coded, t } from '../core/i18n';
import { incomingOf } from '../core/incoming';
import { isForLater, outbox } from '../core/outbox';
import { refusal, violation, withWhy, type Sentence } from '../core/refusals';
import { go, schoolPage } from '../core/router';
import { fullName, grade, store } from '../core/store';
import { at, isoDay, now, time } from '../core/time';
import type { Callee, Conversation, LoggedCall, Said, Student, Task, Timeline } from '../core/types';
import { icon } from '../parts/icons';
import { asWritten, type SaidFields } from '../parts/said-fields';
import '../parts/said-fields';

const HOW = ['INCOMING_CALL', 'TEXT', 'IN_PERSON'];
const WITH = ['GUARDIAN', 'STUDENT', 'OTHER'];

class DeskTalk extends DeskElement {
  static override properties = {
    school: {},
    studentId: {},
    student: { state: true },
    callees: { state: true },
    how: { state: true },
    with: { state: true },
    contact: { state: true },
    message: { state: true },
    wrong: { state: true },
    sending: { state: true },
  };
  declare school: string;
  declare studentId: string;
  declare student: Student | undefined;
  declare callees: Callee[];
  declare how: string;
  declare with: string;
  declare contact: string;
  declare message: Sentence;
  declare wrong: { field: string; message: string }[];
  declare sending: boolean;
  private key = '';
  private began = '';
  private day = '';
  private number = '';
  /** What was written of this conversation before. */
  private from: Said = {};
  private cardOf = '';
  /** It is saved, or waits to be: nothing is left to be kept here. */
  private over = false;
  /** What is written on with, as soon as the form is there. */
  private taken: TalkDraft | null = null;

  constructor() {
    super();
    this.reset();
  }

  private reset(): void {
    this.student = undefined;
    this.callees = [];
    this.how = 'INCOMING_CALL';
    this.with = 'GUARDIAN';
    this.contact = '';
    this.message = '';
    this.wrong = [];
    this.sending = false;
    this.key = crypto.randomUUID();
    this.began = '';
    this.day = '';
    this.number = '';
    this.from = {};
    this.cardOf = '';
    this.over = false;
    this.taken = null;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.keep(this.studentId);
  }

  /** Whoever goes elsewhere finds here again what they have written. */
  private keep(studentId: string): void {
    const form = this.querySelector('form');
    if (!form) {
      if (this.taken) talks.keep(studentId, this.taken);
      this.taken = null;
      return;
    }
    const said = form.querySelector<SaidFields>('said-fields')?.written() ?? {};
    if (this.over || this.sending || Object.keys(said).length === 0) return;
    talks.keep(studentId, { conversation: this.conversation(form, said), wrong: this.wrong });
  }

  private writeOn(): void {
    const draft = talks.take(this.studentId);
    if (!draft) return;
    this.taken = draft;
    const { how, with: who, startedAt, contactId, number, schoolId: _, ...said } = draft.conversation;
    this.how = how;
    this.with = who;
    this.contact = contactId ?? '';
    this.day = isoDay(Date.parse(startedAt));
    this.began = time(startedAt);
    this.number = number ?? '';
    this.from = asWritten(said);
    this.wrong = draft.wrong;
    if (draft.why) this.message = withWhy('talk.refused', draft.why);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('studentId') || changed.has('school')) {
      const before = changed.get('studentId') as string | undefined;
      if (before) this.keep(before);
      this.reset();
      this.writeOn();
      void this.read();
    }
    this.began ||= store.session ? time(now()) : '';
    const { task } = this;
    if (task && this.cardOf !== task.taskId) {
      this.cardOf = task.taskId;
      void this.whoMayCall(task);
    }
  }

  /** The family's contacts, where there is a call today; without them it goes, too. */
  private async whoMayCall(task: Task): Promise<void> {
    const card = await calling.card(task.taskId).catch(() => null);
    if (card && this.cardOf === task.taskId) this.callees = card.callees;
  }

  private get task(): Task | undefined {
    return store.tasks.find((each) => each.studentId === this.studentId);
  }

  private async read(): Promise<void> {
    const path = `/api/outreach/v1/students/${encodeURIComponent(this.studentId)}/timeline`;
    try {
      this.student = (await get<Timeline>(path, { day: isoDay(now()) })).student;
    } catch (fault) {
      this.message = fault instanceof Problem && fault.status === 404 ? t('student.unknown') : t('trouble.notDone');
    }
  }

  override render(): TemplateResult {
    const { sayNothing } = incomingOf(this.studentId);
    return html`<div class="page">
      <h1>${t('page.talk')}</h1>
      ${this.student
        ? html`<p class="card-facts">
            <a href="/students/${this.studentId}"><strong>${fullName(this.student)}</strong></a>
            ${grade(this.student) ? html` · ${t('grade.long', { grade: grade(this.student) })}` : nothing}
          </p>`
        : this.message
          ? nothing
          : html`<p class="loading">${t('loading')}</p>`}
      ${sayNothing ? html`<p class="banner safety">${icon('safety')} ${t('find.sayNothing')}</p>` : nothing}
      ${this.message ? html`<p class="notice" role="alert">${this.message}</p>` : nothing}
      ${this.student ? this.form(this.student) : nothing}
    </div>`;
  }

  private form(student: Student): TemplateResult {
    const today = isoDay(now());
    return html`<form class="log" aria-label=${t('page.talk')} @submit=${this.save}>
      <fieldset class="chips">
        <legend>${t('talk.how')}</legend>
        ${HOW.map((each) => this.radio('how', each, this.how === each, coded('channel', each), () => (this.how = each)))}
      </fieldset>
      <fieldset class="chips">
        <legend>${t('talk.with')}</legend>
        ${this.callees
          .filter((callee) => callee.kind !== 'STUDENT')
          .map((callee) =>
            this.radio(
              'with',
              callee.contactId,
              this.contact === callee.contactId,
              `${callee.name}${callee.relation ? `, ${coded('relation', callee.relation)}` : ''}`,
              () => this.withIs('GUARDIAN', callee.contactId),
            ),
          )}
        ${WITH.map((each) =>
          this.radio('with', each, this.with === each && !this.contact, coded('call', `REACHED_${each}`), () => this.withIs(each, '')),
        )}
      </fieldset>
      <said-fields
        .name=${student.preferredName || student.givenName}
        .day=${today}
        .from=${this.from}
        .mayBeSilent=${true}
        .promises=${true}
      ></said-fields>
      <details class="more">
        <summary>${t('talk.whenAndWhence')}</summary>
        <div class="row">
          <label>${t('student.day')} <input type="date" name="day" required max=${today} .value=${this.day || today} /></label>
          <label>${t('talk.at')} <input type="time" name="at" required .value=${this.began} /></label>
          <label>${t('talk.number')} <input name="number" type="tel" dir="ltr" maxlength="40" autocomplete="off" .value=${this.number || incomingOf(this.studentId).number} /></label>
        </div>
      </details>
      ${this.wrong.map((each) => html`<p class="error" role="alert"><code>${each.field}</code> ${violation(each.message)}</p>`)}
      <p class="actions">
        <button class="button" ?disabled=${this.sending}>${t('log.save')}</button>
        <a class="button quiet" href="/students/${this.studentId}">${t('cancel')}</a>
      </p>
    </form>`;
  }

  private radio(name: string, value: string, chosen: boolean, words: string, choose: () => void): TemplateResult {
    return html`<label class="chip ${chosen ? 'chosen' : ''}"
      ><input type="radio" class="visually-hidden" name=${name} value=${value} .checked=${chosen} @change=${choose} />${words}</label
    >`;
  }

  private withIs(who: string, contact: string): void {
    this.with = who;
    this.contact = contact;
  }

  private readonly save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const said = form.querySelector<SaidFields>('said-fields')?.read(now());
    if (!said) return;
    const { studentId, key } = this;
    const draft: TalkDraft = { conversation: this.conversation(form, said), wrong: [] };
    talks.keep(studentId, draft);
    this.sending = true;
    this.message = '';
    this.wrong = [];
    try {
      await post<LoggedCall>(`/api/outreach/v1/students/${encodeURIComponent(studentId)}/conversations`, draft.conversation, {
        'Idempotency-Key': key,
      });
      talks.drop(studentId, draft);
      this.saved(studentId, t('talk.saved', { name: fullName(this.student) }));
      void store.readTasks();
    } catch (fault) {
      this.refused(fault, studentId, key, draft);
    } finally {
      this.sending = false;
    }
  };

  private conversation(form: HTMLFormElement, said: Said): Conversation {
    const data = new FormData(form);
    const number = String(data.get('number') ?? '').trim();
    const startedAt = at(String(data.get('day')) || isoDay(now()), String(data.get('at')) || time(now()));
    return {
      ...said,
      schoolId: this.school,
      how: this.how,
      with: this.with,
      startedAt: Date.parse(startedAt) > now() ? new Date(now()).toISOString() : startedAt,
      ...(this.contact ? { contactId: this.contact } : {}),
      ...(number ? { number } : {}),
    };
  }

  private saved(studentId: string, words: Sentence, path = `/students/${studentId}`): void {
    store.announce(words);
    if (!this.shows(studentId)) return;
    this.over = true;
    go(path);
  }

  private shows = (studentId: string): boolean => this.isConnected && this.studentId === studentId;

  /** What may have arrived is sent again with the same key, and has no second effect; with other words it is another request. */
  private refused(fault: unknown, studentId: string, key: string, draft: TalkDraft): void {
    if (isForLater(fault)) {
      talks.drop(studentId, draft);
      outbox.addTalk(key, studentId, draft.conversation);
      calling.message = t('talk.waits', { name: fullName(this.student) });
      this.saved(studentId, calling.message, schoolPage(this.school, 'calls'));
      return;
    }
    if (fault instanceof Problem && fault.type === 'idempotency-key-reused') {
      talks.drop(studentId, draft);
      this.saved(studentId, t('talk.savedBefore'));
      return;
    }
    draft.wrong = fault instanceof Problem ? fault.violations : [];
    draft.why = refusal(fault);
    if (!this.shows(studentId)) return;
    talks.drop(studentId, draft);
    this.key = crypto.randomUUID();
    this.wrong = draft.wrong;
    if (this.wrong.length === 0) this.message = draft.why;
  }
}

customElements.define('desk-talk', DeskTalk);
