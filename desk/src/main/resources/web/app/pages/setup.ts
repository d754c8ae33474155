/** From an empty district to its first morning: what is there, what is missing, and the page where it is done. Nothing is ticked by hand. */

import { html, nothing, type TemplateResult } from 'lit';
import { all, get } from '../core/api';
import { DeskElement } from '../core/element';
import { list, t } from '../core/i18n';
import { bellsOn, morningOf, readSchool, today, type Settings, type Whole } from '../core/school-day';
import { dayInWords } from '../core/time';
import type { Summary } from '../core/types';
import { saidOf } from '../parts/forms';
import { icon } from '../parts/icons';

interface Step {
  name: 'schools' | 'bells' | 'calendar' | 'roster' | 'codes' | 'readers' | 'people';
  /** The schools where it is missing; none if it is done. */
  missing: string[];
  done: boolean;
  href: string;
  note?: string;
}

interface Reader {
  readerId: string;
  buildingId: string;
  lastHeard?: string;
}

interface Found {
  schools: (Settings & { schoolId: string })[];
  wholes: Map<string, Whole>;
  enrolled: Map<string, number>;
  codes: number;
  unmapped: { schoolId: string; waiting: number }[];
  readers: Reader[];
  keyed: Set<string>;
  grants: { role: string; schools: string[] }[];
}

const LOOK_AGAIN = 10000;
const LEADING = ['attendance-lead', 'principal'];
const CALLING = ['caller', ...LEADING];

class DeskSetup extends DeskElement {
  static override properties = { found: { state: true }, message: { state: true } };
  declare found: Found | null;
  declare message: string;
  private timer = 0;

