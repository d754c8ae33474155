/** Who may do what, at which schools, until when. */

import { html, nothing, type TemplateResult } from 'lit';
import { Problem, all, ask, post } from '../core/api';
import { DeskElement } from '../core/element';
import { coded, languageName, list, t } from '../core/i18n';
import { refusal, violation, type Sentence } from '../core/refusals';
import { spokenAt, type Spoken } from '../core/spoken';
import { store } from '../core/store';
import { date } from '../core/time';
import { choice } from '../parts/choice';
import { empty } from '../parts/empty';
import '../parts/spoken-languages';
import { words } from '../parts/words';
import './setup/next';

interface Grant {
  grantId: string;
  subject: string;
  role: string;
  schools: string[];
  rights: string[];
  expiresAt: string;
  state: string;
  version: number;
  grantedBy: string;
  why: string;
}

const LONGEST_WHY = 500;
const GIVERS = ['attendance-lead', 'principal', 'admin'];
const ROLES = ['caller', 'attendance-lead', 'principal', 'district-analyst', 'admin'];

class DeskPeople extends DeskElement {
  static override properties = {
    grants: { state: true },
    message: { state: true },
    giving: { state: true },
    revoking: { state: true },
    violations: { state: true },
    school: { state: true },
    spoken: { state: true },
  };
  declare grants: Grant[] | null;
  declare message: Sentence;
  declare giving: boolean;
  declare revoking: Grant | null;
  declare violations: Record<string, Sentence>;
  /** At which school people's languages are shown. */
  declare school: string;
  declare spoken: Spoken[];

  constructor() {
    super();
    this.grants = null;
    this.message = '';
    this.giving = false;
    this.revoking = null;
    this.violations = {};
    this.school = '';
    this.spoken = [];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.read();
    void store.readSchools();
  }

  private async read(): Promise<void> {
    try {
      this.grants = await all<Grant>('/api/outreach/v1/grants', { state: 'IN_FORCE', limit: 1000 });
    } catch (fault) {
      this.message = fault instanceof Problem && fault.status === 403 ? t('trouble.notAllowed') : t('trouble.notDone');
    }
  }

  private mayGive(): string[] {
    if (store.hasRole('admin')) return ROLES;
    return store.hasRole('principal') ? ROLES.slice(0, 2) : ROLES.slice(0, 1);
  }

  private schoolNames(ids: string[]): string {
    return ids.includes('*')
      ? t('people.wholeDistrict')
      : list(ids.map((id) => store.schools.find((each) => each.schoolId === id)?.name ?? id));
  }

  override render(): TemplateResult {
    return html`<div class="page">
      <setup-next></setup-next>
      <h1>${t('page.people')}</h1>
      <p class="lead">${t('people.what')}</p>
      ${this.message ? html`<p class="notice" role="status">${this.message}</p>` : nothing}
      ${this.giving
        ? this.giveForm()
        : html`<p class="actions"><button class="button" @click=${this.begin}>${t('people.give')}</button></p>`}
      ${this.grants === null && !this.message ? html`<p class="loading">${t('loading')}</p>` : nothing}
      ${this.grants?.length === 0 ? empty(t('people.none'), t('people.noneYet')) : nothing}
      ${this.grants && this.grants.length > 0
        ? html`<div class="scroll" tabindex="0" role="region" aria-label=${t('page.people')}>
            <table>
              <thead>
                <tr>
                  <th scope="col">${t('people.person')}</th>
                  <th scope="col">${t('people.role')}</th>
                  <th scope="col">${t('people.schools')}</th>
                  <th scope="col">${t('people.until')}</th>
                  <th scope="col">${t('people.reason')}</th>
                  <th scope="col"><span class="visually-hidden">${t('people.end')}</span></th>
                </tr>
              </thead>
              <tbody>
                ${this.grants.map((grant) => this.row(grant))}
              </tbody>
            </table>
          </div>`
        : nothing}
      ${this.languages()}
    </div>`;
  }

  /** Who speaks what, school by school; whoever may give roles says it of their people. */
  private languages(): TemplateResult | typeof nothing {
    const schools = store.schools.filter((each) =>
      store.holdings.some(
        ({ role, schools: at }) => GIVERS.includes(role) && (at.includes('*') || at.includes(each.schoolId)),
      ),
    );
    if (schools.length === 0) return nothing;
    return html`<h2>${t('me.languages')}</h2>
      <p>${t('me.what')}</p>
      <label
        >${t('strip.school')}
        ${choice([['', ''], ...schools.map((each): [string, string] => [each.schoolId, each.name])], this.school, (school) => void this.readLanguages(school))}</label
      >
      ${this.spoken.map(
        (each) => html`<details class="more">
          <summary>${each.subject}: ${each.languages.length > 0 ? list(each.languages.map(languageName)) : t('me.none')}</summary>
          <spoken-languages .said=${each} .school=${this.school}></spoken-languages>
        </details>`,
      )}`;
  }

