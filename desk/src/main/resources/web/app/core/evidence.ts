/** Says in the reader's language what the services concluded, and from what. */

import { coded, lang, t } from './i18n';
import { time } from './time';
import type { Evidence, Whereabouts } from './types';

/** Both pieces of evidence in one sentence or two. Where there is nothing to say it from, what the service says in English. */
export function because(where: Whereabouts): { text: string; lang: string } {
  const said = sentence(where);
  return said ? { text: said, lang } : { text: where.explanation, lang: 'en' };
}

function sentence(where: Whereabouts): string {
  const evidence = where.evidence;
  if (!evidence) return '';
  switch (where.state) {
    case 'UNACCOUNTED':
      return [mark(evidence), door(evidence), check(evidence), unused(evidence)].filter(Boolean).join(' ');
    case 'HELD':
      return [mark(evidence), held(where.reason ?? '', evidence)].filter(Boolean).join(' ');
    case 'IN_BUILDING':
      return [mark(evidence), where.scanAt ? t('because.inBuilding', { time: time(where.scanAt) }) : '']
        .filter(Boolean)
        .join(' ');
    case 'ARRIVED':
      return [mark(evidence), where.scanAt ? t('because.arrived', { time: time(where.scanAt) }) : '']
        .filter(Boolean)
        .join(' ');
    default:
      return '';
  }
}

function mark(evidence: Evidence): string {
  if (!evidence.mark) return '';
  const { period, takenAt } = evidence.mark;
  return period === 'day'
    ? t('because.markedDay', { time: time(takenAt) })
    : t('because.marked', { period, time: time(takenAt) });
}

function door(evidence: Evidence): string {
  if (evidence.marksAlone) return t('because.noDoor');
  if (evidence.scan?.direction === 'OUT') return t('because.left', { time: time(evidence.scan.at) });
  if (evidence.scan) return t('because.cameIn', { time: time(evidence.scan.at) });
  return evidence.doorsLastHeard
    ? t('because.noScan', { time: time(evidence.doorsLastHeard) })
    : t('because.noScanAtAll');
}

function held(reason: string, evidence: Evidence): string {
  const missing = evidence.missing ?? {};
  switch (reason) {
    case 'ATTENDANCE_NOT_TAKEN':
      return t('because.notTaken', { period: missing.period ?? '' });
    case 'CODE_UNKNOWN':
      return t('because.codeUnknown', { code: missing.code || '–' });
    case 'SEEN_ELSEWHERE':
      return t('because.elsewhere', { place: missing.place ?? '', time: missing.since ? time(missing.since) : '' });
    case 'DOOR_FEED_SILENT':
      return missing.since
        ? t('because.silent', { place: missing.place ?? '', time: time(missing.since) })
        : t('because.neverHeard', { place: missing.place ?? '' });
    case 'MASS_ABSENCE':
      return t('because.mass', { absent: missing.markedAbsent ?? 0, expected: missing.expected ?? 0 });
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
