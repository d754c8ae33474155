/** The frame around every page: the strip that never leaves, where to go, and what has just happened. */

import { html, nothing, type TemplateResult } from 'lit';
import { AGAIN, Problem, Unreached, ended, passes, sessions } from './core/api';
import { calling } from './core/calling';
import { writing } from './core/drafts';
import { DeskElement } from './core/element';
import { LANGUAGES, coded, lang, remember, t } from './core/i18n';
import { asleep, shortcutsOn, switchShortcuts } from './core/keys';
import { outbox } from './core/outbox';
import { person } from './core/person';
import { refusal } from './core/refusals';
import { LEAD_PAGES, go, parse, schoolPage, watch, type Route } from './core/router';
import { isArrived, isLater, isReached, isToCall, store } from './core/store';
import { dayInWords, isoDay, now } from './core/time';
import { keepThePage } from './parts/drop';
import { icon } from './parts/icons';
import './parts/urgent';
import './pages/calls';

/** What is not needed for the first call comes when it is asked for, and all of it once the desk is open. */
const LATER: Record<string, () => Promise<unknown>> = {
  audit: () => import('./pages/audit'),
  call: () => import('./pages/call'),
  done: () => import('./pages/done'),
  draw: () => import('./pages/draw'),
  feeds: () => import('./pages/feeds'),
  find: () => import('./pages/find'),
  'follow-ups': () => import('./pages/follow-ups'),
  hallway: () => import('./pages/hallway'),
  held: () => import('./pages/held'),
  'key-in': () => import('./pages/key-in'),
  me: () => import('./pages/me'),
  morning: () => import('./pages/morning'),
  note: () => import('./pages/note'),
  numbers: () => import('./pages/numbers'),
  people: () => import('./pages/people'),
  principal: () => import('./pages/principal'),
  quarantine: () => import('./pages/quarantine'),
  scripts: () => import('./pages/scripts'),
  sharing: () => import('./pages/sharing'),
  sheet: () => import('./pages/sheet'),
  start: () => import('./pages/overview'),
  student: () => import('./pages/student'),
  talk: () => import('./pages/talk'),
  waiting: () => import('./pages/waiting'),
  absences: () => import('./pages/absences/page'),
  'door-check': () => import('./pages/door-check/page'),
  imports: () => import('./pages/imports/page'),
  practice: () => import('./pages/practice/page'),
  reports: () => import('./pages/reports/page'),
  school: () => import('./pages/school/page'),
  schools: () => import('./pages/schools'),
  setup: () => import('./pages/setup/page'),
};
/** Pages of a caller's morning: they are there without a connection, too. */
const WITHOUT_A_CONNECTION = ['find', 'follow-ups', 'hallway', 'held', 'waiting', 'done', 'student', 'talk', 'call'];
const SETTLED = 4000;

/** It comes once the desk is open: the first card waits for no count. */
const DUE = html` <due-follow-ups></due-follow-ups>`;

const OPEN_TO_ALL = ['signed-out', 'sign-in-failed'];

class DeskApp extends DeskElement {
  static override properties = { route: { state: true }, lost: { state: true } };
  declare route: Route;
  /** A page that could not be had. */
  declare lost: string;

  constructor() {
    super();
    this.lost = '';
    this.route = parse(location.pathname);
    watch(() => this.moved());
    addEventListener('keydown', this.pressed);
    addEventListener('beforeunload', (event) => writing() && event.preventDefault());
    sessions.addEventListener('change', () => this.requestUpdate());
    person.addEventListener('change', () => this.handOver());
    keepThePage();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (!OPEN_TO_ALL.includes(this.route.page)) void this.begin();
  }

  /** Who is it, and what may they see? Where nobody answers now, that is asked again in a moment. */
  private async begin(): Promise<void> {
    try {
      await store.signIn();
    } catch (fault) {
      store.failure = fault;
      store.tell();
      if (passes(fault)) setTimeout(() => void this.begin(), AGAIN);
      return;
    }
    store.failure = null;
    this.moved();
    void outbox.begin(store.subject);
    setTimeout(() => {
      void import('./parts/due-follow-ups').catch(() => {});
      WITHOUT_A_CONNECTION.forEach((page) => void LATER[page]().catch(() => {}));
    }, SETTLED);
  }

