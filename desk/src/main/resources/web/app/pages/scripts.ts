/** What callers may say: the district's own words, in every language, with the names filled in as they will be heard. */

import { html, nothing, type TemplateResult } from 'lit';
import { Problem, ask, get } from '../core/api';
import { DeskElement } from '../core/element';
import { coded, languageName, t } from '../core/i18n';
import { refusal, violation, type Sentence } from '../core/refusals';
import { store } from '../core/store';
import { date } from '../core/time';
import { changed, isChanged } from '../parts/changed';

interface Script {
  language: string;
  kind: string;
  text: string;
  usual: boolean;
  version: number;
  changedBy?: string;
  changedAt?: string;
}

const KINDS = ['ABSENT', 'ON_THE_WAY', 'LEFT_BUILDING', 'TO_STUDENT', 'STUDENT_ON_THE_WAY', 'VOICEMAIL'];
const TO_STUDENTS = ['TO_STUDENT', 'STUDENT_ON_THE_WAY'];
const FROM_THE_RIGHT = ['ar', 'he', 'fa', 'ur', 'ps', 'yi'];
/** Made up: nobody's. */
const NAMES = { school: 'Bronx Lab', contact: 'Fatou', student: 'Amina' };

class DeskScripts extends DeskElement {
  static override properties = {
    scripts: { state: true },
    language: { state: true },
    editing: { state: true },
    text: { state: true },
    adding: { state: true },
    message: { state: true },
    wrong: { state: true },
    sending: { state: true },
    conflict: { state: true },
  };
  declare scripts: Script[] | null;
  declare language: string;
  declare editing: string;
  declare text: string;
  declare adding: boolean;
  declare message: Sentence;
  declare wrong: Sentence;
  declare sending: boolean;
  declare conflict: boolean;

  constructor() {
    super();
    this.scripts = null;
    this.language = 'en';
    this.editing = '';
    this.text = '';
    this.adding = false;
    this.message = '';
    this.wrong = '';
    this.sending = false;
    this.conflict = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.read();
  }

  private async read(): Promise<void> {
    try {
      this.scripts = (await get<{ items: Script[] }>('/api/outreach/v1/scripts')).items;
    } catch (fault) {
      this.message = t(fault instanceof Problem && fault.status === 403 ? 'trouble.notAllowed' : 'trouble.notDone');
    }
  }

  private languages(): string[] {
    return [...new Set([...(this.scripts ?? []).map((each) => each.language), this.language])];
  }

  override render(): TemplateResult {
    return html`<div class="page">
      <h1>${t('page.scripts')}</h1>
      <p class="lead">${t('scripts.what')}</p>
      <p role="status">${this.message ? html`<span class="notice">${this.message}</span>` : nothing}</p>
      ${this.scripts ? this.all() : this.message ? nothing : html`<p class="loading">${t('loading')}</p>`}
    </div>`;
  }

  private all(): TemplateResult {
    return html`<div class="saying" role="group" aria-label=${t('menu.language')}>
        ${this.languages().map(
          (each) =>
            html`<button class="chip ${each === this.language ? 'chosen' : ''}" aria-pressed=${each === this.language} @click=${() => this.show(each)}>
              ${languageName(each)}
            </button>`,
        )}
        ${store.isAdminOfAll() ? html`<button class="chip" aria-expanded=${this.adding} @click=${() => (this.adding = !this.adding)}>${t('scripts.add')}</button>` : nothing}
      </div>
      ${this.adding
        ? html`<form class="row" @submit=${this.add}>
            <label
              >${t('scripts.code')}
              <input name="code" required pattern="[a-z]{2,3}" maxlength="3" size="5" dir="ltr" autocomplete="off" autocapitalize="off" aria-describedby="code-hint"
            /></label>
            <button class="button">${t('scripts.add')}</button>
            <span id="code-hint" class="hint">${t('scripts.codeHint')}</span>
          </form>`
        : nothing}
      ${KINDS.map((kind) => this.script(kind))}`;
  }

  private show(language: string): void {
    this.language = language;
    this.editing = '';
    this.message = '';
  }

  private readonly add = (event: SubmitEvent): void => {
    event.preventDefault();
    const code = String(new FormData(event.target as HTMLFormElement).get('code'));
    this.adding = false;
    this.show(code);
  };

  private find(kind: string, language = this.language): Script | undefined {
    return this.scripts?.find((each) => each.language === language && each.kind === kind);
  }

