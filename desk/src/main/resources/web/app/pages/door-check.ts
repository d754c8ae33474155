/** The door check by hand: who was seen in the building, who was looked for and was not in; by whom, and when. */

import { html, nothing, type TemplateResult } from 'lit';
import { post } from '../core/api';
import { DeskElement } from '../core/element';
import { coded, t } from '../core/i18n';
import { schoolPage } from '../core/router';
import { fullName, grade, isToCall, store } from '../core/store';
import { at, now, time } from '../core/time';
import type { Student } from '../core/types';
import { errorsOf, saidOf } from '../parts/forms';
import { icon } from '../parts/icons';

interface Wanted {
  studentId: string;
  student?: Student;
  why: string;
}

interface Seen {
  seen: 'in-building' | 'not-in';
  by: string;
  at: string;
}

class DeskDoorCheck extends DeskElement {
  static override properties = {
    by: { state: true },
    clock: { state: true },
    done: { state: true },
    errors: { state: true },
    sending: { state: true },
    message: { state: true },
  };
  declare by: string;
  /** When it was; now while nothing is given. */
  declare clock: string;
  declare done: Map<string, Seen>;
  declare errors: Map<string, string>;
  declare sending: string;
  declare message: string;
  /** Whoever was looked for stays where they stood while the list is worked through. */
  private listed = new Map<string, Wanted>();
  private school = '';

  constructor() {
    super();
    this.by = '';
    this.clock = '';
    this.done = new Map();
    this.errors = new Map();
    this.sending = '';
    this.message = '';
  }

  protected override willUpdate(): void {
    if (store.school !== this.school) {
      this.school = store.school;
      this.listed.clear();
      this.done = new Map();
      this.errors = new Map();
    }
    for (const task of store.tasks.filter((each) => isToCall(each))) {
      this.listed.set(task.studentId, { studentId: task.studentId, student: task.student, why: t('page.calls') });
    }
    for (const held of store.heldStudents) {
      if (!this.listed.has(held.studentId)) {
        this.listed.set(held.studentId, { studentId: held.studentId, student: held.student, why: coded('hold', held.reason) });
      }
    }
  }

  override render(): TemplateResult {
    const wanted = [...this.listed.values()].sort((a, b) => order(a).localeCompare(order(b)));
    const left = wanted.filter((each) => !this.done.has(each.studentId)).length;
    return html`<div class="page">
      <h1>${t('page.door_check')}</h1>
      <p class="lead">${t('door.what')}</p>
      <form class="row panel" @submit=${(event: Event) => event.preventDefault()}>
        <label
          >${t('door.by')}
          <input
            name="by"
            maxlength="200"
            autocomplete="name"
            dir="auto"
            .value=${this.by || (store.session?.name ?? '')}
            @input=${(event: Event) => (this.by = (event.target as HTMLInputElement).value)}
        /></label>
        <label
          >${t('door.at')}
          <input type="time" name="at" .value=${this.clock || time(now())} @input=${(event: Event) => (this.clock = (event.target as HTMLInputElement).value)}
        /></label>
        ${this.clock ? html`<button type="button" class="link" @click=${() => (this.clock = '')}>${t('door.now')}</button>` : nothing}
      </form>
      <div role="status">${this.message ? html`<p class="notice">${this.message}</p>` : nothing}</div>
      ${!store.loaded
        ? html`<p class="loading">${t('loading')}</p>`
        : wanted.length === 0
          ? html`<div class="empty">
              <p class="empty-title">${t('door.none')}</p>
              <p>${t('door.noneYet')}</p>
              <p><a class="button quiet" href=${schoolPage(store.school, 'absences')}>${t('page.absences')}</a></p>
            </div>`
          : html`<h2>${t('door.left', { n: left })}</h2>
              <ul class="results door-list">
                ${wanted.map((each) => this.row(each))}
              </ul>`}
      <p class="hint">${t('door.others')} <a href="/find">${t('page.find')}</a></p>
    </div>`;
  }

  private row(wanted: Wanted): TemplateResult {
    const done = this.done.get(wanted.studentId);
    const error = this.errors.get(wanted.studentId);
    const name = fullName(wanted.student) || wanted.studentId;
    const facts = [grade(wanted.student) ? t('grade.short', { grade: grade(wanted.student) }) : '', wanted.student?.homeroom ?? '', wanted.why];
    return html`<li class=${done ? 'is-done' : ''}>
      <span class="who"><a href="/students/${wanted.studentId}">${name}</a> <small>${facts.filter(Boolean).join(' · ')}</small></span>
      ${done
        ? html`<span class="mark ${done.seen === 'in-building' ? 'arrived' : ''}"
            >${icon(done.seen === 'in-building' ? 'arrived' : 'door')}
            <span>${t(done.seen === 'in-building' ? 'seen.in' : 'seen.notIn')} · <bdi>${done.by}</bdi>, ${time(done.at)}</span></span
          >`
        : html`<span class="actions">
            ${(['in-building', 'not-in'] as const).map((seen) => {
              const words = t(seen === 'in-building' ? 'seen.in' : 'seen.notIn');
              return html`<button
                class="button ${seen === 'not-in' ? 'quiet' : ''}"
                aria-label=${`${name}: ${words}`}
                ?disabled=${this.sending === wanted.studentId}
                @click=${() => this.enter(wanted, seen)}
              >
                ${icon(seen === 'in-building' ? 'arrived' : 'door')} ${words}
              </button>`;
            })}
          </span>`}
      ${error ? html`<p class="error" role="alert" dir="auto">${error}</p>` : nothing}
    </li>`;
  }

  /** Sent again, the same is the same: its id is made of who, when and what. */
  private async enter(wanted: Wanted, seen: Seen['seen']): Promise<void> {
    const moment = this.clock ? at(store.day, this.clock) : new Date(now()).toISOString();
    const by = (this.by || store.session?.name || '').trim();
    this.sending = wanted.studentId;
    this.errors = new Map([...this.errors].filter(([studentId]) => studentId !== wanted.studentId));
    try {
      await post('/api/outreach/v1/sightings', {
        studentId: wanted.studentId,
        schoolId: store.school,
        seen,
        at: moment,
        ...(by ? { by } : {}),
      });
      this.done = new Map(this.done).set(wanted.studentId, { seen, by, at: moment });
      store.announce(`${fullName(wanted.student)}: ${t('seen.saved')}`);
    } catch (fault) {
      this.errors = new Map(this.errors).set(wanted.studentId, Object.values(errorsOf(fault))[0] ?? saidOf(fault));
    } finally {
      this.sending = '';
    }
  }
}

const order = (wanted: Wanted): string => `${wanted.student?.familyName ?? ''} ${wanted.student?.givenName ?? ''} ${wanted.studentId}`;

customElements.define('desk-door-check', DeskDoorCheck);