  /** Somebody else has signed in beside this page: it is theirs now, unless there are words in it that are not. */
  private handOver(): void {
    if (person.another && !writing()) location.reload();
    else this.requestUpdate();
  }

  private moved(): void {
    const before = this.route;
    this.route = parse(location.pathname);
    if (this.route.page === 'start' && store.session) {
      const first = store.mine()[0];
      if (first) go(schoolPage(first.schoolId, this.firstPage(first.schoolId)), true);
      else void this.fetch('start').then(() => this.requestUpdate());
      return;
    }
    if (store.session) void this.fetch(this.route.page);
    const school = this.route.school ?? (store.school || store.mine()[0]?.schoolId);
    if (school && store.session && this.route.page !== 'practice') void store.open(school);
    const moved = before.page !== this.route.page || (this.route.page === 'reports' && before.id !== this.route.id);
    if (moved) {
      setTimeout(() => {
        const main = this.querySelector<HTMLElement>('main');
        scrollTo(0, 0);
        if (main && !main.contains(document.activeElement)) main.focus({ preventScroll: true });
      });
    }
    document.title = this.title_();
  }

  /** Whoever answers for a school, and neither calls nor leads there, begins with how it stands. */
  private firstPage(school: string): string {
    const calls = store.hasRoleAt('caller', school) || store.hasRoleAt('attendance-lead', school);
    return store.hasRoleAt('principal', school) && !calls ? 'principal' : 'calls';
  }

  /** Draws a page once it has come; what cannot be had is said. */
  private async fetch(page: string): Promise<void> {
    try {
      await LATER[page]?.();
      this.lost = '';
    } catch {
      this.lost = page;
    }
  }

  private title_(): string {
    const { page: name, id } = this.route;
    const page = name === 'reports' && id ? coded('report', id) : coded('page', name);
    return this.route.page === 'start' ? 'Second Period' : `${page} · Second Period`;
  }

  private readonly pressed = (event: KeyboardEvent): void => {
    if (person.another) return;
    const practises = this.route.page === 'practice';
    if (event.key.toLowerCase() === 'u' && shortcutsOn() && !asleep(event) && calling.undoable && !practises) {
      event.preventDefault();
      void calling.takeBack();
    }
    const help = this.querySelector<HTMLDialogElement>('dialog.help');
    if (event.key === '?' && shortcutsOn() && help && !/^(INPUT|TEXTAREA|SELECT)$/.test((event.target as Element).tagName)) {
      event.preventDefault();
      if (!help.open) help.showModal();
    }
  };

  override render(): TemplateResult {
    if (OPEN_TO_ALL.includes(this.route.page)) return this.outside();
    if (!store.session) return this.opening();
    if (person.another) return this.anothers();
    return html`
      <a class="skip" href="#main">${t('skip')}</a>
      ${this.strip()} ${this.nav()} ${this.urgent()}
      <main id="main" tabindex="-1">${this.signedOut()}${this.trouble()}${this.page()}</main>
      ${this.undo()}
      <div class="announcer" role="status" aria-live="polite">${store.said}</div>
      ${this.help()}
    `;
  }

  private opening(): TemplateResult {
    return html`<main id="main" class="alone">
      <h1>Second Period</h1>
      ${store.failure ? this.trouble() : html`<p class="loading">${t('opening')}</p>`}
    </main>`;
  }

  private outside(): TemplateResult {
    const failed = this.route.page === 'sign-in-failed';
    return html`<main id="main" class="alone">
      <h1>${t(failed ? 'signInFailed.title' : 'signedOut.title')}</h1>
      <p>${t(failed ? 'signInFailed.text' : 'signedOut.text')}</p>
      <p><a class="button" href="/" data-leave>${t('signIn')}</a></p>
    </main>`;
  }

