/** The call sheet: for who calls without a screen. It holds what a card of the desk holds, and less. */

import { html, nothing, type TemplateResult } from 'lit';
import { Problem } from '../core/api';
import { calling } from '../core/calling';
import { DeskElement } from '../core/element';
import { bandReason, good, why } from '../core/evidence';
import { households } from '../core/households';
import { coded, languageName, t } from '../core/i18n';
import { REASON_SIGNS, lines, shortCode } from '../core/paper';
import { refusal, type Sentence } from '../core/refusals';
import { schoolPage } from '../core/router';
import { fullName, grade, isLater, isToCall, store } from '../core/store';
import { date, dayInWords, moment, now, time } from '../core/time';
import type { Card, Task } from '../core/types';
import { empty } from '../parts/empty';
import { icon } from '../parts/icons';
import { restrictions } from '../parts/restrictions';
import { inShort } from '../parts/call-history';
import { OUTCOMES } from '../parts/log-call';
import { FLAGS, REASONS, RESULTS } from '../parts/said-fields';

const HOW_MANY = [20, 40, 80];
/** So many cards are asked for at a time. */
const ABREAST = 4;

class DeskSheet extends DeskElement {
  static override properties = {
    families: { state: true },
    mineOnly: { state: true },
    atMost: { state: true },
    read: { state: true },
    message: { state: true },
  };
  declare families: { task: Task; card: Card }[] | null;
  declare mineOnly: boolean;
  declare atMost: number;
  declare read: number;
  declare message: Sentence;
  private printedAt = '';
  private school = '';

  constructor() {
    super();
    this.families = null;
    this.mineOnly = false;
    this.atMost = HOW_MANY[0];
    this.read = 0;
    this.message = '';
  }

  protected override willUpdate(): void {
    if (store.school !== this.school) {
      this.school = store.school;
      this.families = null;
    }
  }

  /** Whom nobody else has already, in the order of the list, with whom the same call covers below each other. */
  private chosen(): Task[] {
    const free = store.tasks
      .filter((task) => isToCall(task) || isLater(task))
      .filter((task) => !task.claimedBy || task.claimedBy === store.subject)
      .filter((task) => !this.mineOnly || task.assignedTo === store.subject || task.claimedBy === store.subject);
    return households(free).flat().slice(0, this.atMost);
  }

  override render(): TemplateResult {
    const chosen = this.chosen();
    return html`<div class="page sheet-page">
      <div class="no-print">
        <h1>${t('page.sheet')}</h1>
        <p class="lead">${t('sheet.what')}</p>
        <div class="row">
          <label
            >${t('sheet.whose')}
            <select @change=${(event: Event) => this.choose((event.target as HTMLSelectElement).value === 'mine', this.atMost)}>
              <option value="all">${t('sheet.everybodys')}</option>
              <option value="mine">${t('sheet.mine')}</option>
            </select></label
          >
          <label
            >${t('sheet.atMost')}
            <select @change=${(event: Event) => this.choose(this.mineOnly, Number((event.target as HTMLSelectElement).value))}>
              ${HOW_MANY.map((each) => html`<option value=${each} ?selected=${each === this.atMost}>${each}</option>`)}
            </select></label
          >
          <button class="button" ?disabled=${chosen.length === 0} @click=${this.make}>${t('sheet.make', { n: chosen.length })}</button>
          ${this.families ? html`<button class="button" @click=${() => print()}>${t('print')}</button>` : nothing}
          <a class="button quiet" href=${schoolPage(this.school, 'key-in')}>${t('page.key_in')}</a>
        </div>
        <p role="status">
          ${this.read > 0 && !this.families ? t('sheet.reading', { n: this.read, of: chosen.length }) : nothing}
        </p>
        ${this.message ? html`<p class="notice" role="alert">${this.message}</p>` : nothing}
        ${store.loaded && chosen.length === 0
          ? empty(t('calls.none'), t('sheet.nobody'))
          : nothing}
        ${store.loaded ? nothing : html`<p class="loading">${t('loading')}</p>`}
      </div>
      ${this.families ? this.sheet(this.families) : nothing}
    </div>`;
  }

