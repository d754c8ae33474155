/** One student's day: what was told, concluded and done, and why. It prints for a family. */

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { Problem, get, post } from '../core/api';
import { DeskElement } from '../core/element';
import { because } from '../core/evidence';
import { coded, languageName, t } from '../core/i18n';
import { refusal, type Sentence } from '../core/refusals';
import { schoolPage } from '../core/router';
import { fullName, grade, store } from '../core/store';
import { dayInWords, isoDay, now, time } from '../core/time';
import type { LoggedCall, Timeline } from '../core/types';
import { flags, inShort } from '../parts/call-history';
import { entries } from '../parts/entries';
import { icon } from '../parts/icons';
import '../parts/new-follow-up';
import { words } from '../parts/words';

const LONGEST_NOTE = 500;

class DeskStudent extends DeskElement {
  static override properties = {
    studentId: {},
    day: { state: true },
    timeline: { state: true },
    calls: { state: true },
    message: { state: true },
    said: { state: true },
  };
  declare studentId: string;
  declare day: string;
  declare timeline: Timeline | null;
  declare calls: LoggedCall[];
  declare message: string;
  declare said: Sentence;

  constructor() {
    super();
    this.day = store.day || isoDay(now());
    this.timeline = null;
    this.calls = [];
    this.message = '';
    this.said = '';
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('studentId') || (changed.has('day') && this.studentId)) void this.read();
  }

  private async read(): Promise<void> {
    this.message = '';
    const path = `/api/outreach/v1/students/${encodeURIComponent(this.studentId)}`;
    try {
      this.timeline = await get<Timeline>(`${path}/timeline`, { day: this.day });
      this.calls = (await get<{ items: LoggedCall[] }>(`${path}/calls`, { limit: 200 })).items.filter((each) => each.schoolDay === this.day);
    } catch (fault) {
      this.timeline = null;
      this.message = fault instanceof Problem && fault.status === 404 ? t('student.unknown') : t('trouble.notDone');
    }
  }

  override render(): TemplateResult {
    const student = this.timeline?.student;
    const task = store.tasks.find((each) => each.studentId === this.studentId);
    const school = task?.schoolId ?? Object.keys(this.timeline?.schools ?? {}).find((each) => store.calls(each));
    return html`<div class="page student">
      <header>
        <h1>${student ? fullName(student) : this.studentId}
          ${student?.pronunciation ? html`<small class="say-it">(${student.pronunciation})</small>` : nothing}</h1>
        <p class="card-facts">
          ${[
            grade(student) ? t('grade.long', { grade: grade(student) }) : '',
            student?.homeroom ? t('homeroom', { homeroom: student.homeroom }) : '',
            student?.language ? t('card.homeLanguage', { language: languageName(student.language) }) : '',
            student?.ofAge ? t('student.ofAge') : '',
            ...Object.values(this.timeline?.schools ?? {}),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </header>
      <form class="row no-print" @submit=${(event: Event) => event.preventDefault()}>
        <label>${t('student.day')}
          <input type="date" .value=${this.day} @change=${(event: Event) => this.choose(event)} /></label>
        <button type="button" class="button quiet" @click=${() => print()}>${t('print')}</button>
        ${school && store.calls(school)
          ? html`<a class="button quiet" href=${schoolPage(school, 'talk', this.studentId)}>${icon('phone')} ${t('talk.they')}</a>`
          : nothing}
        ${task ? html`<a class="button" href=${schoolPage(task.schoolId, 'calls', task.taskId)}>${icon('phone')} ${t('student.toCard')}</a>` : nothing}
      </form>
      ${this.message ? html`<p class="notice" role="status">${this.message}</p>` : nothing}
      <h2>${dayInWords(this.day)}</h2>
      ${this.timeline?.whereabouts.map((where) => {
        const said = because(where, where.explanation);
        return html`<p class="conclusion">
          <strong>${coded('state', where.state)}</strong> · ${this.timeline?.schools[where.schoolId] ?? where.schoolId}<br />
          <span lang=${said.lang}>${said.text}</span>
        </p>`;
      })}
      ${this.timeline && this.timeline.entries.length === 0 ? html`<p>${t('card.nothingYet')}</p>` : nothing}
      ${this.timeline ? entries(this.timeline.entries) : nothing} ${this.whatWasSaid()} ${this.sightings()}
      ${this.timeline && school && store.calls(school) ? this.toDo(school) : nothing}
      <p class="print-only">${t('student.forFamily')}</p>
    </div>`;
  }

  /** What was said on this day; each leads to its history and its correction. */
  private whatWasSaid(): TemplateResult | typeof nothing {
    if (this.calls.length === 0) return nothing;
    return html`<section class="no-print" aria-labelledby="calls-title">
      <h2 id="calls-title">${t('card.saidBefore')}</h2>
      <ol class="said">
        ${this.calls.map(
          (each) => html`<li>
            <p class="said-head">${time(each.startedAt)} · ${coded('channel', each.channel)} · ${each.calledBy}</p>
            <p>
              <strong>${inShort(each)}</strong>
              <a href="/calls/${each.attemptId}" aria-label=${t('call.openOf', { time: time(each.startedAt) })}>${t('call.open')}</a>
            </p>
            ${flags(each)} ${each.note ? html`<p class="said-note" dir="auto">${each.note}</p>` : nothing}
          </li>`,
        )}
      </ol>
    </section>`;
  }

  /** What follows; and what the family, who may have this on paper, says is not right. */
  private toDo(school: string): TemplateResult {
    return html`${this.day === isoDay(now())
        ? html`<new-follow-up .studentId=${this.studentId} .schoolId=${school}></new-follow-up>`
        : nothing}
      <new-follow-up .studentId=${this.studentId} .schoolId=${school} .notRight=${this.day}></new-follow-up>`;
  }

  private choose(event: Event): void {
    const value = (event.target as HTMLInputElement).value;
    if (value) this.day = value;
  }

  /** What somebody saw with their own eyes, or looked up at the door. Only of today. */
  private sightings(): TemplateResult | typeof nothing {
    const school = this.timeline?.whereabouts[0]?.schoolId;
    if (!school || !store.calls(school) || this.day !== isoDay(now())) return nothing;
    return html`<section class="panel no-print" aria-labelledby="seen-title">
      <h2 id="seen-title">${t('seen.title')}</h2>
      <form class="seen" @submit=${(event: SubmitEvent) => this.saw(event, school)}>
        ${words('note', t('seen.note'), LONGEST_NOTE)}
        <p class="actions">
          <button class="button" name="seen" value="in-building">${icon('arrived')} ${t('seen.in')}</button>
          <button class="button quiet" name="seen" value="not-in">${icon('door')} ${t('seen.notIn')}</button>
        </p>
      </form>
      <p role="status">${this.said}</p>
    </section>`;
  }

  private async saw(event: SubmitEvent, school: string): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const seen = (event.submitter as HTMLButtonElement).value;
    const note = String(new FormData(form).get('note'));
    try {
      await post('/api/outreach/v1/sightings', {
        studentId: this.studentId,
        schoolId: school,
        seen,
        ...(note.trim() ? { note } : {}),
      });
      form.reset();
      this.said = t('seen.saved');
      setTimeout(() => void this.read(), 600);
    } catch (fault) {
      this.said = refusal(fault);
    }
  }
}

customElements.define('desk-student', DeskStudent);