  private async readLanguages(school: string): Promise<void> {
    this.school = school;
    this.spoken = [];
    try {
      const spoken = school ? await spokenAt(school) : [];
      if (school === this.school) this.spoken = spoken;
    } catch (fault) {
      this.failed(fault);
    }
  }

  private row(grant: Grant): TemplateResult {
    const ending = this.revoking?.grantId === grant.grantId;
    return html`<tr>
        <th scope="row">${grant.subject}</th>
        <td>${coded('role', grant.role)}${grant.rights.map((right) => html`<br /><small>${coded('right', right)}</small>`)}</td>
        <td>${this.schoolNames(grant.schools)}</td>
        <td>${date(grant.expiresAt)}</td>
        <td><span dir="auto">${grant.why}</span><br /><small>${t('people.by', { who: grant.grantedBy })}</small></td>
        <td>
          <button class="button quiet" aria-label=${t('people.endOf', { who: grant.subject })} @click=${() => this.beginEnd(grant)}>
            ${t('people.end')}
          </button>
        </td>
      </tr>
      ${ending
        ? html`<tr>
            <td colspan="6">
              <form class="decide" @submit=${(event: SubmitEvent) => this.end(event, grant)}>
                <p>${t('people.endMeans', { who: grant.subject })}</p>
                ${words('why', t('people.why'), LONGEST_WHY, { required: true })}
                <p class="actions">
                  <button class="button">${t('people.end')}</button>
                  <button type="button" class="button quiet" @click=${() => (this.revoking = null)}>${t('cancel')}</button>
                </p>
              </form>
            </td>
          </tr>`
        : nothing}`;
  }

  private readonly begin = (): void => {
    this.giving = true;
    this.violations = {};
    void this.updateComplete.then(() => this.querySelector<HTMLInputElement>('form.give input')?.focus());
  };

  private beginEnd(grant: Grant): void {
    this.revoking = grant;
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('form.decide textarea')?.focus());
  }

  private giveForm(): TemplateResult {
    const wholeDistrict = store.holdings.some((each) => each.schools.includes('*'));
    return html`<form class="panel give" @submit=${this.send} aria-labelledby="give-title">
      <h2 id="give-title">${t('people.give')}</h2>
      ${this.field('subject', html`<label>${t('people.subject')} <input name="subject" required maxlength="200" autocomplete="off" /></label>`)}
      <label
        >${t('people.role')}
        <select name="role">
          ${this.mayGive().map((role) => html`<option value=${role}>${coded('role', role)}</option>`)}
        </select></label
      >
      <fieldset>
        <legend>${t('people.schools')}</legend>
        ${wholeDistrict
          ? html`<label class="check"><input type="checkbox" name="school" value="*" /> ${t('people.wholeDistrict')}</label>`
          : nothing}
        ${store.schools.map(
          (school) =>
            html`<label class="check"><input type="checkbox" name="school" value=${school.schoolId} /> ${school.name}</label>`,
        )}
      </fieldset>
      ${this.violations.schools ? html`<p class="error">${this.violations.schools}</p>` : nothing}
      ${this.field('why', words('why', t('people.why'), LONGEST_WHY, { required: true }))}
      <p class="actions">
        <button class="button">${t('people.give')}</button>
        <button type="button" class="button quiet" @click=${() => (this.giving = false)}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  private field(name: string, input: TemplateResult): TemplateResult {
    return html`${input}${this.violations[name] ? html`<p class="error">${this.violations[name]}</p>` : nothing}`;
  }

  private readonly send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    const schools = data.getAll('school').map(String);
    if (schools.length === 0) {
      this.violations = { schools: t('people.chooseSchool') };
      return;
    }
    if (this.sending) return;
    this.sending = true;
    try {
      await post('/api/outreach/v1/grants', {
        subject: String(data.get('subject')).trim(),
        role: data.get('role'),
        schools: schools.includes('*') ? ['*'] : schools,
        why: data.get('why'),
      });
      this.giving = false;
      this.message = t('people.given');
      this.dispatchEvent(new Event('set-up-changed', { bubbles: true }));
      await this.read();
    } catch (fault) {
      this.failed(fault);
    } finally {
      this.sending = false;
    }
  };

  /** Whoever clicks twice gives one role. */
  private sending = false;

  private async end(event: SubmitEvent, grant: Grant): Promise<void> {
    event.preventDefault();
    const why = new FormData(event.target as HTMLFormElement).get('why');
    try {
      await ask(`/api/outreach/v1/grants/${encodeURIComponent(grant.grantId)}/revoke`, {
        method: 'POST',
        body: { why },
        headers: { 'Idempotency-Key': crypto.randomUUID(), 'If-Match': `"${grant.version}"` },
      });
      this.revoking = null;
      this.message = t('people.ended', { who: grant.subject });
      await this.read();
    } catch (fault) {
      this.failed(fault);
    }
  }

  private failed(fault: unknown): void {
    this.message = refusal(fault);
    if (!(fault instanceof Problem) || fault.violations.length === 0) return;
    this.violations = Object.fromEntries(fault.violations.map((each) => [each.field.replace(/\[.*/, ''), violation(each.message)]));
  }
}

customElements.define('desk-people', DeskPeople);