  private choose(mineOnly: boolean, atMost: number): void {
    this.mineOnly = mineOnly;
    this.atMost = atMost;
    this.families = null;
  }

  private readonly make = async (): Promise<void> => {
    const tasks = this.chosen();
    const cards = new Array<Card>(tasks.length);
    let next = 0;
    this.read = 0;
    this.families = null;
    this.message = '';
    const work = async (): Promise<void> => {
      for (let at = next++; at < tasks.length; at = next++) {
        cards[at] = await calling.card(tasks[at].taskId, true);
        this.read++;
      }
    };
    try {
      await Promise.all(Array.from({ length: ABREAST }, work));
      this.printedAt = moment(now());
      this.families = tasks.map((task, at) => ({ task, card: cards[at] }));
    } catch (fault) {
      this.message = fault instanceof Problem && fault.status === 429 ? refusal(fault) : t('sheet.notAll');
    } finally {
      this.read = 0;
    }
  };

  // ---- what is printed --------------------------------------------------------------------------------------------------

  private sheet(families: { task: Task; card: Card }[]): TemplateResult {
    const school = store.schools.find((each) => each.schoolId === this.school)?.name ?? this.school;
    return html`<article class="sheet" aria-label=${t('page.sheet')}>
      <header class="sheet-head">
        <h1>${school} · ${dayInWords(store.day)}</h1>
        <p>
          ${t('sheet.printed', { moment: this.printedAt, who: store.session?.name ?? store.subject })}
          <strong>${t('sheet.shred')}</strong>
        </p>
      </header>
      ${this.codes()}
      <ol class="sheet-lines">
        ${families.map(({ task, card }) => this.family(task, card))}
      </ol>
      <p class="sheet-end"><strong>${t('sheet.shred')}</strong></p>
    </article>`;
  }

  private codes(): TemplateResult {
    const code = (sign: string, words: string): TemplateResult => html`<span><b dir="ltr">${sign}</b> ${words}</span> `;
    return html`<section class="sheet-codes" aria-label=${t('sheet.codes')}>
      <p>
        <b>${t('sheet.codes')}:</b>
        ${OUTCOMES.map((each, at) => (each === 'REACHED_GUARDIAN' ? nothing : code(String(at + 1), coded('call', each))))}
      </p>
      <p>
        <b>${t('sheet.reached')}:</b> ${RESULTS.map((each, at) => code(`5${at + 1}`, coded('result', each)))}
      </p>
      <p>
        <b>${t('log.reason')}:</b> ${REASONS.map((each, at) => code(REASON_SIGNS[at], coded('why', each)))} ·
        ${code('s', coded('call', 'REACHED_STUDENT'))} ${code('o', coded('call', 'REACHED_OTHER'))}
      </p>
      <p>
        <b>${t('sheet.safety')}:</b> ${FLAGS.map((each, at) => code(`+${at + 1}`, t(`flag.${each.toLowerCase()}`)))}
        <span>${t('sheet.example')} <b dir="ltr">51b</b> <b dir="ltr">52a</b> <b dir="ltr">56+2</b></span>
      </p>
    </section>`;
  }