  /** What was written here is shown to nobody but who wrote it; it is there again when they have signed in again. */
  private anothers(): TemplateResult {
    return html`<main id="main" class="alone">
      <h1>${t('anothers.title')}</h1>
      <p>${t('anothers.text')}</p>
      <p><a class="button" href="/" target="_blank" data-leave>${t('anothers.beside')}</a></p>
    </main>`;
  }

  /** Whoever writes is not led away to sign in. */
  private signedOut(): TemplateResult | typeof nothing {
    if (!ended) return nothing;
    return html`<p class="notice" role="alert">
      ${t('signedOut.whileWriting')} <a href="/" target="_blank" data-leave>${t('signedOut.beside')}</a>
    </p>`;
  }

  private trouble(): TemplateResult | typeof nothing {
    const fault = store.failure ?? store.withoutSettings;
    if (!fault) return nothing;
    const words =
      fault instanceof Unreached
        ? t('trouble.unreached')
        : fault instanceof Problem && fault.status === 403
          ? t('trouble.notAllowed')
          : passes(fault)
            ? t('trouble.unavailable')
            : t('trouble.other');
    return html`<p class="notice" role="alert">${words}
      ${fault instanceof Problem && fault.detail && !passes(fault) ? html`<small>${refusal(fault)}</small>` : nothing}</p>`;
  }

  // ---- the strip ------------------------------------------------------------------------------------------------

  private strip(): TemplateResult {
    const school = this.shownSchool();
    return html`<header class="strip">
      <a class="brand" href="/">Second Period</a>
      ${school ? this.schoolAndNumbers(school) : nothing}
      <span class="push"></span>
      ${school && store.calls(school) ? this.connection() : nothing} ${this.menu()} ${this.ofOthers()}
    </header>`;
  }

  /** Beside made-up families no school's numbers are shown. */
  private shownSchool(): string {
    return this.route.page === 'practice' ? '' : (this.route.school ?? store.school);
  }

  private schoolAndNumbers(school: string): TemplateResult {
    const schools = store.mine();
    const name = store.schools.find((each) => each.schoolId === school)?.name ?? school;
    const count = (test: (task: (typeof store.tasks)[0]) => boolean): number => store.tasks.filter(test).length;
    const period = store.settings?.triggerPeriod ?? '1';
    const today = !store.day || store.day === isoDay(now());
    return html`
      ${schools.length > 1
        ? html`<label class="school"
            ><span class="visually-hidden">${t('strip.school')}</span
            ><select @change=${(event: Event) => this.toSchool((event.target as HTMLSelectElement).value)}>
              ${schools.map(
                (each) =>
                  html`<option value=${each.schoolId} ?selected=${each.schoolId === school}>${each.name}</option>`,
              )}
            </select></label
          >`
        : html`<strong class="school">${name}</strong>`}
      <span class="period">${today ? t('strip.afterPeriod', { period }) : dayInWords(store.day)}</span>
      ${store.loaded && store.calls(school)
        ? html`<ul class="numbers" aria-label=${t('strip.numbers')}>
            <li class="to-call">${this.figure('strip.toCall', count(isToCall) + store.waiting.size)}</li>
            <li>${this.figure('strip.reached', count(isReached))}</li>
            <li>${this.figure('strip.callBack', count(isLater))}</li>
            <li class="arrived">${icon('arrived')}${this.figure('strip.arrived', count(isArrived))}</li>
          </ul>`
        : nothing}
    `;
  }

  private figure(key: string, n: number): TemplateResult {
    const [before, after] = t(key, { n, number: '\u0001' }).split('\u0001');
    return html`<span>${before}<b>${n}</b>${after}</span>`;
  }

  private toSchool(school: string): void {
    const page = this.route.school ? this.route.page : 'calls';
    go(schoolPage(school, page));
  }

  private connection(): TemplateResult {
    const state = store.connection;
    const unsent = outbox.count > 0 && state === 'offline' ? html` · ${t('connection.unsent', { n: outbox.count })}` : nothing;
    return html`<span class="connection is-${state}" role="status">${icon(state)} ${t(`connection.${state}`)}${unsent}</span>`;
  }