  constructor() {
    super();
    this.found = null;
    this.message = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.read();
    this.timer = window.setInterval(() => document.visibilityState === 'visible' && void this.read(), LOOK_AGAIN);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  private async read(): Promise<void> {
    try {
      const [schools, summary, codes, unmapped, readers, grants] = await Promise.all([
        all<Settings & { schoolId: string }>('/api/ingest/v1/schools', {}),
        get<{ items: Summary[] }>('/api/outreach/v1/whereabouts/summary', { day: today() }),
        get<{ codes: unknown[] }>('/api/ingest/v1/attendance-codes'),
        all<{ schoolId: string; kind: string; waiting: number }>('/api/ingest/v1/quarantine/summary', {}),
        all<Reader>('/api/entry/v1/readers', {}),
        all<{ role: string; schools: string[] }>('/api/outreach/v1/grants', { state: 'IN_FORCE', limit: 1000 }),
      ]);
      const wholes = await Promise.all(schools.map((each) => readSchool(each.schoolId)));
      this.found = {
        schools,
        wholes: new Map(schools.map((each, at) => [each.schoolId, wholes[at]])),
        enrolled: new Map(summary.items.map((each) => [each.schoolId, each.enrolled])),
        codes: codes.codes.length,
        unmapped: unmapped.filter((each) => each.kind === 'UNMAPPED_CODE'),
        readers,
        keyed: await this.withKeys(readers),
        grants,
      };
      this.message = '';
    } catch (fault) {
      this.message = saidOf(fault);
    }
  }

  /** The doors that can speak: they have a key, or a system has spoken for them. */
  private async withKeys(readers: Reader[]): Promise<Set<string>> {
    const silent = readers.filter((each) => !each.lastHeard);
    const keys = await Promise.all(
      silent.map((each) =>
        get<{ items: { state: string }[] }>(`/api/entry/v1/readers/${encodeURIComponent(each.readerId)}/keys`).catch(() => ({ items: [] })),
      ),
    );
    const spoken = readers.filter((each) => each.lastHeard).map((each) => each.readerId);
    const keyed = silent.filter((_, at) => keys[at].items.some((key) => key.state === 'VALID')).map((each) => each.readerId);
    return new Set([...spoken, ...keyed]);
  }

  private steps(found: Found): Step[] {
    const { schools } = found;
    const where = (lacks: (schoolId: string) => boolean): string[] => schools.map((each) => each.schoolId).filter(lacks);
    const whole = (schoolId: string): Whole => found.wholes.get(schoolId) as Whole;
    const step = (name: Step['name'], missing: string[], href: string, done = schools.length > 0 && missing.length === 0, note = ''): Step => ({
      name,
      missing,
      done,
      href,
      note,
    });
    const at = (missing: string[], section: string): string => {
      const first = missing[0] ?? schools[0]?.schoolId;
      return first ? `/schools/${encodeURIComponent(first)}#${section}` : '/schools';
    };
    const noBells = where((id) => !whole(id).bells.some((each) => each.periods.some((one) => one.period === whole(id).settings.triggerPeriod)));
    const noCalendar = where((id) => !whole(id).calendar.some((each) => each.date >= today() && each.dayType && bellsOn(whole(id).bells, each.dayType, each.date)));
    const noStudents = where((id) => !found.enrolled.get(id));
    const unexplained = where((id) => found.unmapped.some((each) => each.schoolId === id && each.waiting > 0));
    const silentBuildings = (id: string): string[] =>
      whole(id).settings.buildings.filter((building) => !found.readers.some((each) => each.buildingId === building && found.keyed.has(each.readerId)));
    const noReader = where((id) => silentBuildings(id).length > 0);
    const marksAlone = where((id) => whole(id).settings.buildings.length === 0);
    const nobody = where((id) => !this.has(found, id, CALLING) || !this.has(found, id, LEADING));
    return [
      step('schools', [], '/schools', schools.length > 0),
      step('bells', noBells, at(noBells, 'bells')),
      step('calendar', noCalendar, at(noCalendar, 'calendar')),
      step('roster', noStudents, '/imports'),
      step('codes', unexplained, unexplained.length > 0 ? '/quarantine' : at([], 'codes'), found.codes > 0 && unexplained.length === 0),
      step('readers', noReader, at(noReader, 'readers'), undefined, marksAlone.length > 0 ? t('setup.marksAlone', { schools: this.names(marksAlone) }) : ''),
      step('people', nobody, '/people'),
    ];
  }

  private has(found: Found, schoolId: string, roles: string[]): boolean {
    return found.grants.some((each) => roles.includes(each.role) && (each.schools.includes(schoolId) || each.schools.includes('*')));
  }

  private names(ids: string[]): string {
    const known = this.found?.schools ?? [];
    const shown = ids.slice(0, 5).map((id) => known.find((each) => each.schoolId === id)?.name ?? id);
    return list(ids.length > 5 ? [...shown, t('setup.more', { n: ids.length - 5 })] : shown);
  }

  override render(): TemplateResult {
    const { found } = this;
    return html`<div class="page">
      <h1>${t('page.setup')}</h1>
      <p class="lead">${t('setup.what')}</p>
      ${this.message ? html`<p class="notice" role="status">${this.message}</p>` : nothing}
      ${found ? this.checklist(found) : this.message ? nothing : html`<p class="loading">${t('loading')}</p>`}
      <p class="hint">${t('setup.without')}</p>
    </div>`;
  }

  private checklist(found: Found): TemplateResult {
    const steps = this.steps(found);
    const next = steps.find((each) => !each.done);
    const done = steps.filter((each) => each.done).length;
    return html`<p role="status"><strong>${t('setup.progress', { n: done, of: steps.length })}</strong></p>
      ${next ? nothing : this.ready(found)}
      <ol class="checklist">
        ${steps.map((each) => this.step(each, each === next))}
      </ol>`;
  }

  private step(step: Step, isNext: boolean): TemplateResult {
    return html`<li class=${step.done ? 'done' : isNext ? 'next' : ''}>
      <h2 class="mark ${step.done ? 'arrived' : ''}">
        ${icon(step.done ? 'arrived' : 'weak')} ${t(`setup.${step.name}`)}
        <small>${t(step.done ? 'setup.isDone' : 'setup.isMissing')}</small>
      </h2>
      <p>${t(`setup.${step.name}.what`)}</p>
      ${step.missing.length > 0 ? html`<p class="mark weak">${t('setup.missingAt', { schools: this.names(step.missing) })}</p>` : nothing}
      ${step.note ? html`<p class="hint">${step.note}</p>` : nothing}
      <p class="actions"><a class="button ${isNext ? '' : 'quiet'}" href=${step.href}>${t(step.done ? 'setup.look' : 'setup.go')}<span class="visually-hidden">: ${t(`setup.${step.name}`)}</span></a></p>
    </li>`;
  }

  /** The first morning that can be. */
  private ready(found: Found): TemplateResult {
    const mornings = [...found.wholes.entries()].flatMap(([schoolId, whole]) =>
      whole.calendar
        .filter((each) => each.date >= today())
        .map((each) => ({ schoolId, date: each.date, morning: morningOf(whole, each.date) }))
        .filter((each) => each.morning.kind === 'cut-off'),
    );
    const first = mornings.sort((a, b) => a.date.localeCompare(b.date))[0];
    if (!first || first.morning.kind !== 'cut-off') return html``;
    const school = found.schools.find((each) => each.schoolId === first.schoolId)?.name ?? first.schoolId;
    return html`<p class="banner arrived">${icon('arrived')} ${t('setup.ready', { school, day: dayInWords(first.date), at: first.morning.at })}</p>`;
  }
}


customElements.define('desk-setup', DeskSetup);
