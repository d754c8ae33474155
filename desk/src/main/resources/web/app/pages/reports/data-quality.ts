/** What the numbers lack, and what to do about it. */

import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../../core/i18n';
import { store } from '../../core/store';
import { bars } from './chart/bars';
import { nameOf, type Report } from './report';
import { table } from './table';
import { figure, longDay, weekdayAndDay } from './words';

interface HeldOn {
  day: string;
  students: number;
}

interface ClassesOn {
  day: string;
  classes: number;
  usual: number;
  /** Ids of classes that usually submit, and did not. */
  missing: string[];
}

interface OfSchool {
  schoolId: string;
  schoolName?: string;
  schoolDays: number;
  notSubmitted: string[];
  unmapped: number;
  silentDoors: HeldOn[];
  unsubmittedClasses: HeldOn[];
  /** Not there as of a date before: nobody keeps it. */
  fewerClasses?: ClassesOn[];
}

interface DataQuality {
  from: string;
  to: string;
  schools: OfSchool[];
}

export const dataQuality: Report<DataQuality> = {
  name: 'data-quality',
  readers: 'students',
  path: '/api/reports/v1/data-quality',
  fields: () => ['from', 'to'],
  asKnown: () => true,
  query: ({ school, from, to }) => ({ school, from, to }),
  scope: (report) => [t('reports.fromTo', { from: longDay(report.from), to: longDay(report.to) })],
  show,
};

const students = (held: HeldOn[]): number => held.reduce((sum, each) => sum + each.students, 0);
const title = (school: OfSchool): string => school.schoolName ?? nameOf(school.schoolId);

function show(report: DataQuality): TemplateResult {
  return html`${bars(
      t('quality.chart'),
      report.schools.map((school) => ({
        of: title(school),
        figure: t('morning.of', { count: school.schoolDays - school.notSubmitted.length, of: school.schoolDays }),
        parts: [
          { name: t('quality.submitted'), tone: 'strong' as const, value: school.schoolDays - school.notSubmitted.length },
          { name: t('quality.notSubmitted'), tone: 'missing' as const, value: school.notSubmitted.length },
        ],
      })),
      { ends: t('quality.submitted') },
    )}
    ${table(
      t('quality.table'),
      [
        t('strip.school'),
        t('quality.schoolDays'),
        t('quality.notSubmitted'),
        t('quality.unmapped'),
        t('quality.silentDoors'),
        t('quality.heldForDoors'),
        t('quality.classes'),
        t('quality.heldForClasses'),
        t('quality.fewerClasses'),
      ],
      report.schools.map((school) => ({
        of: title(school),
        cells: [
          school.schoolDays,
          school.notSubmitted.length,
          school.unmapped,
          school.silentDoors.length,
          students(school.silentDoors),
          school.unsubmittedClasses.length,
          students(school.unsubmittedClasses),
          school.fewerClasses?.length,
        ].map(figure),
      })),
    )}
    <h2>${t('quality.toDo')}</h2>
    ${report.schools.map((school) => toDo(school))}
    <p class="hint">${t('quality.means')}</p>`;
}

function toDo(school: OfSchool): TemplateResult {
  const fewer = school.fewerClasses ?? [];
  const lacks = school.notSubmitted.length + school.unmapped + school.silentDoors.length + school.unsubmittedClasses.length + fewer.length > 0;
  return html`<section class="panel">
    <h3><bdi>${title(school)}</bdi></h3>
    ${lacks
      ? html`<ul>
          ${school.notSubmitted.length > 0
            ? html`<li>${t('quality.submit', { n: school.notSubmitted.length })} ${dates(school.notSubmitted)}</li>`
            : nothing}
          ${fewer.length > 0
            ? html`<li>${t('quality.submitClasses', { n: fewer.length })}
                <ul>
                  ${fewer.map(classes)}
                </ul></li>`
            : nothing}
          ${school.unmapped > 0
            ? html`<li>${t('quality.map', { n: school.unmapped })}
                ${store.hasRole('attendance-lead', 'principal', 'admin') ? html`<a href="/quarantine">${t('page.quarantine')}</a>` : nothing}</li>`
            : nothing}
          ${school.silentDoors.length > 0
            ? html`<li>${t('quality.doors', { n: school.silentDoors.length })} ${held(school.silentDoors)}
                <a href="/feeds">${t('page.feeds')}</a></li>`
            : nothing}
          ${school.unsubmittedClasses.length > 0
            ? html`<li>${t('quality.takeAttendance', { n: school.unsubmittedClasses.length })} ${held(school.unsubmittedClasses)}</li>`
            : nothing}
        </ul>`
      : html`<p>${t('quality.nothing')}</p>`}
  </section>`;
}

const dates = (days: string[]): string => days.map(weekdayAndDay).join(' · ');
const classes = (on: ClassesOn): TemplateResult =>
  html`<li>
    ${weekdayAndDay(on.day)}: ${t('quality.ofClasses', { count: on.classes, usual: on.usual })}.
    ${on.missing.length > 0 ? html`${t('quality.missing')} ${on.missing.map((id, at) => html`${at > 0 ? ' · ' : nothing}<bdi>${id}</bdi>`)}` : nothing}
  </li>`;
const held = (days: HeldOn[]): string => days.map((each) => `${weekdayAndDay(each.day)}: ${t('quality.held', { n: each.students })}`).join(' · ');
