/** The door check by hand: who was seen in the building, who was looked for and was not in; by whom, and when. */

import { html, nothing, type TemplateResult } from 'lit';
import { DeskElement } from '../../core/element';
import { t } from '../../core/i18n';
import { violation } from '../../core/refusals';
import { schoolPage } from '../../core/router';
import { fullName, grade, store } from '../../core/store';
import { at, now, time } from '../../core/time';
import { errorsOf, saidOf } from '../../parts/forms';
import { icon } from '../../parts/icons';
import { Entry, type Seen } from './entry';
import { addWanted, cameIn, inOrder, type Wanted } from './wanted';

const BOTH: Seen[] = ['in-building', 'not-in'];
const words = (seen: Seen): string => t(seen === 'in-building' ? 'seen.in' : 'seen.notIn');

class DeskDoorCheck extends DeskElement {
  static override properties = { by: { state: true }, earlier: { state: true }, clock: { state: true }, entries: { state: true } };
  /** Who looked; whoever is signed in while nothing is given. */
  declare by: string | null;
  /** Whether it was at another time than now, and when. */
  declare earlier: boolean;
  declare clock: string;
  declare entries: Map<string, Entry>;
  private listed = new Map<string, Wanted>();
  private school = '';

  constructor() {
    super();
    this.by = null;
    this.earlier = false;
    this.clock = '';
    this.entries = new Map();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('pagehide', this.hurry);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('pagehide', this.hurry);
    this.hurry();
  }

  private readonly hurry = (): void => this.entries.forEach((entry) => entry.hurry());

  protected override willUpdate(): void {
    if (store.school !== this.school) {
      this.hurry();
      this.school = store.school;
      this.listed.clear();
      this.entries = new Map();
    }
    addWanted(this.listed);
  }

  private isOpen = (wanted: Wanted): boolean => !this.entries.has(wanted.studentId) && cameIn(wanted.studentId) === undefined;

  override render(): TemplateResult {
    const wanted = inOrder(this.listed.values());
    return html`<div class="page">
      <h1>${t('page.door_check')}</h1>
      <p class="lead">${t('door.what')}</p>
      ${this.whoAndWhen()}
      ${!store.loaded ? html`<p class="loading">${t('loading')}</p>` : wanted.length === 0 ? this.empty() : this.list(wanted)}
      <p class="hint">${t('door.others')} <a href="/find">${t('page.find')}</a></p>
    </div>`;
  }

  private whoAndWhen(): TemplateResult {
    return html`<form class="row panel" @submit=${(event: Event) => event.preventDefault()}>
      <label
        >${t('door.by')}
        <input
          name="by"
          maxlength="200"
          autocomplete="name"
          dir="auto"
          .value=${this.by ?? store.session?.name ?? ''}
          @input=${(event: Event) => (this.by = (event.target as HTMLInputElement).value)}
      /></label>
      <fieldset class="when">
        <legend>${t('door.at')}</legend>
        <label class="check"><input type="radio" name="when" .checked=${!this.earlier} @change=${() => (this.earlier = false)} /> ${t('door.now')}</label>
        <label class="check"><input type="radio" name="when" .checked=${this.earlier} @change=${this.wasEarlier} /> ${t('door.earlier')}</label>
        ${this.earlier
          ? html`<input
              type="time"
              aria-label=${t('door.at')}
              .value=${this.clock}
              @input=${(event: Event) => (this.clock = (event.target as HTMLInputElement).value)}
            />`
          : nothing}
      </fieldset>
    </form>`;
  }

