/**
 * What a refusal (RFC 9457) says to whoever works at the desk. In English that is what the service says. In every other language it is the
 * desk's own sentence for that type of problem; what the service says beyond it stands behind, smaller and marked as English, so that
 * nothing of it is lost. A type that has no sentence is told as the service tells it.
 */

import { html, type TemplateResult } from 'lit';
import { Problem } from './api';
import { lang, says, t, type Values } from './i18n';
import { time } from './time';

/** Words to be drawn; some of them may be in another language than the page, and are marked so. */
export type Sentence = string | TemplateResult;

/** Types whose sentence has all that a person needs of what the service says. Of every other one that is shown, too. */
const WHOLE = new Set([
  'another-task-claimed',
  'answer-gone',
  'attempt-not-yours',
  'attempt-undone',
  'call-bridge-away',
  'call-bridge-refuses',
  'changed-meanwhile',
  'consent-is-there',
  'district-off-boarded',
  'follow-up-not-yours',
  'grant-revoked',
  'idempotency-key-reused',
  'internal',
  'no-call-bridge',
  'nobody-is-held',
  'note-not-yours',
  'not-signed-in',
  'other-site',
  'outside-permitted-hours',
  'own-grant',
  'promise-is-withdrawn',
  'reader-changed-meanwhile',
  'reader-has-two-keys',
  'reader-key-in-use',
  'request-in-flight',
  'roster-empty',
  'task-claimed',
  'task-not-in-hand',
  'task-not-yours',
  'too-late-to-undo',
]);

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;
const LEFT_OPEN = /\{\w+\}/;

/** What went wrong, of a service or of anything else. */
export function refusal(fault: unknown): Sentence {
  if (!(fault instanceof Problem)) return t('trouble.notDone');
  const ours = ownOf(fault);
  if (!fault.detail) return ours || t('trouble.notDone');
  if (lang === 'en') return fault.detail;
  if (!ours) return html`<span lang="en" dir="ltr">${fault.detail}</span>`;
  return WHOLE.has(fault.type) ? ours : beside(ours, fault.detail);
}

/** What is wrong with a field. It has no code yet: in another language the desk says that it cannot be taken, and the service's words say why. */
export const violation = (message: string): Sentence => (lang === 'en' ? message : beside(t('trouble.field'), message));

/** The message of that name, with a sentence in its place `{why}`. */
export function withWhy(key: string, why: Sentence, values: Values = {}): Sentence {
  if (typeof why === 'string') return t(key, { ...values, why });
  const [before, after] = t(key, { ...values, why: '\u0000' }).split('\u0000');
  return html`${before}${why}${after}`;
}

const beside = (ours: string, english: string): TemplateResult => html`${ours} <small lang="en" dir="ltr">${english}</small>`;

/** The desk's own sentence; none where it has none for the type, or lacks something that belongs into it. */
function ownOf({ type, members }: Problem): string {
  const name = type.replace(/-/g, '_');
  if (!type || !says(`refused.${name}`)) return '';
  const words = t(`refused.${name}`, placesOf(members));
  return LEFT_OPEN.test(words) ? '' : words;
}

/** The problem's members by name, times as the school's clock shows them. */
function placesOf(members: Record<string, unknown>): Values {
  const places: Values = {};
  for (const [name, value] of Object.entries(members)) {
    if (typeof value === 'number') places[name] = value;
    if (typeof value === 'string') places[name] = INSTANT.test(value) ? time(value) : value;
  }
  return places;
}
