/** What the audit answers: what was done, or whose data was seen. */

import { html, nothing, type TemplateResult } from 'lit';
import { coded, t } from '../core/i18n';
import { store } from '../core/store';
import { moment } from '../core/time';

export interface Row {
  at: string;
  action: string;
  outcome: string;
  status?: number;
  operation?: string;
  credential: string;
  subject?: string;
  address?: string;
  schools: string[];
  students: string[];
}

export interface Seen {
  studentId: string;
  first: string;
  last: string;
  times: number;
}

/** The audit knows ids alone; whoever calls at the school may look at the student. */
const student = (id: string, may: boolean): TemplateResult =>
  may ? html`<a href="/students/${encodeURIComponent(id)}">${id}</a>` : html`<code>${id}</code>`;

const table = (heads: string[], rows: TemplateResult[]): TemplateResult =>
  html`<div class="scroll" tabindex="0" role="region" aria-label=${t('page.audit')}>
    <table>
      <thead>
        <tr>${heads.map((each) => html`<th scope="col">${each}</th>`)}</tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;

export const done = (rows: Row[]): TemplateResult =>
  table(
    [t('audit.at'), t('audit.who'), t('audit.did'), t('audit.outcome'), t('people.schools'), t('audit.students')],
    rows.map(
      (row) =>
        html`<tr>
          <td>${moment(row.at)}</td>
          <td>${row.subject ?? coded('credential', row.credential)}<br /><small>${row.address}</small></td>
          <td><code>${row.operation ?? coded('action', row.action)}</code></td>
          <td>${coded('outcome', row.outcome)}${row.status ? html` <small>${row.status}</small>` : nothing}</td>
          <td>${row.schools.join(', ')}</td>
          <td>${students(row)}</td>
        </tr>`,
    ),
  );

function students(row: Row): TemplateResult | typeof nothing {
  if (row.students.length === 0) return nothing;
  const may = row.schools.some((each) => store.calls(each));
  return html`<details class="more">
    <summary>${t('students', { n: row.students.length })}</summary>
    <ul class="plain">
      ${row.students.map((id) => html`<li>${student(id, may)}</li>`)}
    </ul>
  </details>`;
}

export const seen = (found: Seen[], school: string): TemplateResult => {
  const may = school ? store.calls(school) : store.mine().length > 0;
  return table(
    [t('col.student'), t('audit.first'), t('audit.last'), t('audit.times')],
    found.map(
      (each) =>
        html`<tr>
          <th scope="row">${student(each.studentId, may)}</th>
          <td>${moment(each.first)}</td>
          <td>${moment(each.last)}</td>
          <td class="figure">${each.times}</td>
        </tr>`,
    ),
  );
};