  private readonly wasEarlier = (): void => {
    this.earlier = true;
    this.clock = time(now());
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('input[type=time]')?.focus());
  };

  private empty(): TemplateResult {
    return html`<div class="empty">
      <p class="empty-title">${t('door.none')}</p>
      <p>${t('door.noneYet')}</p>
      ${store.leads(store.school) ? html`<p><a class="button quiet" href=${schoolPage(store.school, 'absences')}>${t('page.absences')}</a></p>` : nothing}
    </div>`;
  }

  private list(wanted: Wanted[]): TemplateResult {
    return html`<h2>${t('door.left', { n: wanted.filter(this.isOpen).length })}</h2>
      <ul class="results door-list">
        ${wanted.map((each) => this.row(each))}
      </ul>`;
  }

  private row(wanted: Wanted): TemplateResult {
    const entry = this.entries.get(wanted.studentId);
    const name = fullName(wanted.student) || wanted.studentId;
    const facts = [grade(wanted.student) ? t('grade.short', { grade: grade(wanted.student) }) : '', wanted.student?.homeroom ?? '', wanted.why];
    const came = cameIn(wanted.studentId);
    return html`<li class=${this.isOpen(wanted) ? '' : 'is-done'}>
      <span class="who"><a href="/students/${encodeURIComponent(wanted.studentId)}">${name}</a> <small>${facts.filter(Boolean).join(' · ')}</small></span>
      ${entry
        ? this.entered(entry, name)
        : came
          ? html`<span class="mark arrived">${icon('arrived')} ${t('door.cameIn', { time: time(came) })}</span>`
          : this.choices(wanted, name)}
    </li>`;
  }

  private choices(wanted: Wanted, name: string): TemplateResult {
    const missing = this.earlier && !this.clock;
    return html`<span class="actions">
      ${BOTH.map(
        (seen) => html`<button
          class="button ${seen === 'not-in' ? 'quiet' : ''}"
          aria-label=${`${name}: ${words(seen)}`}
          ?disabled=${missing}
          @click=${(event: Event) => this.enter(wanted, seen, event.currentTarget as HTMLElement)}
        >
          ${icon(seen === 'in-building' ? 'arrived' : 'door')} ${words(seen)}
        </button>`,
      )}
    </span>`;
  }

  private entered(entry: Entry, name: string): TemplateResult {
    const { seen, by, at: when } = entry.sighting;
    if (entry.state === 'failed') {
      const said = Object.values(errorsOf(entry.fault))[0];
      return html`<p class="error" role="alert" dir="auto">${said ? violation(said) : saidOf(entry.fault)}</p>
        <span class="actions">
          <button class="button quiet" aria-label=${`${name}: ${t('door.again')}`} @click=${() => void entry.send()}>${t('door.again')}</button>
          <button class="link" aria-label=${`${name}: ${t('cancel')}`} @click=${() => this.forget(entry)}>${t('cancel')}</button>
        </span>`;
    }
    const again = entry.state === 'waiting' || (entry.state === 'saved' && seen === 'not-in');
    const way = entry.state === 'waiting' ? t('door.takeBack') : t('door.lookAgain');
    return html`<span class="mark ${seen === 'in-building' ? 'arrived' : ''}"
        >${icon(seen === 'in-building' ? 'arrived' : 'door')} <span>${words(seen)} · <bdi>${by}</bdi>, ${time(when)}</span></span
      >
      ${again ? html`<button class="link" aria-label=${`${name}: ${way}`} @click=${() => this.forget(entry)}>${way}</button>` : nothing}`;
  }

  private enter(wanted: Wanted, seen: Seen, pressed: HTMLElement): void {
    const next = nextOpen(pressed);
    const name = fullName(wanted.student) || wanted.studentId;
    const sighting = {
      studentId: wanted.studentId,
      schoolId: store.school,
      seen,
      at: this.earlier ? at(store.day, this.clock) : new Date(now()).toISOString(),
      by: (this.by ?? '').trim() || store.session?.name || store.subject,
    };
    const entry: Entry = new Entry(sighting, (changed) => {
      if (changed.state === 'saved') store.announce(`${name}: ${t('seen.saved')}`);
      this.requestUpdate();
    });
    this.entries = new Map(this.entries).set(wanted.studentId, entry);
    void this.updateComplete.then(() => next?.focus());
  }

  /** Nothing was found yet, or it was told and somebody has looked again. */
  private forget(entry: Entry): void {
    if (entry.state === 'waiting' && !entry.takeBack()) return;
    const left = new Map(this.entries);
    left.delete(entry.sighting.studentId);
    this.entries = left;
  }
}

/** The same button of the next student who is still to be looked for. */
function nextOpen(pressed: HTMLElement): HTMLElement | undefined {
  const kind = pressed.classList.contains('quiet') ? '.quiet' : ':not(.quiet)';
  const open = [...pressed.closest('ul')?.querySelectorAll<HTMLElement>(`li:not(.is-done) .button${kind}`) ?? []];
  return open[open.indexOf(pressed) + 1];
}

customElements.define('desk-door-check', DeskDoorCheck);
