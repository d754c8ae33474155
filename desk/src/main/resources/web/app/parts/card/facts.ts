/** What else a caller wants to know before the family answers. */

import { html, nothing, type TemplateResult } from 'lit';
import { good } from '../../core/evidence';
import { coded, languageName, list, number, t } from '../../core/i18n';
import { schoolPage } from '../../core/router';
import { fullName, grade } from '../../core/store';
import type { Card, Sibling } from '../../core/types';
import { icon } from '../icons';
import { restrictions } from '../restrictions';

type Part = TemplateResult | typeof nothing;

/** What anybody must know before they dial. */
export function bars(card: Card): Part {
  const said = restrictions(card);
  const barrier = card.languageBarrier;
  if (said.length === 0 && !card.ofAge && !barrier) return nothing;
  return html`<ul class="restrictions">
    ${barrier ? html`<li>${icon('person')} ${metABarrier(barrier.language, barrier.spokenBy)}</li>` : nothing}
    ${card.ofAge ? html`<li>${icon('person')} ${t(card.ofAge.studentFirst ? 'card.ofAge' : 'card.ofAgeFamily')}</li>` : nothing}
    ${said.map((each) => html`<li dir="auto">${icon('held')} ${each}</li>`)}
  </ul>`;
}

const metABarrier = (code: string, speakers: string[]): string => {
  const language = languageName(code);
  return speakers.length > 0 ? t('card.barrier', { language, who: list(speakers) }) : t('card.barrierNobody', { language });
};

export const facts = (card: Card): TemplateResult => html`${attendance(card)} ${goodThing(card)} ${household(card)} ${notes(card)}`;

function attendance({ attendance: known }: Card): Part {
  if (!known) return nothing;
  const missed = t('attendance.missed', { n: known.daysMissed, number: number(known.daysMissed) });
  const left =
    known.daysLeft === undefined || known.endsChronic
      ? ''
      : t('attendance.left', { n: known.daysLeft, number: number(known.daysLeft) });
  const row = known.daysInARow > 1 ? t('attendance.inARow', { n: known.daysInARow }) : '';
  const days = [...known.lastTwentyDays];
  return html`<div class="attendance">
    <p>${[missed, left, row].filter(Boolean).join(' · ')}</p>
    ${days.length > 0
      ? html`<p class="days" role="img" aria-label=${t('attendance.strip', { n: days.length, absent: days.filter((day) => day === 'A').length })}>
          ${days.map((day) => html`<span class="day day-${day.toLowerCase()}"></span>`)}
        </p>`
      : nothing}
  </div>`;
}

const goodThing = ({ goodThing: thing }: Card): Part =>
  thing ? html`<p class="good"><strong>${t('card.good')}:</strong> ${good(thing)}</p>` : nothing;

function household({ household: others }: Card): Part {
  if (others.length === 0) return nothing;
  const name = (each: Sibling): TemplateResult =>
    html`<a href=${schoolPage(each.schoolId, 'calls', each.taskId)}>${fullName(each.student) || each.studentId}</a>${grade(each.student)
        ? html` <small>${t('grade.short', { grade: grade(each.student) })}</small>`
        : nothing}`;
  return html`<p class="household">
    ${icon('house')} ${t('card.sameCall')} ${others.map((each, at) => html`${at > 0 ? ' · ' : nothing}${name(each)}`)}
  </p>`;
}

const notes = ({ groupNotes }: Card): TemplateResult[] =>
  groupNotes.map(
    (each) => html`<p class="notice">
      <strong>${coded('group', each.reason)}:</strong> <span dir="auto">${each.text}</span>: ${t('students', { n: each.students })}
      <small>${each.writtenBy}</small>
    </p>`,
  );
