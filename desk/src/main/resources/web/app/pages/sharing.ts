/** Who makes which calls: proposed, changed by hand, shared out; and taken over when somebody goes home. */

import { html, nothing, type TemplateResult } from 'lit';
import { Problem, ask, get, post } from '../core/api';
import { colleagues } from '../core/colleagues';
import { DeskElement } from '../core/element';
import { coded, languageName, t } from '../core/i18n';
import { refusal, type Sentence } from '../core/refusals';
import { schoolPage } from '../core/router';
import { spokenAt } from '../core/spoken';
import { fullName, grade, isLater, isToCall, store } from '../core/store';
import type { Task } from '../core/types';
import { isChanged } from '../parts/changed';
import { empty } from '../parts/empty';
import { icon } from '../parts/icons';

interface Proposal {
  items: { taskId: string; caller: string; why: string }[];
}

class DeskSharing extends DeskElement {
  static override properties = {
    staff: { state: true },
    today: { state: true },
    speaks: { state: true },
    chosen: { state: true },
    why: { state: true },
    leaving: { state: true },
    message: { state: true },
    sending: { state: true },
  };
  declare staff: string[] | null;
  /** Who calls today. */
  declare today: string[];
  declare speaks: Record<string, string[]>;
  /** Whose a call is to be, where that is not what it is. */
  declare chosen: Map<string, string>;
  declare why: Map<string, string>;
  declare leaving: string;
  declare message: Sentence;
  declare sending: boolean;
  private school = '';

  constructor() {
    super();
    this.reset();
  }

  private reset(): void {
    this.staff = null;
    this.today = [];
    this.speaks = {};
    this.chosen = new Map();
    this.why = new Map();
    this.leaving = '';
    this.message = '';
    this.sending = false;
  }

  protected override willUpdate(): void {
    if (store.school && store.loaded && store.school !== this.school && store.leads(store.school)) {
      this.school = store.school;
      this.reset();
      void this.read();
    }
  }

  private async read(): Promise<void> {
    const { school } = this;
    void store.readTasks(true);
    try {
      const [staff, spoken, mornings] = await Promise.all([
        colleagues(school),
        spokenAt(school).catch(() => []),
        get<{ items: { callers: { caller: string; calls: number }[] }[] }>('/api/outreach/v1/morning', { school, day: store.day }),
      ]);
      if (school !== this.school) return;
      this.speaks = Object.fromEntries(spoken.map((each) => [each.subject, each.languages]));
      const atWork = mornings.items[0]?.callers.map((each) => each.caller) ?? [];
      this.staff = [...new Set([...staff, ...atWork])];
      this.today = this.staff.filter((each) => atWork.includes(each) || this.waiting().some((task) => task.assignedTo === each));
    } catch (fault) {
      this.failed(fault);
    }
  }

  /** Calls that are not over. */
  private waiting(): Task[] {
    return store.tasks.filter((task) => isToCall(task) || isLater(task));
  }

  private whose(task: Task): string {
    return this.chosen.get(task.taskId) ?? task.assignedTo ?? '';
  }

  private changes(): Task[] {
    return this.waiting().filter((task) => this.whose(task) !== (task.assignedTo ?? ''));
  }

  override render(): TemplateResult {
    if (store.school && !store.leads(store.school)) {
      return html`<div class="page"><h1>${t('page.sharing')}</h1><p class="notice">${t('trouble.notAllowed')}</p></div>`;
    }
    const waiting = this.waiting();
    return html`<div class="page">
      <h1>${t('page.sharing')}</h1>
      <p class="lead">${t('sharing.what')}</p>
      <p role="status">${this.message ? html`<span class="notice">${this.message}</span>` : nothing}</p>
      ${this.staff === null ? (this.message ? nothing : html`<p class="loading">${t('loading')}</p>`) : html`${this.callers(this.staff)}`}
      ${this.staff === null ? nothing : waiting.length === 0 ? this.nobody() : this.calls(waiting, this.staff)}
      ${this.staff === null ? nothing : this.goingHome(this.staff)}
    </div>`;
  }

  private nobody(): TemplateResult {
    return empty(t('calls.none'), t('sharing.nobody'));
  }

  // ---- who calls today --------------------------------------------------------------------------------------------------

