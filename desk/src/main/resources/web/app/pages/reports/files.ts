/** Files that leave: what each is and leaves out, and a button that saves it. */

import { html, nothing, type TemplateResult } from 'lit';
import { ask, type Query } from '../../core/api';
import { DeskElement } from '../../core/element';
import { coded, t } from '../../core/i18n';
import type { Sentence } from '../../core/refusals';
import { fullName, grade } from '../../core/store';
import { isoDay, now } from '../../core/time';
import type { Found } from '../../core/types';
import { errorsOf, others, saidOf, type Errors } from '../../parts/forms';
import { keep, keepForSpreadsheets, rowsOf } from './csv';
import { LEAVING, type Dates, type Leaving } from './leaving';
import { isDistrict, nameOf, schoolsOf, type Report } from './report';

const USUAL_DAYS = 30;
const DAY = 86_400_000;

/** What came of a file that was asked for. */
interface Said {
  words: Sentence;
  lacks?: string[];
  errors?: Errors;
}

export const files: Report<unknown> = {
  name: 'files',
  readers: 'numbers',
  savesOnly: true,
  path: '',
  fields: () => [],
  query: () => ({}),
  scope: () => [],
  show: () => html`<desk-files></desk-files>`,
};

class DeskFiles extends DeskElement {
  static override properties = { said: { state: true }, found: { state: true }, foundSaid: { state: true }, saving: { state: true } };
  declare said: Record<string, Said>;
  declare found: Found[];
  /** What came of the search for a student. */
  declare foundSaid: Sentence;
  declare saving: string;

  constructor() {
    super();
    this.said = {};
    this.found = [];
    this.foundSaid = '';
    this.saving = '';
  }

  override render(): TemplateResult {
    return html`${LEAVING.filter(({ readers }) => schoolsOf(readers).length > 0).map((each) => this.one(each))}`;
  }

  private one(leaving: Leaving): TemplateResult {
    const id = `file-${leaving.name}`;
    const title = coded('file', leaving.name);
    return html`<section class="panel" aria-labelledby=${id}>
      <h2 id=${id}>${title}</h2>
      <p>${coded('fileis', leaving.name)}</p>
      <p class="hint">${coded('fileleaves', leaving.name)}</p>
      ${leaving.ofStudent ? this.search() : nothing}
      <form class="row choices" data-file=${leaving.name} @submit=${(event: SubmitEvent) => this.save(leaving, event)}>
        ${leaving.ofStudent ? this.students() : this.schools(leaving)} ${leaving.dates.map((each) => day(each))}
        <button
          class="button"
          aria-label=${`${t('files.save')}: ${title}`}
          ?disabled=${this.saving !== '' || (leaving.ofStudent && this.found.length === 0)}
        >
          ${t('files.save')}
        </button>
      </form>
      <div role="status">${this.whatCame(this.said[leaving.name])}</div>
    </section>`;
  }

  private whatCame(said: Said | undefined): TemplateResult | typeof nothing {
    if (!said) return nothing;
    const lacks = said.lacks ?? [];
    return html`<p class="notice">${said.words}</p>
      ${lacks.length > 0
        ? html`<p>${t('files.lacks')}</p>
            <ul>
              ${lacks.map((each) => html`<li>${each}</li>`)}
            </ul>
            <p class="hint">${t('files.configured')}</p>`
        : nothing}
      ${others(said.errors ?? {}, [])}`;
  }

  private schools({ readers, ofAll }: Leaving): TemplateResult {
    return html`<label
      >${t('strip.school')}
      <select name="school">
        ${ofAll ? html`<option value="">${t(isDistrict(readers) ? 'reports.district' : 'reports.allMine')}</option>` : nothing}
        ${schoolsOf(readers).map((each) => html`<option value=${each.schoolId}>${each.name}</option>`)}
      </select></label
    >`;
  }

  // ---- which student ------------------------------------------------------------------------------------------------

  private search(): TemplateResult {
    return html`<form class="row choices" role="search" aria-label=${t('col.student')} @submit=${this.find}>
        <label>${t('files.name')} <input name="name" autocomplete="off" minlength="2" maxlength="40" required /></label>
        <button class="button quiet">${t('find.search')}</button>
      </form>
      <p role="status">${this.foundSaid}</p>`;
  }

  private students(): TemplateResult {
    const words = ({ student, schoolId }: Found): string =>
      [fullName(student), grade(student) ? t('grade.short', { grade: grade(student) }) : '', nameOf(schoolId)].filter(Boolean).join(' · ');
    return html`<label
      >${t('col.student')}
      <select name="student" ?disabled=${this.found.length === 0}>
        ${this.found.map((each) => html`<option value=${each.studentId}>${words(each)}</option>`)}
      </select></label
    >`;
  }

  /** A name stands in no address. */
  private readonly find = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const name = String(new FormData(event.target as HTMLFormElement).get('name')).trim();
    try {
      const { body } = await ask<{ items: Found[] }>('/api/outreach/v1/students/by-name', { method: 'POST', body: { name, limit: 50 } });
      this.found = body.items;
      this.foundSaid = t('find.count', { n: body.items.length });
    } catch (fault) {
      this.found = [];
      this.foundSaid = saidOf(fault);
    }
  };

  // ---- the file -----------------------------------------------------------------------------------------------------

  private async save(leaving: Leaving, event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const chosen = new FormData(event.target as HTMLFormElement);
    const value = (field: string): string => String(chosen.get(field) ?? '');
    const path = leaving.path(value('student'));
    const query: Query = leaving.ofStudent ? {} : { school: value('school') };
    for (const date of leaving.dates) query[date] = value(date);
    this.saving = leaving.name;
    try {
      const rows = await rowsOf(path, query);
      const looked = await leaving.look?.(path, query, rows);
      const name = looked?.name ?? leaving.name;
      (leaving.forPrograms ? keep : keepForSpreadsheets)(name, rows);
      this.tell(leaving, { words: t('files.saved', { name: `${name}.csv` }), lacks: looked?.lacks });
    } catch (fault) {
      this.tell(leaving, { words: saidOf(fault), errors: errorsOf(fault) });
    } finally {
      this.saving = '';
    }
  }

  private tell(leaving: Leaving, said: Said): void {
    this.said = { ...this.said, [leaving.name]: said };
  }
}

const LABELS: Record<Dates, string> = { asOf: 'reports.asOf', day: 'reports.day', from: 'reports.from', to: 'reports.to' };

function day(field: Dates): TemplateResult {
  const today = isoDay(now());
  return html`<label
    >${t(LABELS[field])}
    <input type="date" name=${field} required value=${field === 'from' ? isoDay(now() - USUAL_DAYS * DAY) : today} max=${today}
  /></label>`;
}

customElements.define('desk-files', DeskFiles);