  /** Only who wrote it down sends it. */
  private ofOthers(): TemplateResult | typeof nothing {
    if (outbox.ofOthers === 0) return nothing;
    return html`<span class="of-others" role="status">${t('connection.ofOthers', { n: outbox.ofOthers })}</span>`;
  }

  private menu(): TemplateResult {
    const admin = store.isAdminOfAll();
    const gives = store.hasRole('attendance-lead', 'principal', 'admin');
    return html`<details class="menu" @focusout=${this.closeMenu} @click=${this.closeAfterChoice}>
      <summary>${icon('person')}<span class="who">${store.session?.name}</span></summary>
      <div class="menu-body">
        <p class="menu-who">
          ${store.session?.name}${store.subject === store.session?.name ? nothing : html`<br /><small>${store.subject}</small>`}
        </p>
        ${gives
          ? html`<ul>
              ${store.leads(store.school)
                ? LEAD_PAGES.map((page) => html`<li><a href=${schoolPage(store.school, page)}>${coded('page', page)}</a></li>`)
                : nothing}
              <li><a href="/feeds">${t('page.feeds')}</a></li>
              <li><a href="/quarantine">${t('page.quarantine')}</a></li>
              <li><a href="/people">${t('page.people')}</a></li>
              ${admin
                ? html`<li><a href="/scripts">${t('page.scripts')}</a></li>
                    <li><a href="/draw">${t('page.draw')}</a></li>`
                : nothing}
              <li><a href="/schools">${t('page.schools')}</a></li>
              ${admin
                ? html`<li><a href="/imports">${t('page.imports')}</a></li>
                    <li><a href="/setup">${t('page.setup')}</a></li>`
                : nothing}
              ${admin ? html`<li><a href="/audit">${t('page.audit')}</a></li>` : nothing}
            </ul>`
          : nothing}
        ${store.readsReports() ? html`<ul><li><a href="/reports">${t('page.reports')}</a></li></ul>` : nothing}
        <label
          >${t('menu.language')}
          <select class="language" @change=${(event: Event) => remember('lang', (event.target as HTMLSelectElement).value)}>
            ${Object.entries(LANGUAGES).map(
              ([code, name]) => html`<option value=${code} lang=${code} ?selected=${code === lang}>${name}</option>`,
            )}
          </select></label
        >
        <label
          >${t('menu.colours')}
          <select @change=${(event: Event) => remember('colours', (event.target as HTMLSelectElement).value)}>
            ${['auto', 'light', 'dark'].map(
              (each) =>
                html`<option
                  value=${each === 'auto' ? 'light dark' : each}
                  ?selected=${document.documentElement.dataset.colours === each}
                >
                  ${t(`colours.${each}`)}
                </option>`,
            )}
          </select></label
        >
        <label class="check"
          ><input
            type="checkbox"
            .checked=${shortcutsOn()}
            @change=${(event: Event) => {
              switchShortcuts((event.target as HTMLInputElement).checked);
              this.requestUpdate();
            }}
          />
          ${t('menu.shortcuts')}</label
        >
        <p>
          <button class="link" @click=${() => this.querySelector<HTMLDialogElement>('dialog.help')?.showModal()}>
            ${t('menu.help')}
          </button>
        </p>
        <ul>
          ${store.calls(store.school)
            ? html`<li><a href="/me">${t('page.me')}</a></li>
                <li><a href=${schoolPage(store.school, 'door-check')}>${t('page.door_check')}</a></li>`
            : nothing}
          <li><a href="/practice">${t('page.practice')}</a></li>
        </ul>
        <p><a class="button quiet" href="/sign-out" data-leave @click=${this.signOut}>${t('signOut')}</a></p>
      </div>
    </details>`;
  }

  /** What has not been sent goes with the sign-out: that is asked first. */
  private readonly signOut = (event: Event): void => {
    const unsent = [
      outbox.count > 0 ? t('signOut.unsent', { n: outbox.count }) : '',
      outbox.ofOthers > 0 ? t('signOut.unsentOfOthers', { n: outbox.ofOthers }) : '',
    ].filter(Boolean);
    if (unsent.length > 0 && !confirm(unsent.join('\n\n'))) event.preventDefault();
  };

