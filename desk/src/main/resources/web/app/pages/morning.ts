/** The lead's morning: how far the callers are, what cannot wait, and whose family has not been told. */

import { html, nothing, type TemplateResult } from 'lit';
import { Problem, all, get } from '../core/api';
import { bandReason } from '../core/evidence';
import { t } from '../core/i18n';
import { Looking } from '../core/looking';
import { schoolPage } from '../core/router';
import { fullName, store } from '../core/store';
import { ago, time } from '../core/time';
import type { Task } from '../core/types';
import '../parts/building-checks';
import { coverageTable, figure, type Morning } from '../parts/coverage';
import '../parts/end-of-day';
import '../parts/escalations';
import '../parts/group-notes';
import { icon } from '../parts/icons';
import { owedList, readOwed, type Owed } from '../parts/owed';
import '../parts/sis-feeds';
import { taskTable } from '../parts/task-table';

class DeskMorning extends Looking {
  static override properties = {
    morning: { state: true },
    owed: { state: true },
    uncalled: { state: true },
    message: { state: true },
  };
  declare morning: Morning | null;
  declare owed: Owed[] | null;
  declare uncalled: Task[] | null;
  declare message: string;

  constructor() {
    super();
    this.forget();
  }

  protected forget(): void {
    this.morning = null;
    this.owed = null;
    this.uncalled = null;
    this.message = '';
  }

  protected async look(): Promise<void> {
    const { school, day } = store;
    try {
      const mornings = await get<{ items: Morning[] }>('/api/outreach/v1/morning', { school, day });
      if (school !== store.school || day !== store.day) return;
      this.morning = mornings.items[0] ?? null;
      this.message = '';
    } catch (fault) {
      this.message = fault instanceof Problem && fault.status === 403 ? t('trouble.notAllowed') : t('trouble.notDone');
    }
  }

  override render(): TemplateResult {
    const morning = this.morning;
    return html`<div class="page">
      <h1>${t('page.morning')}</h1>
      ${store.school && store.leads(store.school)
        ? html`<p class="row">
            <a href=${schoolPage(store.school, 'sharing')}>${t('page.sharing')}</a>
            <a href=${schoolPage(store.school, 'sheet')}>${t('page.sheet')}</a>
            <a href=${schoolPage(store.school, 'key-in')}>${t('page.key_in')}</a>
            <a href=${schoolPage(store.school, 'note')}>${t('page.note')}</a>
            <a href=${schoolPage(store.school, 'numbers')}>${t('page.numbers')}</a>
          </p>`
        : nothing}
      ${this.message ? html`<p class="notice" role="status">${this.message}</p>` : nothing}
      ${morning?.alert
        ? html`<p class="banner weak" role="alert">${icon('later')} ${t('morning.nobodyHasBegun', { time: time(morning.alert.cutOff) })}</p>`
        : nothing}
      ${store.school ? html`<desk-sis-silence></desk-sis-silence>` : nothing}
      <desk-escalations></desk-escalations>
      <building-checks></building-checks>
      ${morning ? this.figures(morning) : this.message ? nothing : html`<p class="loading">${t('loading')}</p>`}
    </div>`;
  }

  private figures(morning: Morning): TemplateResult {
    return html`<dl class="figures">
        ${figure(
          t('morning.uncalled'),
          morning.uncalled,
          html`${morning.oldestUncalledSince ? t('morning.oldest', { ago: ago(morning.oldestUncalledSince) }) : nothing}
            ${morning.uncalled > 0 ? html`<button class="link" @click=${this.showUncalled}>${t('morning.who')}</button>` : nothing}`,
        )}
        ${figure(t('morning.called'), morning.called)} ${figure(t('morning.reached'), morning.reached)}
        ${figure(t('morning.callAgain'), morning.callAgain)} ${figure(t('morning.openFollowUps'), morning.openFollowUps)}
        ${figure(
          t('page.held'),
          store.heldStudents.length,
          store.heldStudents.length > 0 ? html`<a href=${schoolPage(store.school, 'held')}>${t('morning.decide')}</a>` : undefined,
        )}
        ${figure(t('morning.owed'), morning.noticesOwed, html`<button class="link" @click=${this.showOwed}>${t('morning.showOwed')}</button>`)}
      </dl>
      <group-notes></group-notes>
      ${coverageTable(morning)}
      <h2>${t('morning.callers')}</h2>
      ${morning.callers.length === 0
        ? html`<p class="quiet">${t('morning.noCallers')}</p>`
        : html`<div class="scroll" tabindex="0" role="region" aria-label=${t('morning.callers')}>
            <table>
              <thead>
                <tr>
                  <th scope="col">${t('people.person')}</th>
                  <th scope="col" class="figure">${t('morning.calls')}</th>
                  <th scope="col" class="figure">${t('morning.reached')}</th>
                  <th scope="col">${t('morning.lastCall')}</th>
                  <th scope="col" class="figure">${t('morning.sharedOut')}</th>
                  <th scope="col">${t('morning.holds')}</th>
                </tr>
              </thead>
              <tbody>
                ${morning.callers.map(
                  (each) =>
                    html`<tr>
                      <th scope="row">${each.caller}</th>
                      <td class="figure">${each.calls}</td>
                      <td class="figure">${each.reached}</td>
                      <td>${each.lastCallAt ? `${time(each.lastCallAt)}, ${ago(each.lastCallAt)}` : ''}</td>
                      <td class="figure">${each.sharedOut}</td>
                      <td>
                        ${each.holds
                          ? html`<a href=${schoolPage(store.school, 'calls', each.holds)}>${this.nameOf(each.holds)}</a>`
                          : nothing}
                      </td>
                    </tr>`,
                )}
              </tbody>
            </table>
          </div>`}
      ${this.uncalled ? this.uncalledList(this.uncalled) : nothing} ${this.owed ? owedList(this.owed) : nothing}
      <end-of-day></end-of-day>`;
  }

  private readonly showUncalled = async (): Promise<void> => {
    try {
      this.uncalled = await all<Task>('/api/outreach/v1/call-tasks', {
        school: store.school,
        day: store.day,
        uncalled: 'true',
        limit: 1000,
      });
    } catch {
      this.message = t('trouble.notDone');
    }
  };

  private uncalledList(tasks: Task[]): TemplateResult {
    return html`<h2>${t('morning.whoUncalled')}</h2>
      ${taskTable(t('morning.whoUncalled'), tasks, [
        { title: t('col.why'), cell: (task) => bandReason(task).text },
        { title: t('sharing.whose'), cell: (task) => task.claimedBy ?? task.assignedTo ?? '' },
        { title: t('morning.since'), cell: (task) => t('morning.waitsSince', { time: time(task.openedAt) }) },
      ])}`;
  }

  private nameOf(taskId: string): string {
    return fullName(store.tasks.find((task) => task.taskId === taskId)?.student) || t('morning.aCall');
  }

  private readonly showOwed = async (): Promise<void> => {
    try {
      this.owed = await readOwed();
    } catch {
      this.message = t('trouble.notDone');
    }
  };
}

customElements.define('desk-morning', DeskMorning);
