/** Promised to come: whom we expect, and by when. */

import { html, type TemplateResult } from 'lit';
import { DeskElement } from '../core/element';
import { t } from '../core/i18n';
import { store } from '../core/store';
import { now, time } from '../core/time';
import { empty } from '../parts/empty';
import { icon } from '../parts/icons';
import { taskTable } from '../parts/task-table';

class DeskWaiting extends DeskElement {
  override render(): TemplateResult {
    const tasks = store.tasks
      .filter((task) => task.state === 'AWAITING_ARRIVAL')
      .sort((a, b) => (a.expectedBy ?? '').localeCompare(b.expectedBy ?? ''));
    return html`<div class="page">
      <h1>${t('page.waiting')}</h1>
      <p class="lead">${t('waiting.what')}</p>
      ${tasks.length === 0
        ? store.loaded ? empty(t('waiting.none'), t('waiting.noneYet')) : html`<p class="loading">${t('loading')}</p>`
        : taskTable(t('page.waiting'), tasks, [
            {
              title: t('col.expected'),
              cell: (task) =>
                task.expectedBy
                  ? html`<span class="mark ${Date.parse(task.expectedBy) < now() ? 'weak' : ''}"
                      >${icon('later')} ${time(task.expectedBy)}</span
                    >`
                  : '',
            },
          ])}
    </div>`;
  }
}

customElements.define('desk-waiting', DeskWaiting);