  private readonly closeMenu = (event: FocusEvent): void => {
    const menu = event.currentTarget as HTMLDetailsElement;
    if (event.relatedTarget instanceof Node && !menu.contains(event.relatedTarget)) menu.open = false;
  };

  private readonly closeAfterChoice = (event: Event): void => {
    if ((event.target as Element).closest('a')) (event.currentTarget as HTMLDetailsElement).open = false;
  };

  // ---- where to go ----------------------------------------------------------------------------------------------

  private nav(): TemplateResult | typeof nothing {
    const school = this.shownSchool();
    if (!school || !store.calls(school)) return nothing;
    const count = (test: (task: (typeof store.tasks)[0]) => boolean): number => store.tasks.filter(test).length;
    const items: [string, number | null][] = [
      ...(store.hasRoleAt('principal', school) ? ([['principal', null]] as [string, number | null][]) : []),
      ...(store.hasRoleAt('attendance-lead', school) ? ([['morning', null]] as [string, number | null][]) : []),
      ['calls', count(isToCall)],
      ['hallway', store.hallway.length],
      ['held', store.heldStudents.length],
      ['waiting', count((task) => task.state === 'AWAITING_ARRIVAL')],
      ['follow-ups', null],
      ['done', count((task) => ['DONE', 'ARRIVED', 'WITHDRAWN', 'EXPIRED'].includes(task.state))],
    ];
    const reports = store.leads(school);
    return html`<nav class="pages" aria-label=${t('nav.label')}>
      <ul>
        ${items.map(
          ([page, n]) =>
            html`<li>
              <a href=${schoolPage(school, page)} aria-current=${this.route.page === page ? 'page' : nothing}
                >${coded('page', page)}${page === 'follow-ups' ? DUE : n === null || !store.loaded ? nothing : html` <b>${n}</b>`}</a
              >
            </li>`,
        )}
        ${reports
          ? html`<li><a href="/reports" aria-current=${this.route.page === 'reports' ? 'page' : nothing}>${t('page.reports')}</a></li>`
          : nothing}
      </ul>
      <a class="find" href="/find" aria-current=${this.route.page === 'find' ? 'page' : nothing}
        >${icon('search')} <span>${t('nav.find')}</span></a
      >
    </nav>`;
  }

  /** The lead's morning says it in full. */
  private urgent(): TemplateResult | typeof nothing {
    const school = this.shownSchool();
    const { page } = this.route;
    return school && store.calls(school) && page !== 'morning' ? html`<desk-urgent .page=${page}></desk-urgent>` : nothing;
  }

