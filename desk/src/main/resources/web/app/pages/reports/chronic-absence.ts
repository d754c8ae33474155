/** Chronic absence as of a date, by band, with average daily attendance beside it. */

import { html, nothing, type TemplateResult } from 'lit';
import { get } from '../../core/api';
import { coded, number, t } from '../../core/i18n';
import { isoDay } from '../../core/time';
import { inBands, type Bands } from './bands';
import { bars } from './chart/bars';
import type { Choice } from './choice';
import type { Values } from './choices';
import { leftOut, type LeftOut } from './left-out';
import { divided, groupsOfStudents, readsStudents, UNDIVIDED, type Report } from './report';
import { table, type Row } from './table';
import { days, figure, longDay, nameOfLine, NONE, percent } from './words';

export interface Line {
  schoolId?: string;
  schoolName?: string;
  value?: string;
  suppressed: boolean;
  students?: number;
  bands?: Bands;
  leftOut?: LeftOut;
  attendance?: { enrolledHalfDays: number; attendedHalfDays: number; percent?: number };
}

export interface ChronicAbsence {
  asOf: string;
  knownOn?: string;
  releasedAt?: string;
  schoolYear: string;
  minimumEnrolmentDays: number;
  groupBy?: string;
  countedOnce: boolean;
  schools?: string[];
  total: Line;
  lines: Line[];
  rest?: Line;
}

const PATH = '/api/reports/v1/chronic-absence';

export const chronicAbsence: Report<ChronicAbsence> = {
  name: 'chronic-absence',
  readers: 'numbers',
  path: PATH,
  fields: () => ['groupBy', 'asOf'],
  asKnown: ({ school }) => readsStudents(school),
  groups: groupsOfStudents,
  query: (choice) => ({ ...divided(choice), asOf: choice.asOf }),
  scope: (report) => [
    t('reports.upTo', { day: longDay(report.asOf), year: report.schoolYear }),
    ...(report.releasedAt ? [t('reports.released', { day: longDay(isoDay(Date.parse(report.releasedAt))) })] : []),
  ],
  show,
};

function show(report: ChronicAbsence, choice: Choice): TemplateResult {
  const { total } = report;
  if (total.suppressed && report.lines.length === 0) return html`<p class="notice">${t('reports.suppressed')}</p>`;
  const by = choice.groupBy;
  const lines = report.lines.map((line): [string, Line] => [nameOfLine(by, line), line]);
  const all: [string, Line][] = [
    [t('reports.total'), total],
    ...lines,
    ...(report.rest ? [[t('reports.rest'), report.rest] as [string, Line]] : []),
  ];
  return html`${figures(total)} ${leftOut(total.leftOut, report.minimumEnrolmentDays)}
    ${bars(
      t('chronic.chart'),
      all.flatMap(([of, line]) => (line.bands ? [{ of, figure: percent(line.bands.chronicPercent), parts: inBands(line.bands) }] : [])),
      { ends: t('chronic.share'), whole: true },
    )}
    ${table(
      t('chronic.table'),
      [
        by === UNDIVIDED ? t('reports.of') : coded('by', by),
        t('chronic.students'),
        ...['SATISFACTORY', 'AT_RISK', 'CHRONIC', 'SEVERELY_CHRONIC'].map((band) => coded('stands', band)),
        t('chronic.share'),
        t('leftout.belowShort', { minimum: report.minimumEnrolmentDays }),
        t('leftout.nodayShort'),
        t('attendance.average'),
        t('chronic.daysAttended'),
        t('chronic.daysEnrolled'),
      ],
      all.map(([of, line], at) => row(of, line, at === 0)),
    )}
    <p class="hint">${t('chronic.bands')} ${t(report.countedOnce ? 'chronic.once' : 'chronic.atEach')}
      ${report.rest ? t('reports.restMeans') : nothing}</p>`;
}

function figures({ students, bands, attendance }: Line): TemplateResult | typeof nothing {
  if (!bands) return nothing;
  const one = (words: string, of: string, note: string): TemplateResult => html`<div><dt>${words}</dt><dd>${of}</dd><dd class="note">${note}</dd></div>`;
  const inBand = bands.satisfactory + bands.atRisk + bands.chronic + bands.severelyChronic;
  return html`<dl class="figures">
    ${one(t('chronic.share'), percent(bands.chronicPercent), t('morning.of', { count: bands.chronic + bands.severelyChronic, of: inBand }))}
    ${one(t('attendance.average'), percent(attendance?.percent), t('chronic.daysOf', { attended: days(attendance?.attendedHalfDays), enrolled: days(attendance?.enrolledHalfDays) }))}
    ${one(t('chronic.students'), number(students ?? 0), t('chronic.leaversToo'))}
  </dl>`;
}

function row(of: string, line: Line, isTotal: boolean): Row {
  const { bands, leftOut: out, attendance } = line;
  return {
    of: line.suppressed ? html`${of} <small>${t('reports.suppressedShort')}</small>` : of,
    isTotal,
    cells: [
      figure(line.students),
      figure(bands?.satisfactory),
      figure(bands?.atRisk),
      figure(bands?.chronic),
      figure(bands?.severelyChronic),
      bands ? percent(bands.chronicPercent) : NONE,
      figure(out?.belowMinimumEnrolment),
      figure(out?.noDayCounts),
      percent(attendance?.percent),
      days(attendance?.attendedHalfDays),
      days(attendance?.enrolledHalfDays),
    ],
  };
}

/** Which grades, homerooms or groups there are. */
export async function valuesOf(kind: string, school: string, signal: AbortSignal): Promise<Values> {
  const report = await get<ChronicAbsence>(PATH, { school, groupBy: kind }, signal);
  return report.lines.map((line) => [line.value ?? '', nameOfLine(kind, line)]);
}
