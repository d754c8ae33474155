/** Who saw and did what: of one credential, one address, or of everybody who was refused; and whose data they saw. */

import { html, nothing, type TemplateResult } from 'lit';
import { all, get } from '../core/api';
import { DeskElement } from '../core/element';
import { t } from '../core/i18n';
import { refusal, type Sentence } from '../core/refusals';
import { store } from '../core/store';
import { at } from '../core/time';
import { done, seen, type Row, type Seen } from './audit-tables';

const SERVICES = ['outreach', 'ingest', 'entry', 'reports'];
const DAY = 86_400_000;
const PAGE = 100;
/** One student is looked for in so many that somebody saw. */
const MOST_SEEN = 20_000;

interface Asked {
  path: string;
  query: Record<string, string>;
  student: string;
}

interface Page<T> {
  items: T[];
  nextCursor?: string;
}

class DeskAudit extends DeskElement {
  static override properties = {
    rows: { state: true },
    students: { state: true },
    show: { state: true },
    message: { state: true },
    next: { state: true },
  };
  declare rows: Row[] | null;
  declare students: Seen[] | null;
  /** What is asked for: what was done, or whose data was seen. */
  declare show: 'rows' | 'students';
  declare message: Sentence;
  declare next: string;
  private asked: Asked = { path: '', query: {}, student: '' };

  constructor() {
    super();
    this.show = 'rows';
    this.message = '';
    this.clear();
  }

  private clear(): void {
    this.rows = null;
    this.students = null;
    this.next = '';
  }

  override render(): TemplateResult {
    return html`<div class="page">
      <h1>${t('page.audit')}</h1>
      <p class="lead">${t('audit.what')}</p>
      ${this.form()}
      <div role="status">
        ${this.message ? html`<p class="notice">${this.message}</p>` : nothing}
        ${this.rows ? html`<p>${t('audit.count', { n: this.rows.length })}</p>` : nothing}
        ${this.students ? html`<p>${t('students', { n: this.students.length })}</p>` : nothing}
      </div>
      ${this.rows && this.rows.length > 0 ? done(this.rows) : nothing}
      ${this.students && this.students.length > 0 ? seen(this.students, this.asked.query.school) : nothing}
      ${this.next ? html`<p><button class="button quiet" @click=${this.more}>${t('audit.more')}</button></p>` : nothing}
    </div>`;
  }

  private form(): TemplateResult {
    return html`<form class="panel row" @submit=${this.search}>
      <label>${t('audit.service')}
        <select name="service">${SERVICES.map((each) => html`<option value=${each}>${t(`service.${each}`)}</option>`)}</select></label>
      <label>${t('audit.show')}
        <select name="show" @change=${this.choose}>
          <option value="rows">${t('audit.rows')}</option>
          <option value="students">${t('audit.seen')}</option>
        </select></label>
      <label>${t('audit.subject')} <input name="subject" maxlength="200" autocomplete="off" /></label>
      <label>${t('audit.address')} <input name="address" maxlength="45" autocomplete="off" /></label>
      <label>${t('strip.school')}
        <select name="school">
          <option value="">${t('people.wholeDistrict')}</option>
          ${store.schools.map((each) => html`<option value=${each.schoolId}>${each.name}</option>`)}
        </select></label>
      <label>${t('audit.from')} <input name="from" type="date" /></label>
      <label>${t('audit.to')} <input name="to" type="date" /></label>
      ${this.show === 'rows'
        ? html`<label class="check"><input type="checkbox" name="refused" /> ${t('audit.refused')}</label>`
        : html`<label>${t('audit.student')} <input name="student" maxlength="200" autocomplete="off" aria-describedby="student-hint" /></label>`}
      <button class="button">${t('find.search')}</button>
      ${this.show === 'students' ? html`<p id="student-hint" class="hint">${t('audit.studentHint')}</p>` : nothing}
    </form>`;
  }

  private readonly choose = (event: Event): void => {
    this.show = (event.target as HTMLSelectElement).value === 'students' ? 'students' : 'rows';
    this.message = '';
    this.clear();
  };

  private readonly search = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    const text = (name: string): string => String(data.get(name) ?? '').trim();
    const [from, to] = [text('from'), text('to')];
    const query: Record<string, string> = {
      subject: text('subject'),
      address: text('address'),
      school: text('school'),
      from: from && at(from, '00:00'),
      to: to && at(dayAfter(to), '00:00'),
    };
    if (data.get('refused')) query.outcome = 'REFUSED';
    this.message = wrong(query, this.show, Boolean(from && to && from > to));
    if (this.message) return;
    const path = `/api/${text('service')}/v1/audit${this.show === 'students' ? '/students' : ''}`;
    this.asked = { path, query, student: text('student') };
    this.clear();
    await this.read('');
  };

  private readonly more = (): Promise<void> => this.read(this.next);

  private async read(cursor: string): Promise<void> {
    const { path, query, student } = this.asked;
    try {
      if (this.show === 'rows') {
        const page = await get<Page<Row>>(path, { ...query, limit: PAGE, cursor });
        this.rows = [...(this.rows ?? []), ...page.items];
        this.next = page.nextCursor ?? '';
      } else if (student) {
        const found = await all<Seen>(path, { ...query, limit: 1000 }, MOST_SEEN);
        this.students = found.filter((each) => each.studentId === student);
        if (this.students.length === 0 && found.length >= MOST_SEEN) {
          this.students = null;
          this.message = t('audit.tooMany');
          return;
        }
      } else {
        const page = await get<Page<Seen>>(path, { ...query, limit: PAGE, cursor });
        this.students = [...(this.students ?? []), ...page.items];
        this.next = page.nextCursor ?? '';
      }
      this.message = '';
    } catch (fault) {
      this.message = refusal(fault);
    }
  }
}

const dayAfter = (day: string): string => new Date(Date.parse(`${day}T12:00:00Z`) + DAY).toISOString().slice(0, 10);

/** What has to be said before there is an answer. */
function wrong(query: Record<string, string>, show: string, turned: boolean): string {
  if (turned) return t('audit.turned');
  if (query.subject || query.address || (show === 'rows' && query.outcome)) return '';
  return t(show === 'rows' ? 'audit.one' : 'audit.whose');
}

customElements.define('desk-audit', DeskAudit);