  private script(kind: string): TemplateResult {
    const script = this.find(kind);
    const english = this.language === 'en' ? undefined : this.find(kind, 'en');
    return html`<section class="panel" aria-labelledby="kind-${kind}">
      <h2 id="kind-${kind}">${coded('script', kind)}</h2>
      ${this.editing === kind
        ? this.form(kind, script)
        : html`${script
              ? this.words(script.text, this.language)
              : html`<p class="quiet">${t('scripts.none', { language: languageName(this.language) })}</p>`}
            ${script && !script.usual && script.changedBy
              ? html`<p class="hint">${t('scripts.changed', { who: script.changedBy, date: script.changedAt ? date(script.changedAt) : '' })}</p>`
              : nothing}
            ${store.isAdminOfAll()
              ? html`<p class="actions">
                  <button class="button quiet" aria-label=${t('scripts.editOf', { kind: coded('script', kind) })} @click=${() => this.begin(kind, script)}>${t('scripts.edit')}</button>
                  ${script && !script.usual
                    ? html`<button class="button quiet" ?disabled=${this.sending} @click=${() => this.put(kind, script, undefined)}>${t('scripts.usual')}</button>`
                    : nothing}
                </p>`
              : nothing}`}
      ${english ? html`<details class="more"><summary>${languageName('en')}</summary>${this.words(english.text, 'en')}</details>` : nothing}
    </section>`;
  }

  private words(text: string, language: string): TemplateResult {
    return html`<div class="say-words">
      ${text
        .trim()
        .split('\n')
        .map(
          (step, place) =>
            html`${place > 0 ? html`<p class="then">${t('say.then')}</p>` : nothing}
              <blockquote lang=${language} dir=${FROM_THE_RIGHT.includes(language) ? 'rtl' : 'ltr'}>${filled(step)}</blockquote>`,
        )}
    </div>`;
  }

  private form(kind: string, script: Script | undefined): TemplateResult {
    return html`<form class="decide script" @submit=${(event: SubmitEvent) => this.save(event, kind, script)}>
      <label
        >${t('scripts.text')}
        <textarea
          name="text"
          rows="5"
          required
          lang=${this.language}
          dir=${FROM_THE_RIGHT.includes(this.language) ? 'rtl' : 'ltr'}
          aria-describedby="fill-hint"
          .value=${this.text}
          @input=${(event: Event) => (this.text = (event.target as HTMLTextAreaElement).value)}
        ></textarea
      ></label>
      <p id="fill-hint" class="hint">${t(kind === 'VOICEMAIL' ? 'scripts.hintVoicemail' : TO_STUDENTS.includes(kind) ? 'scripts.hintStudent' : 'scripts.hint')}</p>
      ${this.wrong ? html`<p class="error" role="alert">${this.wrong}</p>` : nothing}
      ${this.conflict ? changed(script ? this.words(script.text, this.language) : t('scripts.none', { language: languageName(this.language) })) : nothing}
      ${this.text ? html`<p><b>${t('scripts.heard')}</b></p>${this.words(this.text, this.language)}` : nothing}
      <p class="actions">
        <button class="button" ?disabled=${this.sending}>${t('save')}</button>
        <button type="button" class="button quiet" @click=${() => (this.editing = '')}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  private begin(kind: string, script: Script | undefined): void {
    this.editing = kind;
    this.text = script?.text ?? '';
    this.wrong = '';
    this.message = '';
    this.conflict = false;
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('form.script textarea')?.focus());
  }

  private async save(event: SubmitEvent, kind: string, script: Script | undefined): Promise<void> {
    event.preventDefault();
    await this.put(kind, script, this.text);
  }

  /** Nothing: what came with the service. */
  private async put(kind: string, script: Script | undefined, text: string | undefined): Promise<void> {
    this.sending = true;
    this.wrong = '';
    try {
      await ask(`/api/outreach/v1/scripts/${encodeURIComponent(this.language)}/${kind}`, {
        method: 'PUT',
        body: text === undefined ? {} : { text },
        headers: { 'If-Match': `"${script?.version ?? 0}"` },
      });
      this.editing = '';
      await this.read();
      this.message = t('scripts.saved');
    } catch (fault) {
      await this.refused(fault);
    } finally {
      this.sending = false;
    }
  }

  private async refused(fault: unknown): Promise<void> {
    if (isChanged(fault)) {
      await this.read();
      this.conflict = this.editing !== '';
      this.message = this.conflict ? '' : t('trouble.changedMeanwhile');
    } else if (fault instanceof Problem && fault.violations.length > 0) {
      this.wrong = violation(fault.violations.map((each) => `${each.field} ${each.message}`).join('; '));
    } else {
      this.message = refusal(fault);
    }
  }
}

/** With made-up names in their places. */
const filled = (text: string): string =>
  text.replace(/\{(\w+)\}/g, (whole, name) => NAMES[name as keyof typeof NAMES] ?? whole);

customElements.define('desk-scripts', DeskScripts);
