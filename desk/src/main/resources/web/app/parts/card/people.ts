/** Whom to call, in order, by which numbers; and what can be done where there is none. */

import { html, nothing, type TemplateResult } from 'lit';
import { bridge } from '../../core/bridge';
import { calling } from '../../core/calling';
import { DeskElement } from '../../core/element';
import { coded, lang, languageName, t } from '../../core/i18n';
import { schoolPage } from '../../core/router';
import { fullName, store } from '../../core/store';
import { date } from '../../core/time';
import type { Callee, Card, CardNumber, Task } from '../../core/types';
import '../consent';
import '../enter-number';
import { icon } from '../icons';
import { qrImage } from '../qr';
import '../ring-me';
import { current, keyOf } from './choices';

class CardPeople extends DeskElement {
  static override properties = {
    card: { attribute: false },
    task: { attribute: false },
    chosen: {},
    over: { type: Boolean },
    copied: { state: true },
    message: { state: true },
  };
  declare card: Card;
  declare task: Task;
  declare chosen: string;
  /** Nobody is to be called any more. */
  declare over: boolean;
  declare copied: string;
  declare message: string;
  /** Dials a number, once the family is the caller's. */
  dial: (event: Event, key: string, number: CardNumber) => void = () => {};
  take: () => Promise<boolean> = () => Promise.resolve(false);

  constructor() {
    super();
    this.copied = '';
    this.message = '';
  }

  override render(): TemplateResult {
    const { card } = this;
    const hours = card.permittedHours;
    return html`<section class="people" aria-labelledby="people-title">
      <h2 id="people-title">${t('card.whom')}</h2>
      ${hours.now ? nothing : html`<p class="mark weak">${icon('later')} ${t('card.hours', { from: hours.from, until: hours.until })}</p>`}
      ${this.over || !hours.now || current(card, this.chosen)?.number.mayBeDialledNow ? nothing : this.nobody()}
      ${this.message ? html`<p class="notice" role="status">${this.message}</p>` : nothing}
      ${card.callees.map((callee) => this.callee(callee))} ${this.over ? nothing : this.enter()}
    </section>`;
  }

  /** Where nobody can be dialled there is still something to do: find a number, or go on. */
  private nobody(): TemplateResult {
    return html`<div class="nobody">
      <p class="mark weak">${icon('weak')} ${t(this.card.callees.length === 0 ? 'card.nobody' : 'card.nobodyNow')}</p>
      <p class="row">
        <button class="button quiet" @click=${() => calling.skip(this.task)}>${t('card.goOn')}</button>
        <a href=${schoolPage(this.task.schoolId, 'numbers')}>${t('page.numbers')}</a>
      </p>
    </div>`;
  }

  /** @param whose of whom no number is known; empty where it may be anybody's */
  private enter(whose = ''): TemplateResult {
    const { task } = this;
    return html`<enter-number
      .studentId=${task.studentId}
      .schoolId=${task.schoolId}
      .name=${whose || fullName(task.student) || task.studentId}
      .whose=${whose}
      @entered=${() => this.dispatchEvent(new CustomEvent('changed'))}
    ></enter-number>`;
  }

  private callee(callee: Callee): TemplateResult {
    const foreign = callee.language && callee.language.split('-')[0] !== 'en';
    return html`<div class="callee ${callee.mayBeCalled ? '' : 'barred'}">
      <p class="callee-name">
        <span><strong>${callee.name}</strong>${callee.relation ? html`, ${coded('relation', callee.relation)}` : nothing}${callee.kind === 'STUDENT' ? html`, ${coded('call', 'REACHED_STUDENT')}` : nothing}</span>
        ${foreign ? html`<span class="tongue" lang=${lang}>${languageName(callee.language ?? '')}</span>` : nothing}
        ${callee.interpreter ? html`<span class="mark weak">${icon('person')} ${t('card.interpreter')}</span>` : nothing}
        ${callee.bestTime
          ? html`<small>${t('card.bestTime', { from: callee.bestTime.from, until: callee.bestTime.until })}</small>`
          : nothing}
      </p>
      ${callee.mayBeCalled ? this.numbers(callee) : this.barred(callee)} ${this.consent(callee)}
    </div>`;
  }

  private numbers(callee: Callee): TemplateResult | TemplateResult[] {
    if (callee.numbers.length > 0) return callee.numbers.map((each, at) => this.number(callee, each, keyOf(callee, at)));
    return html`<p class="mark weak">${icon('weak')} ${t('card.noNumber')}</p>
      ${this.over ? nothing : this.enter(callee.name)}`;
  }

