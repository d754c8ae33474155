/** Tasks one below the other, for pages that look back or ahead. */

import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../core/i18n';
import { schoolPage } from '../core/router';
import { fullName, grade } from '../core/store';
import type { Task } from '../core/types';

export interface Column {
  title: string;
  cell: (task: Task) => TemplateResult | string | typeof nothing;
}

export function taskTable(caption: string, tasks: Task[], columns: Column[]): TemplateResult {
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${caption}>
    <table>
      <thead>
        <tr>
          <th scope="col">${t('col.student')}</th>
          <th scope="col">${t('col.grade')}</th>
          ${columns.map((column) => html`<th scope="col">${column.title}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${tasks.map(
          (task) =>
            html`<tr>
              <th scope="row">
                <a href=${schoolPage(task.schoolId, 'calls', task.taskId)}>${fullName(task.student) || task.studentId}</a>
              </th>
              <td>${grade(task.student)}</td>
              ${columns.map((column) => html`<td>${column.cell(task)}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
