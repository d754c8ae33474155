/** What is over: who came in, whose mark was corrected, who was reached. */

import { html, type TemplateResult } from 'lit';
import { DeskElement } from '../core/element';
import { coded, t } from '../core/i18n';
import { fullName, store } from '../core/store';
import { time } from '../core/time';
import type { Task } from '../core/types';
import { empty } from '../parts/empty';
import { icon } from '../parts/icons';
import { taskTable } from '../parts/task-table';

const GROUPS: { key: string; states: string[] }[] = [
  { key: 'done.reached', states: ['DONE'] },
  { key: 'done.arrived', states: ['ARRIVED'] },
  { key: 'done.withdrawn', states: ['WITHDRAWN'] },
  { key: 'done.expired', states: ['EXPIRED'] },
];

class DeskDone extends DeskElement {
  override render(): TemplateResult {
    const groups = GROUPS.map((group) => ({
      ...group,
      tasks: store.tasks.filter((task) => group.states.includes(task.state)),
    })).filter((group) => group.tasks.length > 0);
    return html`<div class="page">
      <h1>${t('page.done')}</h1>
      ${groups.length === 0
        ? store.loaded ? empty(t('done.none'), t('done.noneYet')) : html`<p class="loading">${t('loading')}</p>`
        : groups.map(
            (group) => html`<section aria-labelledby=${group.key}>
              <h2 id=${group.key}>${t(group.key)} <b>${group.tasks.length}</b></h2>
              ${taskTable(t(group.key), group.tasks, [
                { title: t('col.how'), cell: (task) => this.how(task) },
                { title: t('card.saidBefore'), cell: (task) => this.said(task) },
              ])}
            </section>`,
          )}
    </div>`;
  }

  private how(task: Task): TemplateResult | string {
    if (task.arrivedAt) {
      return html`<span class="mark arrived">${icon('arrived')} ${t('done.at', { time: time(task.arrivedAt) })}</span>`;
    }
    return task.reason ? coded('withdrawn', task.reason) : '';
  }

  /** The student's day has what was written down, and from there it is corrected. */
  private said(task: Task): TemplateResult {
    const name = fullName(task.student) || task.studentId;
    return html`<a href="/students/${task.studentId}" aria-label=${t('done.dayOf', { name })}>${t('done.day')}</a>`;
  }
}

customElements.define('desk-done', DeskDone);