  private page(): TemplateResult {
    const { page, school, id } = this.route;
    if (school && !store.calls(school)) {
      return html`<div class="empty"><h1>${t('noSchool.title')}</h1><p>${t('noSchool.text')}</p></div>`;
    }
    if (LEAD_PAGES.includes(page) && school && !store.leads(school)) {
      return html`<div class="empty"><h1>${coded('page', page)}</h1><p>${t('trouble.notAllowed')}</p></div>`;
    }
    if (this.lost === page) {
      return html`<div class="empty"><h1>${coded('page', page)}</h1><p>${t('trouble.page')}</p>
        <p><button class="button" @click=${() => location.reload()}>${t('trouble.again')}</button></p></div>`;
    }
    switch (page) {
      case 'calls':
        return html`<desk-calls .school=${school} .taskId=${id ?? ''}></desk-calls>`;
      case 'hallway':
        return html`<desk-hallway></desk-hallway>`;
      case 'held':
        return html`<desk-held></desk-held>`;
      case 'waiting':
        return html`<desk-waiting></desk-waiting>`;
      case 'follow-ups':
        return html`<desk-follow-ups></desk-follow-ups>`;
      case 'morning':
        return html`<desk-morning></desk-morning>`;
      case 'principal':
        return html`<desk-principal></desk-principal>`;
      case 'done':
        return html`<desk-done></desk-done>`;
      case 'find':
        return html`<desk-find></desk-find>`;
      case 'student':
        return html`<desk-student .studentId=${id}></desk-student>`;
      case 'me':
        return html`<desk-me></desk-me>`;
      case 'call':
        return html`<desk-call .attemptId=${id}></desk-call>`;
      case 'talk':
        return html`<desk-talk .school=${school} .studentId=${id}></desk-talk>`;
      case 'sheet':
        return html`<desk-sheet></desk-sheet>`;
      case 'key-in':
        return html`<desk-key-in></desk-key-in>`;
      case 'numbers':
        return html`<desk-numbers></desk-numbers>`;
      case 'note':
        return html`<desk-note></desk-note>`;
      case 'sharing':
        return html`<desk-sharing></desk-sharing>`;
      case 'scripts':
        return html`<desk-scripts></desk-scripts>`;
      case 'draw':
        return html`<desk-draw></desk-draw>`;
      case 'feeds':
        return html`<desk-feeds></desk-feeds>`;
      case 'quarantine':
        return html`<desk-quarantine></desk-quarantine>`;
      case 'people':
        return html`<desk-people></desk-people>`;
      case 'audit':
        return html`<desk-audit></desk-audit>`;
      case 'absences':
        return html`<desk-absences></desk-absences>`;
      case 'door-check':
        return html`<desk-door-check></desk-door-check>`;
      case 'imports':
        return html`<desk-imports></desk-imports>`;
      case 'practice':
        return html`<desk-practice></desk-practice>`;
      case 'reports':
        return html`<desk-reports .name=${id ?? ''} .query=${location.search}></desk-reports>`;
      case 'school':
        return html`<desk-school .schoolId=${id ?? ''}></desk-school>`;
      case 'schools':
        return html`<desk-schools></desk-schools>`;
      case 'setup':
        return html`<desk-setup></desk-setup>`;
      case 'start':
        if (store.hasRole('admin') && store.schools.length === 0) {
          queueMicrotask(() => go(store.isAdminOfAll() ? '/setup' : '/schools', true));
          return html`<p class="loading">${t('loading')}</p>`;
        }
        if (store.schools.length > 0) return html`<desk-overview></desk-overview>`;
        return html`<div class="empty"><h1>${t('noGrant.title')}</h1><p>${t('noGrant.text')}</p>
          <p>${t('noGrant.subject')} <code>${store.subject}</code></p></div>`;
      default:
        return html`<div class="empty"><h1>${t('nowhere.title')}</h1><p><a href="/">${t('nowhere.home')}</a></p></div>`;
    }
  }

  /** What was just written down, and the way back. */
  private undo(): TemplateResult | typeof nothing {
    const undo = calling.undoable;
    if (!undo) return nothing;
    return html`<aside class="toast" aria-label=${t('log.last')}>
      <span>${icon('arrived')} ${t('log.saved', { name: undo.name, outcome: undo.outcome })}</span>
      <button class="link" ?disabled=${!calling.mayTakeBack(undo)} @click=${() => calling.takeBack()}>${t('log.undo')} <kbd>U</kbd></button>
    </aside>`;
  }

  private help(): TemplateResult {
    const keys = [
      ['N', 'help.next'],
      ['C', 'help.call'],
      ['1', 'help.noAnswer'],
      ['2', 'help.voicemail'],
      ['3', 'help.busy'],
      ['4', 'help.wrongNumber'],
      ['5', 'help.reached'],
      ['6', 'call.not_in_service'],
      ['7', 'call.language_barrier'],
      ['8', 'call.asked_not_to_be_called'],
      ['9', 'call.call_back_at'],
      ['1 … 6', 'help.result'],
      ['Ctrl ↵', 'help.save'],
      ['Esc', 'help.back'],
      ['U', 'help.undo'],
      ['J K', 'help.list'],
      ['/', 'help.find'],
      ['?', 'help.help'],
    ];
    return html`<dialog class="help" aria-labelledby="help-title">
      <h2 id="help-title">${t('help.title')}</h2>
      <p>${t('help.text')}</p>
      <dl class="keys">
        ${keys.map(([key, words]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${t(words)}</dd></div>`)}
      </dl>
      <form method="dialog"><button class="button">${t('close')}</button></form>
    </dialog>`;
  }
}

customElements.define('desk-app', DeskApp);
