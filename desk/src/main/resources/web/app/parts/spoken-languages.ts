/** Which languages somebody speaks: shown, and said otherwise. */

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { DeskElement } from '../core/element';
import { languageName, list, t } from '../core/i18n';
import type { Sentence } from '../core/refusals';
import { mine, say, spokenAt, type Spoken } from '../core/spoken';
import { moment } from '../core/time';
import { changed, isChanged } from './changed';
import { saidOf } from './forms';

/** Most families of a city speak one of these; any other is added by its code. */
const USUAL = ['es', 'zh', 'bn', 'ht', 'ar', 'fr', 'ru', 'ur', 'ko', 'pt'];

class SpokenLanguages extends DeskElement {
  static override properties = {
    said: { attribute: false },
    school: {},
    own: { type: Boolean },
    chosen: { state: true },
    conflict: { state: true },
    message: { state: true },
    wrong: { state: true },
    sending: { state: true },
  };
  /** What was said so far. */
  declare said: Spoken;
  /** Where somebody else's are read again. */
  declare school: string;
  declare own: boolean;
  declare chosen: string[];
  declare conflict: boolean;
  declare message: string;
  declare wrong: Sentence;
  declare sending: boolean;

  constructor() {
    super();
    this.school = '';
    this.own = false;
    this.chosen = [];
    this.conflict = false;
    this.message = '';
    this.wrong = '';
    this.sending = false;
  }

  protected override willUpdate(changes: PropertyValues<this>): void {
    const before = changes.get('said') as Spoken | undefined;
    if (!changes.has('said') || before?.subject === this.said.subject) return;
    this.chosen = this.said.languages;
    this.conflict = false;
    this.message = '';
  }

  override render(): TemplateResult {
    const { said } = this;
    const offered = [...new Set([...USUAL, ...said.languages, ...this.chosen])];
    return html`<form class="decide" @submit=${this.save}>
      <fieldset class="chips">
        <legend>${this.own ? t('me.iSpeak') : t('sharing.speaks', { who: said.subject })}</legend>
        ${offered.map((each) => {
          const speaks = this.chosen.includes(each);
          return html`<label class="chip ${speaks ? 'chosen' : ''}"
            ><input type="checkbox" class="visually-hidden" value=${each} .checked=${speaks} @change=${() => this.toggle(each)} />${languageName(each)}</label
          >`;
        })}
      </fieldset>
      <div class="row">
        <label
          >${t('scripts.code')} <input name="code" pattern="[a-z]{2,3}" size="5" dir="ltr" autocomplete="off" autocapitalize="off" @change=${this.add}
        /></label>
        <span class="hint">${t('scripts.codeHint')}</span>
      </div>
      ${said.changedBy && said.changedAt ? html`<p class="hint">${t('me.saidBy', { who: said.changedBy, moment: moment(said.changedAt) })}</p>` : nothing}
      ${this.conflict ? changed(said.languages.length > 0 ? list(said.languages.map(languageName)) : t('me.none')) : nothing}
      ${this.wrong ? html`<p class="error" role="alert" dir="auto">${this.wrong}</p>` : nothing}
      <p class="actions"><button class="button" ?disabled=${this.sending}>${t('save')}</button> <span role="status">${this.message}</span></p>
    </form>`;
  }

  private toggle(language: string): void {
    this.message = '';
    this.chosen = this.chosen.includes(language) ? this.chosen.filter((each) => each !== language) : [...this.chosen, language];
  }

  private readonly add = (event: Event): void => {
    const field = event.target as HTMLInputElement;
    const code = field.value.trim();
    if (!/^[a-z]{2,3}$/.test(code)) return;
    field.value = '';
    if (!this.chosen.includes(code)) this.toggle(code);
  };

  private readonly save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    this.sending = true;
    this.conflict = false;
    this.message = '';
    this.wrong = '';
    try {
      this.said = await say(this.said, this.chosen, this.own);
      this.message = t('me.saved');
    } catch (fault) {
      if (isChanged(fault)) await this.otherwise();
      else this.wrong = saidOf(fault);
    } finally {
      this.sending = false;
    }
  };

  /** What it is now stands beside what is chosen here. */
  private async otherwise(): Promise<void> {
    try {
      const fresh = this.own ? await mine() : (await spokenAt(this.school)).find((each) => each.subject === this.said.subject);
      if (fresh) this.said = fresh;
      this.conflict = true;
    } catch (fault) {
      this.wrong = saidOf(fault);
    }
  }
}

customElements.define('spoken-languages', SpokenLanguages);
