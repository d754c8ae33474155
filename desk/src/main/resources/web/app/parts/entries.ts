/** What happened to a student on a day, one below the other. What is printed for a family has no calls and no notes. */

import { html, nothing, type TemplateResult } from 'lit';
import { coded, lang, t } from '../core/i18n';
import { date, moment, time } from '../core/time';
import type { Entry, EntryInCodes, EntryNote } from '../core/types';
import { flags, inShort } from './call-history';

/** An entry in the reader's language. */
interface Told {
  what: string;
  details?: (string | TemplateResult)[];
  note?: EntryNote;
}

export const entries = (items: Entry[]): TemplateResult => html`<ol class="timeline">
  ${items.map(
    (entry) => html`<li class="entry-${entry.kind.toLowerCase()} ${entry.inCodes?.call ? 'no-print' : ''}">
      <time>${time(entry.at)}</time>
      <div>
        <span class="entry-kind">${coded('entry', entry.kind)}</span>
        ${told(entry)} ${entry.by ? html`<p><small>${entry.by}</small></p>` : nothing}
      </div>
    </li>`,
  )}
</ol>`;

function told(entry: Entry): TemplateResult {
  const said = entry.inCodes && inReadersLanguage(entry.inCodes, entry);
  if (!said) {
    return html`<p lang="en" dir="auto">${entry.what}</p>
      ${entry.detail ? html`<p class="detail" lang="en" dir="auto"><small>${entry.detail}</small></p>` : nothing}`;
  }
  return html`<p>${said.what}</p>
    ${said.details?.filter(Boolean).map((each) => (typeof each === 'string' ? html`<p class="detail"><small>${each}</small></p>` : each))}
    ${said.note ? note(said.note) : nothing}`;
}

const note = (of: EntryNote): TemplateResult =>
  of.hidden
    ? html`<p class="detail no-print"><small>${t('told.hiddenNote')}</small></p>`
    : html`<p class="detail no-print" dir="auto"><small>${of.text}</small></p>`;

function inReadersLanguage(codes: EntryInCodes, entry: Entry): Told | undefined {
  if (codes.mark) return mark(codes.mark);
  if (codes.scan) return scan(codes.scan);
  if (codes.sighting) {
    return { what: t(codes.sighting.seen === 'IN_BUILDING' ? 'seen.in' : 'seen.notIn'), note: codes.sighting.note };
  }
  if (codes.knownAbsence) return known(codes.knownAbsence);
  if (codes.conclusion) return conclusion(codes.conclusion, entry);
  if (codes.task) {
    const why = coded('becauseOf', codes.task.reason);
    return { what: [coded('step', codes.task.what), why].filter(Boolean).join(' · ') };
  }
  if (codes.call) return call(codes.call);
  if (codes.step) return step(codes.step);
  return undefined;
}

const withdrawn = (is: boolean): string => (is ? ` (${t('told.withdrawn')})` : '');

function mark(of: NonNullable<EntryInCodes['mark']>): Told {
  const when = of.period === 'day' ? t('told.wholeDay') : t('told.period', { period: of.period });
  return {
    what: `${coded('told', of.kind)} · ${when}${withdrawn(of.withdrawn)}`,
    details: [t('told.code', { code: of.code, version: String(of.version) })],
  };
}

const PASSED = { IN: 'told.in', OUT: 'told.out', PASSAGE: 'told.passage' };

const scan = (of: NonNullable<EntryInCodes['scan']>): Told => ({
  what: t(PASSED[of.direction], { building: of.building }),
  details: [
    t('told.reader', { reader: of.reader }),
    of.minutesAhead === undefined ? '' : t('told.ahead', { n: of.minutesAhead }),
  ],
});

function known(of: NonNullable<EntryInCodes['knownAbsence']>): Told {
  const day = (each: string): string => date(`${each}T17:00:00Z`);
  const span =
    of.fromTime && of.toTime
      ? { from: moment(of.fromTime), to: moment(of.toTime) }
      : { from: day(of.fromDay ?? ''), to: day(of.toDay ?? '') };
  return {
    what: t('because.explained', { reason: coded('reason', of.reason) }) + withdrawn(of.withdrawn),
    details: [t('told.span', span)],
  };
}

/** English has the whole explanation, with names and times; the others have what the rule says. */
function conclusion(of: NonNullable<EntryInCodes['conclusion']>, entry: Entry): Told {
  const why = of.state === 'HELD' ? coded('hold', of.reason) : coded('state', of.state);
  return {
    what: `${why} · ${t('entry.rule', { rule: String(of.rule) })}`,
    details: [lang === 'en' ? (entry.detail ?? '') : coded('ruled', String(of.rule))],
  };
}

function call(of: NonNullable<EntryInCodes['call']>): Told {
  const what = [
    coded('channel', of.channel),
    inShort({ ...of, note: undefined }),
    of.madeInError ? t('told.inError', { cause: coded('mistake', of.madeInError) }) : '',
    of.undone ? t('told.undone') : '',
  ];
  return { what: what.filter(Boolean).join(' · '), details: flags({ flags: of.flags }), note: of.note };
}

function step(of: NonNullable<EntryInCodes['step']>): Told {
  return { what: coded('stepped', `${of.of}_${of.what}`), details: [inStep(of)] };
}

/** Who promised, whose it is now, or with whom it is and why. */
function inStep(of: NonNullable<EntryInCodes['step']>): string {
  if (!of.detail) return '';
  if (of.of === 'PROMISE') return t(of.detail === 'FAMILY' ? 'told.byFamily' : 'told.bySchool');
  if (of.of === 'FOLLOW_UP') return t('told.owner', { who: of.detail });
  const [who, reasons] = of.detail.split(': ');
  return [
    t('told.owner', { who: coded('with', who) }),
    ...(reasons ?? '').split(' ').map((reason) => coded('escalation', reason)),
  ]
    .filter(Boolean)
    .join(' · ');
}