  /** In an emergency the district may decide otherwise where consent is missing: then numbers stand there, and nobody dials them by mistake. */
  private barred(callee: Callee): TemplateResult {
    const noConsent = callee.whyNot === 'NO_CONSENT';
    return html`<p class="mark">${icon('held')} ${noConsent ? t('barred.no_consent', { who: callee.name }) : t('card.barred')}${callee.restriction ? html` <small dir="auto">${coded('restriction', callee.restriction)}</small>` : nothing}</p>
      ${noConsent
        ? html`<p>${callee.numbers.map((each) => html`<span class="plain-number" dir="ltr">${each.shown}</span> `)}</p>`
        : nothing}`;
  }

  private consent(callee: Callee): TemplateResult | typeof nothing {
    const { ofAge } = this.card;
    if (!ofAge?.studentFirst || callee.kind === 'STUDENT') return nothing;
    return html`<consent-of
      .studentId=${this.task.studentId}
      .callee=${callee}
      .ofAge=${ofAge}
      .lead=${store.leads(this.task.schoolId)}
      @changed=${() => this.dispatchEvent(new CustomEvent('changed'))}
    ></consent-of>`;
  }

  private number(callee: Callee, each: CardNumber, key: string): TemplateResult {
    const isNext = !this.over && key === current(this.card, this.chosen)?.key;
    const called = isNext && each.tel;
    return html`<div class="number ${isNext ? 'is-next' : ''}">
      ${called ? this.call(key, each) : nothing}
      <span class="plain-number ${called ? 'narrow-only-inline' : ''}" dir="ltr">${each.shown}</span>
      ${each.type ? html`<small>${coded('type', each.type)}</small>` : nothing} ${health(each)}
      ${each.mayBeDialledNow && !this.over
        ? html`${isNext
              ? nothing
              : html`<button class="link" aria-label="${t('card.choose')}: ${t('card.thisOne', { who: callee.name, number: each.shown })}" @click=${() => this.tell('chosen', key)}>
                  ${t('card.choose')}
                </button>`}
            <button class="link" aria-label=${t('card.copyOf', { number: each.shown })} @click=${() => this.copy(key, each)}>
              ${this.copied === key ? t('card.copied') : t('card.copy')}
            </button>
            ${called
              ? html`<details class="qr-box">
                  <summary>${t('card.qr')}</summary>
                  ${qrImage(each.tel ?? '', t('card.qrOf', { number: each.shown }))}
                </details>`
              : nothing}`
        : nothing}
    </div>`;
  }

  private call(key: string, each: CardNumber): TemplateResult {
    if (bridge.there) {
      return html`<ring-me
        .taskId=${this.task.taskId}
        .number=${each}
        .take=${this.take}
        .dial=${(event: Event) => this.dial(event, key, each)}
        @rings=${() => this.tell('started', key)}
        @changed=${() => this.dispatchEvent(new CustomEvent('changed'))}
      ></ring-me>`;
    }
    return html`<a class="button call" href=${each.tel ?? ''} @click=${(event: Event) => this.dial(event, key, each)}
      >${icon('phone')} <span dir="ltr">${each.shown}</span> <kbd>C</kbd></a
    >`;
  }

  private async copy(key: string, each: CardNumber): Promise<void> {
    this.message = '';
    try {
      await navigator.clipboard.writeText(each.number ?? each.shown);
      this.copied = key;
      store.announce(t('card.copied'));
      void this.take();
      this.tell('started', key);
    } catch {
      this.message = t('card.notCopied');
    }
  }

  private tell(what: 'chosen' | 'started', key: string): void {
    this.dispatchEvent(new CustomEvent(what, { detail: key }));
  }
}

function health(each: CardNumber): TemplateResult | typeof nothing {
  if (each.whyNot) return html`<span class="mark weak">${icon('held')} ${coded('whynot', each.whyNot)}</span>`;
  if (each.health === 'GOOD') {
    return html`<span class="mark arrived">${icon('arrived')} ${each.lastDialledAt ? t('health.good', { date: date(each.lastDialledAt) }) : t('health.works')}</span>`;
  }
  if (each.health === 'UNREACHABLE') return html`<span class="mark weak">${icon('weak')} ${t('health.unreachable')}</span>`;
  return nothing;
}

customElements.define('card-people', CardPeople);