  private family(task: Task, card: Card): TemplateResult {
    const student = task.student;
    const band = bandReason(task);
    const said = why(task);
    const facts = [
      grade(student) ? t('grade.short', { grade: grade(student) }) : '',
      student?.homeroom ? t('homeroom', { homeroom: student.homeroom }) : '',
      card.attendance ? t('attendance.missed', { n: card.attendance.daysMissed, number: card.attendance.daysMissed }) : '',
    ];
    return html`<li class="sheet-line">
      <p class="sheet-who">
        <b class="sheet-code" dir="ltr">${shortCode(task.taskId)}</b>
        <strong>${fullName(student) || task.studentId}</strong>
        ${student?.pronunciation ? html`<span>(${student.pronunciation})</span>` : nothing}
        <span>${facts.filter(Boolean).join(' · ')}</span>
      </p>
      <p>
        ${task.band === 1 ? html`<b class="mark safety">${icon('safety')} <span lang=${band.lang} dir="auto">${band.text}</span></b> ` : nothing}${task.weakEvidence
          ? html`<b>${t('card.weak')}</b> `
          : nothing}<span lang=${said.lang} dir="auto">${said.text}</span>
      </p>
      ${card.ofAge ? html`<p><b>${t(card.ofAge.studentFirst ? 'card.ofAge' : 'card.ofAgeFamily')}</b></p>` : nothing}
      ${card.goodThing ? html`<p>${t('card.good')}: ${good(card.goodThing)}</p>` : nothing}
      ${card.household.length > 0
        ? html`<p>${t('card.sameCall')} ${card.household.map((each) => fullName(each.student) || each.studentId).join(', ')}</p>`
        : nothing}
      ${restrictions(card).map((each) => html`<p dir="auto"><b>${icon('held')} ${each}</b></p>`)}
      ${this.numbers(card)} ${this.saidBefore(card)}
      <p class="sheet-blank" aria-hidden="true">
        ${['1', '2', '3', '4', '5…'].map((each) => html`<span class="tick" dir="ltr">☐ ${each}</span>`)}
        <span class="blank">${t('sheet.at')}</span>
        <span class="blank">${t('sheet.what_')}</span>
        <span class="blank">${t('sheet.until')}</span>
        <span class="blank wide">${t('log.note')}</span>
      </p>
    </li>`;
  }

  private numbers(card: Card): TemplateResult {
    const known = lines(card.callees);
    const barred = card.callees.filter((callee) => !callee.mayBeCalled);
    return html`<ul class="sheet-numbers">
      ${known.map(
        ({ callee, number }) => html`<li>
          <b dir="ltr">${number.shown}</b> ${callee.name}${callee.relation ? html`, ${coded('relation', callee.relation)}` : nothing}
          ${callee.language && callee.language.split('-')[0] !== 'en' ? html`· ${languageName(callee.language)}` : nothing}
          ${callee.interpreter ? html`(${t('card.interpreter')})` : nothing}
          ${number.whyNot ? html`· ${coded('whynot', number.whyNot)}` : nothing}
          ${callee.bestTime ? html`· ${t('card.bestTime', { from: callee.bestTime.from, until: callee.bestTime.until })}` : nothing}
        </li>`,
      )}
      ${known.length === 0 ? html`<li>${t('card.nobody')}</li>` : nothing}
      ${barred.map((callee) => html`<li>${icon('held')} ${callee.name}: <b>${coded('whynot', callee.whyNot) || t('card.barred')}</b></li>`)}
    </ul>`;
  }

  /** The last time and what is promised; notes stay on the screen. */
  private saidBefore(card: Card): TemplateResult | typeof nothing {
    const last = card.saidBefore[0];
    const open = card.promises.filter((each) => each.state === 'OPEN');
    if (!last && open.length === 0) return nothing;
    return html`<p>
      ${last ? html`${t('sheet.lastTime')} ${date(last.at)}, ${last.by}: ${inShort({ outcome: last.outcome, result: last.result, reason: last.reason })}.` : nothing}
      ${open.map(
        (each) => html` <b
            >${t(each.side === 'FAMILY' ? 'promise.family' : 'promise.school')}
            <span dir="auto">${each.kind === 'COMING_IN' ? t('promise.comingIn') : each.what}</span>,
            ${t('promise.due', { moment: `${date(each.dueAt)}, ${time(each.dueAt)}` })}.</b
          >`,
      )}
    </p>`;
  }
}

customElements.define('desk-sheet', DeskSheet);
