/** Whose family is still to be told, by name. */

import { html, nothing, type TemplateResult } from 'lit';
import { all } from '../core/api';
import { coded, t } from '../core/i18n';
import { fullName, grade, store } from '../core/store';
import type { Student } from '../core/types';

export interface Owed {
  studentId: string;
  kind: string;
  tried: number;
  student?: Student;
}

export const readOwed = (): Promise<Owed[]> =>
  all<Owed>('/api/outreach/v1/notices-owed', { school: store.school, day: store.day, limit: 1000 });

export const owedList = (owed: Owed[]): TemplateResult => html`<h2 id="owed-title">${t('morning.owed')}</h2>
  <ul class="plain" aria-labelledby="owed-title">
    ${owed.map(
      (each) =>
        html`<li>
          <a href="/students/${each.studentId}">${fullName(each.student) || each.studentId}</a>
          ${grade(each.student) ? html`<small>${t('grade.short', { grade: grade(each.student) })}</small>` : nothing} ·
          ${coded('owed', each.kind)}${each.tried > 0 ? html` · ${t('morning.tried', { n: each.tried })}` : nothing}
        </li>`,
    )}
  </ul>`;
