/** The principal's morning: how far the families of today are reached, what waits for a decision, who came in, and who is still missing. */

import { html, nothing, type TemplateResult } from 'lit';
import { Problem, all, get } from '../core/api';
import { coded, t } from '../core/i18n';
import { Looking } from '../core/looking';
import { schoolPage } from '../core/router';
import { fullName, grade, isArrived, store } from '../core/store';
import { ago, time } from '../core/time';
import type { Hold, Task } from '../core/types';
import { coverageTable, figure, share, type Morning } from '../parts/coverage';
import '../parts/escalations';
import { icon } from '../parts/icons';
import { owedList, readOwed, type Owed } from '../parts/owed';

/** With whom a hold is that the lead has not decided. */
const ABOVE_THE_LEAD = ['PRINCIPAL', 'DISTRICT'];

class DeskPrincipal extends Looking {
  static override properties = {
    morning: { state: true },
    unreached: { state: true },
    owed: { state: true },
    message: { state: true },
  };
  declare morning: Morning | null;
  declare unreached: Task[];
  declare owed: Owed[] | null;
  declare message: string;

  constructor() {
    super();
    this.forget();
  }

  protected forget(): void {
    this.morning = null;
    this.unreached = [];
    this.owed = null;
    this.message = '';
  }

  protected async look(): Promise<void> {
    const { school, day } = store;
    try {
      const [mornings, unreached] = await Promise.all([
        get<{ items: Morning[] }>('/api/outreach/v1/morning', { school, day }),
        all<Task>('/api/outreach/v1/call-tasks', { school, day, unreached: 'true', limit: 1000 }),
      ]);
      if (school !== store.school || day !== store.day) return;
      this.morning = mornings.items[0] ?? null;
      this.unreached = unreached;
      this.message = '';
    } catch (fault) {
      this.message = fault instanceof Problem && fault.status === 403 ? t('trouble.notAllowed') : t('trouble.notDone');
    }
  }

  override render(): TemplateResult {
    const { morning } = this;
    return html`<div class="page">
      <h1>${t('page.principal')}</h1>
      <p class="lead">${t('principal.what')}</p>
      ${this.message ? html`<p class="notice" role="status">${this.message}</p>` : nothing}
      ${morning ? this.figures(morning) : this.message ? nothing : html`<p class="loading">${t('loading')}</p>`}
      <desk-escalations only="PRINCIPAL"></desk-escalations>
      ${this.toDecide()} ${morning ? this.families(morning) : nothing}
    </div>`;
  }

  private figures(morning: Morning): TemplateResult {
    return html`<dl class="figures large">
      ${figure(t('morning.called'), share(morning.called, morning.toCall))} ${figure(t('morning.reached'), share(morning.reached, morning.toCall))}
      ${figure(t('day.neverReached'), this.unreached.length)} ${figure(t('done.arrived'), this.arrived().length)}
      ${figure(
        t('morning.owed'),
        morning.noticesOwed,
        morning.noticesOwed > 0 ? html`<button class="link" @click=${this.showOwed}>${t('morning.showOwed')}</button>` : undefined,
      )}
    </dl>`;
  }

  /** Too many absences at once wait for somebody, and open no call by themselves. */
  private toDecide(): TemplateResult | typeof nothing {
    const holds = store.holds.filter((hold) => !hold.decision && hold.students > 0 && ABOVE_THE_LEAD.includes(hold.with ?? ''));
    if (holds.length === 0) return nothing;
    return html`<section aria-labelledby="decide-title">
      <h2 id="decide-title">${t('principal.decide')}</h2>
      ${holds.map((hold) => this.hold(hold))}
    </section>`;
  }

  private hold(hold: Hold): TemplateResult {
    return html`<section class="panel">
      <h3 class="mark weak">${icon('held')} ${coded('hold', hold.reason)} · ${t('students', { n: hold.students })}</h3>
      <p>
        ${hold.since ? t('held.since', { time: time(hold.since), ago: ago(hold.since) }) : nothing}
        ${t('held.with', { who: coded('with', hold.with) })}
      </p>
      <p class="actions"><a class="button" href=${schoolPage(hold.schoolId, 'held')}>${t('morning.decide')}</a></p>
    </section>`;
  }

  private families(morning: Morning): TemplateResult {
    const inVain = this.unreached.filter((task) => task.called);
    const never = this.unreached.filter((task) => !task.called);
    return html`${this.named('principal.inVain', inVain, since)} ${this.named('morning.uncalled', never, since)}
      ${this.unreached.length === 0 ? html`<p class="quiet">${t('principal.everybody')}</p>` : nothing}
      ${this.named('done.arrived', this.arrived(), came)} ${this.owed ? owedList(this.owed) : nothing} ${coverageTable(morning)}
      <p class="row">
        <a href=${schoolPage(store.school, 'morning')}>${t('principal.callers')}</a>
        <a href="/reports">${t('page.reports')}</a>
      </p>`;
  }

  private arrived(): Task[] {
    return store.tasks.filter(isArrived).sort((a, b) => (a.arrivedAt ?? '').localeCompare(b.arrivedAt ?? ''));
  }

  private named(title: string, tasks: Task[], when: (task: Task) => TemplateResult | string): TemplateResult | typeof nothing {
    if (tasks.length === 0) return nothing;
    return html`<section aria-label=${t(title)}>
      <h2>${t(title)} <b>${tasks.length}</b></h2>
      <ul class="plain">
        ${tasks.map(
          (task) =>
            html`<li>
              <a href="/students/${task.studentId}">${fullName(task.student) || task.studentId}</a>
              ${grade(task.student) ? html`<small>${t('grade.short', { grade: grade(task.student) })}</small>` : nothing} · ${when(task)}
            </li>`,
        )}
      </ul>
    </section>`;
  }

  private readonly showOwed = async (): Promise<void> => {
    try {
      this.owed = await readOwed();
    } catch {
      this.message = t('trouble.notDone');
    }
  };
}

const since = (task: Task): string => t('morning.waitsSince', { time: time(task.openedAt) });

const came = (task: Task): TemplateResult | string =>
  task.arrivedAt ? html`<span class="mark arrived">${icon('arrived')} ${t('done.at', { time: time(task.arrivedAt) })}</span>` : '';

customElements.define('desk-principal', DeskPrincipal);