  /** Languages of the families that wait; whoever speaks one is proposed for them. */
  private tongues(): string[] {
    const spoken = this.waiting().map((task) => task.student?.language?.split('-')[0] ?? 'en');
    return [...new Set(spoken)].filter((each) => each !== 'en').sort();
  }

  private callers(staff: string[]): TemplateResult {
    const tongues = this.tongues();
    return html`<form class="panel" aria-labelledby="today-title" @submit=${this.propose}>
      <h2 id="today-title">${t('sharing.today')}</h2>
      <ul class="plain callers">
        ${staff.map(
          (who) => html`<li>
            <label class="check"
              ><input type="checkbox" .checked=${this.today.includes(who)} @change=${(event: Event) => this.calls_(who, event)} />
              <strong>${who}</strong> <small>${t('sharing.has', { n: this.waiting().filter((task) => this.whose(task) === who).length })}</small></label
            >
            ${this.today.includes(who) && tongues.length > 0
              ? html`<fieldset class="chips">
                  <legend>${t('sharing.speaks', { who })}</legend>
                  ${tongues.map((tongue) => {
                    const speaks = this.speaks[who]?.includes(tongue) ?? false;
                    return html`<label class="chip ${speaks ? 'chosen' : ''}"
                      ><input type="checkbox" class="visually-hidden" .checked=${speaks} @change=${() => this.speaks_(who, tongue)} />${languageName(tongue)}</label
                    >`;
                  })}
                </fieldset>`
              : nothing}
          </li>`,
        )}
      </ul>
      <p class="actions"><button class="button" ?disabled=${this.today.length === 0 || this.sending}>${t('sharing.propose')}</button></p>
    </form>`;
  }

  private calls_(who: string, event: Event): void {
    const on = (event.target as HTMLInputElement).checked;
    this.today = on ? [...this.today, who] : this.today.filter((each) => each !== who);
  }

  private speaks_(who: string, tongue: string): void {
    const now = this.speaks[who] ?? [];
    this.speaks = { ...this.speaks, [who]: now.includes(tongue) ? now.filter((each) => each !== tongue) : [...now, tongue] };
  }

