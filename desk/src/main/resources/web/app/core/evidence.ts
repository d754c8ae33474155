/** Says in the reader's language what the services concluded, and from what. They say it in codes, and in English beside. */

import { coded, lang, number, t } from './i18n';
import { date, time } from './time';
import type { Evidence, GoodThing, Grounds, Hold, Task } from './types';

/** Both pieces of evidence in one sentence or two. Where there is nothing to say it from, what the service says in English. */
export function because(grounds: Grounds, inEnglish: string): { text: string; lang: string } {
  const said = sentence(grounds);
  return said ? { text: said, lang } : { text: inEnglish, lang: 'en' };
}

/** Why a family is called. */
export const why = (task: Task): { text: string; lang: string } =>
  task.whyInCodes ? because(task.whyInCodes, task.why) : { text: task.why, lang: 'en' };

/** Why a family is in its band. */
export function bandReason(task: Task): { text: string; lang: string } {
  const reason = task.bandReasonInCodes;
  if (!reason) return { text: task.bandReason, lang: 'en' };
  const counted = reason.code === 'NEARLY_CHRONIC' ? reason.absences : reason.days;
  const text = t(`bandwhy.${reason.code.toLowerCase()}`, {
    n: counted ?? 0,
    absences: number(reason.absences ?? 0),
    grade: reason.grade ?? '',
  });
  return { text, lang };
}

/** One good thing to say. */
export const good = (thing: GoodThing): string =>
  t(`good.${thing.code.toLowerCase()}`, {
    n: thing.of ?? 0,
    came: thing.came ?? 0,
    missed: number(thing.missed ?? 0),
    before: number(thing.missedBefore ?? 0),
    date: thing.at ? date(thing.at) : '',
    time: thing.at ? time(thing.at) : '',
  });

/** What a hold waits for, as people call it. */
export function missing(of: Hold['missing'][0]): string {
  if (of.name) return of.name;
  if (of.code !== undefined) return of.code ? t('missing.code', { code: of.code }) : t('missing.blankCode');
  if (of.markedAbsent !== undefined) {
    return t('missing.marked', { absent: of.markedAbsent, expected: of.expected ?? 0 });
  }
  return t('missing.school');
}

function sentence(grounds: Grounds): string {
  const { state, reason, evidence } = grounds;
  if (state === 'NO_SCHOOL') return t('because.noSchool', { reason: reason ?? '' });
  if (state === 'NOT_ENROLLED') return t('because.notEnrolled');
  if (!evidence) return '';
  const parts = ((): string[] => {
    switch (state) {
      case 'UNACCOUNTED':
        return [mark(evidence), door(evidence), check(evidence), unused(evidence)];
      case 'HELD':
        return [reason === 'CODE_UNKNOWN' ? '' : mark(evidence), held(reason ?? '', evidence)];
      case 'IN_BUILDING':
        return [mark(evidence), grounds.scanAt ? t('because.inBuilding', { time: time(grounds.scanAt) }) : ''];
      case 'ARRIVED':
        return [mark(evidence), grounds.scanAt ? t('because.arrived', { time: time(grounds.scanAt) }) : ''];
      case 'EXPLAINED':
        return [mark(evidence, false), t('because.explained', { reason: coded('reason', reason) })];
      case 'NOT_ABSENT':
        return [mark(evidence, false), notAbsent(evidence)];
      case 'SEEN_IN_SCHOOL':
        return [mark(evidence), seen(evidence)];
      case 'WAITING':
        return [grounds.cutOff ? t('because.waiting', { time: time(grounds.cutOff) }) : '', mark(evidence)];
      default:
        return [];
    }
  })();
  return parts.filter(Boolean).join(' ');
}

const MARKS: Record<string, string> = { ABSENT: 'marked', EXCUSED: 'excused', PRESENT: 'present', TARDY: 'tardy' };

/** The deciding mark; where there is none that is said, too. */
function mark(evidence: Evidence, orNone = true): string {
  if (!evidence.mark) {
    return orNone && evidence.triggerPeriod ? t('because.noMark', { period: evidence.triggerPeriod }) : '';
  }
  const { period, takenAt, kind } = evidence.mark;
  const said = MARKS[kind ?? 'ABSENT'] ?? 'marked';
  return t(`because.${said}${period === 'day' ? 'Day' : ''}`, { period, time: time(takenAt) });
}

function door(evidence: Evidence): string {
  if (evidence.marksAlone) return t('because.noDoor');
  if (evidence.scan?.direction === 'OUT') return t('because.left', { time: time(evidence.scan.at) });
  if (evidence.scan) return t('because.cameIn', { time: time(evidence.scan.at) });
  return evidence.doorsLastHeard
    ? t('because.noScan', { time: time(evidence.doorsLastHeard) })
    : t('because.noScanAtAll');
}

function notAbsent(evidence: Evidence): string {
  switch (evidence.notAbsent) {
    case 'ATTENDANCE_WAS_TAKEN':
      return t('because.attendanceTaken');
    case 'SCHOOL_NEVER_SIGNALS':
      return t('because.neverSignals');
    case 'INSIDE_WITHOUT_A_MARK':
      return t('because.inside');
    default:
      return '';
  }
}

function seen(evidence: Evidence): string {
  if (!evidence.seen) return '';
  const { at, by, period } = evidence.seen;
  return period
    ? t('because.seenInClass', { time: time(at), period })
    : t('because.seenBy', { time: time(at), by: by ?? '' });
}

function held(reason: string, evidence: Evidence): string {
  const of = evidence.missing ?? {};
  switch (reason) {
    case 'ATTENDANCE_NOT_TAKEN':
      return t('because.notTaken', { period: of.period ?? '' });
    case 'CODE_UNKNOWN':
      return t('because.codeUnknown', { code: of.code || '–' });
    case 'SEEN_ELSEWHERE':
      return t('because.elsewhere', { place: of.place ?? '', time: of.since ? time(of.since) : '' });
    case 'DOOR_FEED_SILENT':
      return of.since
        ? t('because.silent', { place: of.place ?? '', time: time(of.since) })
        : t('because.neverHeard', { place: of.place ?? '' });
    case 'MASS_ABSENCE':
      return of.noScanAtAll
        ? t('because.noDoorSawAnybody')
        : t('because.mass', { absent: of.markedAbsent ?? 0, expected: of.expected ?? 0 });
    default:
      return coded('hold', reason);
  }
}

function check(evidence: Evidence): string {
  if (!evidence.check) return '';
  return t(evidence.check.seen === 'NOT_IN' ? 'because.checkedNotIn' : 'because.checkedIn', {
    by: evidence.check.by,
    time: time(evidence.check.at),
  });
}

const unused = (evidence: Evidence): string =>
  evidence.unusedScans > 0 ? t('because.unused', { n: evidence.unusedScans }) : '';
