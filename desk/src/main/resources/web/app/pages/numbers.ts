/** Students whom nobody can call: what is wrong with their numbers, and what staff have found instead. */

import { html, nothing, type TemplateResult } from 'lit';
import { all, ask } from '../core/api';
import { DeskElement } from '../core/element';
import { coded, t } from '../core/i18n';
import { refusal, type Sentence } from '../core/refusals';
import { fullName, grade, store } from '../core/store';
import type { Student } from '../core/types';
import { isChanged, overtaken } from '../parts/changed';
import '../parts/enter-number';

interface Correction {
  code: string;
  contact?: number;
  relation?: string;
  type?: string;
  whyNot?: string;
}

interface Wanting {
  studentId: string;
  schoolId: string;
  student: Student;
  toCorrectInCodes: Correction[];
  found: Found[];
}

interface Found {
  numberId: string;
  whose: string;
  whyNot?: string;
  version: number;
}

class DeskNumbers extends DeskElement {
  static override properties = { items: { state: true }, message: { state: true }, taken: { state: true } };
  declare items: Wanting[] | null;
  declare message: Sentence;
  /** Whose number somebody else has taken out meanwhile. */
  declare taken: string;
  private school = '';

  constructor() {
    super();
    this.items = null;
    this.message = '';
    this.taken = '';
  }

  protected override willUpdate(): void {
    if (store.school && store.school !== this.school) {
      this.school = store.school;
      this.items = null;
      void this.read();
    }
  }

  private async read(): Promise<void> {
    try {
      this.items = await all<Wanting>('/api/outreach/v1/find-a-number', { school: this.school, limit: 500 });
    } catch {
      this.message = t('trouble.notDone');
    }
  }

  override render(): TemplateResult {
    return html`<div class="page">
      <h1>${t('page.numbers')}</h1>
      <p class="lead">${t('numbers.what')}</p>
      ${this.message ? html`<p class="notice" role="status">${this.message}</p>` : nothing}
      ${this.taken ? overtaken(t('numbers.isOut', { whose: this.taken })) : nothing}
      ${this.items === null && !this.message ? html`<p class="loading">${t('loading')}</p>` : nothing}
      ${this.items?.length === 0 ? html`<div class="empty"><p class="empty-title">${t('numbers.none')}</p></div>` : nothing}
      ${this.items?.map((each) => this.item(each))}
    </div>`;
  }

  private item(each: Wanting): TemplateResult {
    const name = fullName(each.student) || each.studentId;
    return html`<section class="panel">
      <h2>
        <a href="/students/${each.studentId}">${name}</a>
        ${grade(each.student) ? html`<small>${t('grade.short', { grade: grade(each.student) })}</small>` : nothing}
      </h2>
      <ul class="plain">
        ${each.toCorrectInCodes.map((one) => html`<li dir="auto">${correction(one)}</li>`)}
        ${each.found.map(
          (one) => html`<li>
            <span dir="auto">${one.whose}</span>: ${coded('whynot', one.whyNot)}
            <button class="link" aria-label=${t('numbers.takeOutOf', { whose: one.whose })} @click=${() => this.takeOut(each, one)}>${t('numbers.takeOut')}</button>
          </li>`,
        )}
      </ul>
      <enter-number .studentId=${each.studentId} .schoolId=${each.schoolId} .name=${name} @entered=${() => this.read()}></enter-number>
    </section>`;
  }

  /** The only change that a number knows is that it is taken out. */
  private async takeOut(each: Wanting, one: Found): Promise<void> {
    this.message = '';
    this.taken = '';
    try {
      const path = `/api/outreach/v1/students/${encodeURIComponent(each.studentId)}/numbers/${encodeURIComponent(one.numberId)}`;
      await ask(path, { method: 'DELETE', headers: { 'If-Match': `"${one.version}"` } });
    } catch (fault) {
      if (isChanged(fault)) this.taken = one.whose;
      else this.message = refusal(fault);
    }
    await this.read();
  }
}

/** What whoever keeps the roster is to be told. */
function correction(of: Correction): string {
  const place = t('correct.contact', { place: of.contact ?? '' });
  const who =
    of.contact === undefined
      ? coded('call', 'REACHED_STUDENT')
      : of.relation
        ? `${place} (${coded('relation', of.relation)})`
        : place;
  return t(`correct.${of.code.toLowerCase()}`, {
    who,
    type: of.type ? coded('type', of.type) : t('correct.number'),
    why: coded('whynot', of.whyNot),
  });
}

customElements.define('desk-numbers', DeskNumbers);