  private readonly propose = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    this.sending = true;
    this.message = '';
    try {
      const { body } = await ask<Proposal>('/api/outreach/v1/assignments/proposal', {
        method: 'POST',
        body: {
          schoolId: this.school,
          schoolDay: store.day,
          callers: this.today.map((subject) => ({
            subject,
            ...(this.speaks[subject] ? { languages: ['en', ...this.speaks[subject]] } : {}),
          })),
        },
      });
      this.chosen = new Map(body.items.map((each) => [each.taskId, each.caller]));
      this.why = new Map(body.items.map((each) => [each.taskId, each.why]));
      this.message = t('sharing.proposed', { n: this.changes().length });
    } catch (fault) {
      this.failed(fault);
    } finally {
      this.sending = false;
    }
  };

  // ---- whose is which -----------------------------------------------------------------------------------------------------

  private calls(waiting: Task[], staff: string[]): TemplateResult {
    const changes = this.changes().length;
    return html`<h2>${t('sharing.calls')} <b>${waiting.length}</b></h2>
      <div class="scroll" tabindex="0" role="region" aria-label=${t('sharing.calls')}>
        <table>
          <thead>
            <tr>
              <th scope="col">${t('col.student')}</th>
              <th scope="col">${t('sharing.whose')}</th>
            </tr>
          </thead>
          <tbody>
            ${waiting.map((task) => this.line(task, staff))}
          </tbody>
        </table>
      </div>
      <p class="actions sticky">
        <button class="button" ?disabled=${changes === 0 || this.sending} @click=${this.share}>${t('sharing.share', { n: changes })}</button>
        ${changes > 0 ? html`<button class="button quiet" @click=${this.forget}>${t('cancel')}</button>` : nothing}
      </p>`;
  }

  private line(task: Task, staff: string[]): TemplateResult {
    const name = fullName(task.student) || task.studentId;
    const whose = this.whose(task);
    const changed = whose !== (task.assignedTo ?? '');
    return html`<tr>
      <th scope="row">
        <a href=${schoolPage(task.schoolId, 'calls', task.taskId)}>${name}</a>
        <small
          >${[
            grade(task.student) ? t('grade.short', { grade: grade(task.student) }) : '',
            task.student?.language && task.student.language !== 'en' ? languageName(task.student.language) : '',
            t(`band.${task.band}`),
          ]
            .filter(Boolean)
            .join(' · ')}</small
        >
        ${task.claimedBy ? html`<br /><small class="mark">${icon('phone')} ${t('mark.taken', { who: task.claimedBy })}</small>` : nothing}
      </th>
      <td>
        <select aria-label=${t('sharing.whoseOf', { name })} @change=${(event: Event) => this.give(task, (event.target as HTMLSelectElement).value)}>
          <option value="" ?selected=${whose === ''}>${t('sharing.anybody')}</option>
          ${[...new Set([...staff, whose])]
            .filter(Boolean)
            .map((who) => html`<option value=${who} ?selected=${who === whose}>${who}</option>`)}
        </select>
        ${changed
          ? html`<small class="mark">${icon('new')} ${coded('share', this.why.get(task.taskId)) || t('sharing.changed')}</small>`
          : nothing}
      </td>
    </tr>`;
  }

  private give(task: Task, who: string): void {
    this.chosen = new Map(this.chosen).set(task.taskId, who);
    this.why.delete(task.taskId);
  }

  private readonly forget = (): void => {
    this.chosen = new Map();
    this.why = new Map();
    this.message = '';
  };

  private readonly share = async (): Promise<void> => {
    const changes = this.changes();
    await this.send(async () => {
      await post('/api/outreach/v1/assignments', {
        schoolId: this.school,
        schoolDay: store.day,
        assignments: changes.map((task) => ({ taskId: task.taskId, ...(this.whose(task) ? { caller: this.whose(task) } : {}) })),
      });
      return t('sharing.shared', { n: changes.length });
    });
  };

  // ---- somebody goes home ---------------------------------------------------------------------------------------------------

  private goingHome(staff: string[]): TemplateResult {
    const to = staff.filter((each) => each !== this.leaving);
    return html`<form class="panel" aria-labelledby="home-title" @submit=${this.takeOver}>
      <h2 id="home-title">${t('sharing.goesHome')}</h2>
      <p>${t('sharing.goesHomeMeans')}</p>
      <div class="row">
        <label
          >${t('sharing.from')}
          <select name="from" required @change=${(event: Event) => (this.leaving = (event.target as HTMLSelectElement).value)}>
            <option value="" ?selected=${!this.leaving}></option>
            ${staff.map((who) => html`<option value=${who} ?selected=${who === this.leaving}>${who}</option>`)}
          </select></label
        >
        <label
          >${t('sharing.to')}
          <select name="to">
            <option value="">${t('sharing.anybody')}</option>
            ${to.map((who) => html`<option value=${who}>${who}</option>`)}
          </select></label
        >
        <button class="button" ?disabled=${!this.leaving || this.sending}>${t('sharing.takeOver')}</button>
      </div>
    </form>`;
  }

  private readonly takeOver = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const to = String(new FormData(event.target as HTMLFormElement).get('to'));
    const from = this.leaving;
    const seen = store.tasks.filter((task) => task.assignedTo === from || task.claimedBy === from).map((task) => task.taskId);
    await this.send(async () => {
      const taken = await post<{ calls?: number; followUps?: number }>('/api/outreach/v1/assignments/take-over', {
        schoolId: this.school,
        schoolDay: store.day,
        from,
        ...(to ? { to } : {}),
        seen,
      });
      this.leaving = '';
      return `${t('sharing.takenCalls', { n: taken.calls ?? 0 })} ${t('sharing.takenFollowUps', { n: taken.followUps ?? 0 })}`;
    });
  };

  private async send(work: () => Promise<string>): Promise<void> {
    this.sending = true;
    this.message = '';
    try {
      const done = await work();
      this.forget();
      await store.readTasks();
      this.message = done;
    } catch (fault) {
      this.failed(fault);
      await store.readTasks(true);
    } finally {
      this.sending = false;
    }
  }

  private failed(fault: unknown): void {
    this.message = isChanged(fault)
      ? t('trouble.changedMeanwhile')
      : fault instanceof Problem && fault.status !== 403
        ? refusal(fault)
        : t(fault instanceof Problem ? 'trouble.notAllowed' : 'trouble.notDone');
  }
}

customElements.define('desk-sharing', DeskSharing);
