/** One note for many: a late bus with sixty students. It stands on the card of each. */

import { html, nothing, type TemplateResult } from 'lit';
import { ask, get, post } from '../core/api';
import { DeskElement } from '../core/element';
import { coded, t } from '../core/i18n';
import { refusal, type Sentence } from '../core/refusals';
import { fullName, grade, isLater, isToCall, store } from '../core/store';
import { time } from '../core/time';
import type { Task } from '../core/types';
import type { Note } from '../parts/group-notes';
import { isChanged } from '../parts/changed';
import { words } from '../parts/words';

const LONGEST = 500;
const REASONS = ['TRANSPORT', 'WEATHER', 'SCHOOL', 'ILLNESS', 'RELIGIOUS', 'OTHER'];

class DeskNote extends DeskElement {
  static override properties = {
    notes: { state: true },
    ticked: { state: true },
    filter: { state: true },
    wrong: { state: true },
    message: { state: true },
    sending: { state: true },
  };
  declare notes: Note[];
  declare ticked: Set<string>;
  declare filter: string;
  declare wrong: Sentence;
  declare message: Sentence;
  declare sending: boolean;
  private school = '';

  constructor() {
    super();
    this.notes = [];
    this.ticked = new Set();
    this.filter = '';
    this.wrong = '';
    this.message = '';
    this.sending = false;
  }

  protected override willUpdate(): void {
    if (store.school && store.school !== this.school) {
      this.school = store.school;
      this.ticked = new Set();
      void this.read();
    }
  }

  private async read(): Promise<void> {
    try {
      const day = { school: this.school, day: store.day };
      this.notes = (await get<{ items: Note[] }>('/api/outreach/v1/group-notes', day)).items;
    } catch {
      this.message = t('trouble.notDone');
    }
  }

  /** Whose families are not reached yet, as far as the words say which. */
  private shown(): Task[] {
    const wanted = this.filter.toLowerCase().split(/\s+/).filter(Boolean);
    return store.tasks
      .filter((task) => isToCall(task) || isLater(task))
      .filter((task) => {
        const student = task.student;
        const facts = [fullName(student), student?.homeroom, grade(student)].join(' ').toLowerCase();
        return wanted.every((word) => facts.includes(word));
      });
  }

  override render(): TemplateResult {
    const shown = this.shown();
    return html`<div class="page">
      <h1>${t('page.note')}</h1>
      <p class="lead">${t('note.what')}</p>
      ${this.message ? html`<p class="notice" role="status">${this.message}</p>` : nothing}
      <form class="decide" @submit=${this.write}>
        <label
          >${t('note.reason')}
          <select name="reason">${REASONS.map((each) => html`<option value=${each}>${coded('group', each)}</option>`)}</select></label
        >
        ${words('text', t('note.text'), LONGEST, { required: true })}
        <fieldset>
          <legend>${t('note.whom')}</legend>
          <div class="row">
            <label>${t('note.filter')} <input type="search" autocomplete="off" dir="auto" @input=${this.narrow} /></label>
            <button type="button" class="button quiet" ?disabled=${shown.length === 0} @click=${() => this.tick(shown)}>${t('note.all', { n: shown.length })}</button>
          </div>
          <ul class="plain ticks">
            ${shown.map((task) => this.family(task))}
          </ul>
        </fieldset>
        ${this.wrong ? html`<p class="error" role="alert" dir="auto">${this.wrong}</p>` : nothing}
        <p class="actions"><button class="button" ?disabled=${this.sending}>${t('note.write', { n: this.ticked.size })}</button></p>
      </form>
      ${this.notes.length > 0 ? this.today() : nothing}
    </div>`;
  }

  private family(task: Task): TemplateResult {
    const facts = [task.student?.homeroom, grade(task.student) ? t('grade.short', { grade: grade(task.student) }) : ''];
    return html`<li>
      <label class="check"
        ><input type="checkbox" .checked=${this.ticked.has(task.taskId)} @change=${() => this.toggle(task.taskId)} />
        ${fullName(task.student) || task.studentId} <small>${facts.filter(Boolean).join(' · ')}</small></label
      >
    </li>`;
  }

  private today(): TemplateResult {
    return html`<h2>${t('note.today')}</h2>
      <ul class="plain">
        ${this.notes.map(
          (each) => html`<li>
            <strong>${coded('group', each.reason)}:</strong> <span dir="auto">${each.text}</span>
            <small>${each.writtenBy}, ${time(each.writtenAt)} · ${t('students', { n: each.studentIds.length })}</small>
            <button class="link" aria-label=${`${t('note.takeBack')}: ${each.text}`} @click=${() => this.takeBack(each)}>${t('note.takeBack')}</button>
          </li>`,
        )}
      </ul>`;
  }

  private readonly narrow = (event: Event): void => {
    this.filter = (event.target as HTMLInputElement).value;
  };

  private tick(tasks: Task[]): void {
    this.ticked = new Set([...this.ticked, ...tasks.map((task) => task.taskId)]);
  }

  private toggle(taskId: string): void {
    const ticked = new Set(this.ticked);
    if (!ticked.delete(taskId)) ticked.add(taskId);
    this.ticked = ticked;
  }

  private readonly write = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const data = new FormData(form);
    this.wrong = this.ticked.size === 0 ? t('note.nobody') : '';
    if (this.wrong) return;
    this.sending = true;
    try {
      await post('/api/outreach/v1/group-notes', {
        schoolId: this.school,
        schoolDay: store.day,
        reason: data.get('reason'),
        text: String(data.get('text')),
        taskIds: [...this.ticked],
      });
      this.message = t('note.written', { n: this.ticked.size });
      this.ticked = new Set();
      form.reset();
      this.filter = '';
      await this.read();
    } catch (fault) {
      this.wrong = refusal(fault);
    } finally {
      this.sending = false;
    }
  };

  private async takeBack(note: Note): Promise<void> {
    try {
      await ask(`/api/outreach/v1/group-notes/${encodeURIComponent(note.noteId)}`, {
        method: 'DELETE',
        headers: { 'If-Match': `"${note.version}"` },
      });
      this.message = '';
    } catch (fault) {
      this.message = isChanged(fault) ? t('trouble.changedMeanwhile') : refusal(fault);
    }
    await this.read();
  }
}

customElements.define('desk-note', DeskNote);
