/** A family by name, or by the number that it calls from. Neither stands in an address. */

import { html, nothing, type TemplateResult } from 'lit';
import { Problem, ask } from '../core/api';
import { DeskElement } from '../core/element';
import { t } from '../core/i18n';
import { cameFrom } from '../core/incoming';
import { schoolPage } from '../core/router';
import { fullName, grade, store } from '../core/store';
import type { Found } from '../core/types';
import { icon } from '../parts/icons';

class DeskFind extends DeskElement {
  static override properties = { found: { state: true }, message: { state: true }, byNumber: { state: true } };
  declare found: Found[] | null;
  declare message: string;
  declare byNumber: boolean;
  private number = '';
  private abort = new AbortController();

  constructor() {
    super();
    this.found = null;
    this.message = '';
    this.byNumber = false;
  }

  override firstUpdated(): void {
    this.querySelector<HTMLInputElement>('input')?.focus();
  }

  override render(): TemplateResult {
    return html`<div class="page">
      <h1>${t('page.find')}</h1>
      <form class="search" role="search" @submit=${this.search}>
        <label for="q">${t('find.label')}</label>
        <div class="together">
          <input id="q" name="q" autocomplete="off" enterkeyhint="search" minlength="2" maxlength="40" required aria-describedby="find-hint" />
          <button class="button">${icon('search')} ${t('find.search')}</button>
        </div>
        <p id="find-hint" class="hint">${t('find.hint')}</p>
      </form>
      <div role="status">
        ${this.message ? html`<p class="notice">${this.message}</p>` : nothing}
        ${this.found ? html`<p>${t('find.count', { n: this.found.length })}</p>` : nothing}
      </div>
      ${this.found && this.found.length > 0
        ? html`<ul class="results">
            ${this.found.map((each) => this.result(each))}
          </ul>`
        : nothing}
    </div>`;
  }

  private result(found: Found): TemplateResult {
    const school = store.schools.find((each) => each.schoolId === found.schoolId)?.name ?? found.schoolId;
    return html`<li>
      <a href="/students/${found.studentId}">${fullName(found.student)}</a>
      <span>${[grade(found.student) ? t('grade.long', { grade: grade(found.student) }) : '', found.student.homeroom ?? '', school].filter(Boolean).join(' · ')}</span>
      ${store.calls(found.schoolId)
        ? html`<a
            class="they"
            href=${schoolPage(found.schoolId, 'talk', found.studentId)}
            aria-label=${t('talk.theyOf', { name: fullName(found.student) })}
            @click=${() => cameFrom(found.studentId, this.number, found.mayBeTold === false)}
            >${icon('phone')} ${t('talk.they')}</a
          >`
        : nothing}
      ${found.mayBeTold === false ? html`<strong class="mark safety">${icon('safety')} ${t('find.sayNothing')}</strong>` : nothing}
    </li>`;
  }

  private readonly search = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const text = String(new FormData(event.target as HTMLFormElement).get('q')).trim();
    this.abort.abort();
    this.abort = new AbortController();
    const { signal } = this.abort;
    this.message = '';
    const digits = text.replace(/\D/g, '');
    this.byNumber = digits.length >= 4 && digits.length >= text.replace(/\s/g, '').length / 2;
    try {
      const answer = await ask<{ items: Found[] }>(`/api/outreach/v1/students/${this.byNumber ? 'by-number' : 'by-name'}`, {
        method: 'POST',
        body: this.byNumber ? { number: text } : { name: text, limit: 50 },
        signal,
      });
      this.number = this.byNumber ? text : '';
      this.found = answer.body.items;
    } catch (fault) {
      if (signal.aborted) return;
      this.found = null;
      this.message = fault instanceof Problem && fault.status === 422 ? t('find.notUnderstood') : t('trouble.notDone');
    }
  };
}

customElements.define('desk-find', DeskFind);
