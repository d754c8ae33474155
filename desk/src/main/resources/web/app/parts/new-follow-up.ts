/** Something to be done about a student, by somebody, until then; also what a family says is not right. */

import { html, type TemplateResult } from 'lit';
import { Problem, post } from '../core/api';
import { colleagues } from '../core/colleagues';
import { DeskElement } from '../core/element';
import { t } from '../core/i18n';
import { refusal, type Sentence } from '../core/refusals';
import { schoolPage } from '../core/router';
import { store } from '../core/store';
import { at, dayInWords, isoDay, now } from '../core/time';
import { words } from './words';

/** The day of which it is stands beside it. */
const LONGEST = 1900;

class NewFollowUp extends DeskElement {
  static override properties = {
    studentId: {},
    schoolId: {},
    notRight: {},
    open: { state: true },
    sending: { state: true },
    saved: { state: true },
    staff: { state: true },
    wrong: { state: true },
  };
  declare studentId: string;
  declare schoolId: string;
  /** Of which day the family says that something is not right; empty for anything else. */
  declare notRight: string;
  declare open: boolean;
  declare sending: boolean;
  declare saved: boolean;
  declare staff: string[];
  declare wrong: Sentence;

  constructor() {
    super();
    this.notRight = '';
    this.open = false;
    this.sending = false;
    this.saved = false;
    this.staff = [];
    this.wrong = '';
  }

  override render(): TemplateResult {
    if (!this.open) {
      return html`<p class="no-print">
        <button class="button quiet" @click=${this.begin}>${t(this.notRight ? 'student.notRight' : 'followUps.new')}</button>
        <span role="status">${this.saved
          ? html`${t('followUps.opened')} <a href=${schoolPage(this.schoolId, 'follow-ups')}>${t('page.follow_ups')}</a>`
          : ''}</span>
      </p>`;
    }
    return html`<form class="panel decide no-print" @submit=${this.save}>
      ${words('what', t(this.notRight ? 'student.whatIsNotRight' : 'followUps.whatToDo'), LONGEST, { required: true })}
      <label>${t('followUps.owner')}
        <input name="owner" list=${this.listId} required maxlength="200" autocomplete="off" autocapitalize="off" dir="auto" .value=${store.subject} /></label>
      <datalist id=${this.listId}>${this.staff.map((who) => html`<option value=${who}></option>`)}</datalist>
      <div class="row">
        <label>${t('followUps.dueOn')} <input type="date" name="day" required min=${isoDay(now())} .value=${isoDay(now())} /></label>
        <label>${t('talk.at')} <input type="time" name="at" required value="15:00" /></label>
      </div>
      ${this.wrong ? html`<p class="error" role="alert" dir="auto">${this.wrong}</p>` : ''}
      <p class="actions">
        <button class="button" ?disabled=${this.sending}>${t('save')}</button>
        <button type="button" class="button quiet" @click=${() => (this.open = false)}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  /** Two of them may stand on one page. */
  private get listId(): string {
    return this.notRight ? 'colleagues-correct' : 'colleagues';
  }

  private readonly begin = (): void => {
    this.open = true;
    this.saved = false;
    this.wrong = '';
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('textarea')?.focus());
    void colleagues(this.schoolId)
      .then((staff) => (this.staff = staff))
      .catch(() => {});
  };

  private readonly save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    const text = (name: string): string => String(data.get(name)).trim();
    const what = String(data.get('what'));
    this.sending = true;
    this.wrong = '';
    try {
      await post('/api/outreach/v1/follow-ups', {
        studentId: this.studentId,
        schoolId: this.schoolId,
        what: this.notRight ? t('student.toCorrect', { date: dayInWords(this.notRight), what }) : what,
        owner: text('owner'),
        dueAt: at(text('day'), text('at')),
      });
      this.open = false;
      this.saved = true;
    } catch (fault) {
      if (fault instanceof Problem && fault.violations.some(({ field }) => field === 'owner')) {
        this.wrong = t('keyIn.nobodyHere');
      } else this.wrong = refusal(fault);
    } finally {
      this.sending = false;
    }
  };
}

customElements.define('new-follow-up', NewFollowUp);
