/** In the building and not in class: for the dean. Nobody's family is called. */

import { html, type TemplateResult } from 'lit';
import { DeskElement } from '../core/element';
import { because } from '../core/evidence';
import { t } from '../core/i18n';
import { fullName, grade, store } from '../core/store';
import { time } from '../core/time';
import '../parts/building-checks';
import { empty } from '../parts/empty';
import { icon } from '../parts/icons';

class DeskHallway extends DeskElement {
  override render(): TemplateResult {
    const students = [...store.hallway].sort((a, b) => (a.scanAt ?? '').localeCompare(b.scanAt ?? ''));
    return html`<div class="page">
      <h1>${t('page.hallway')}</h1>
      <p class="lead">${t('hallway.what')}</p>
      <building-checks></building-checks>
      ${students.length === 0
        ? store.loaded ? empty(t('hallway.none'), t('hallway.noneYet')) : html`<p class="loading">${t('loading')}</p>`
        : html`<div class="scroll" tabindex="0" role="region" aria-label=${t('page.hallway')}>
            <table>
              <thead>
                <tr>
                  <th scope="col">${t('col.student')}</th>
                  <th scope="col">${t('col.grade')}</th>
                  <th scope="col">${t('col.homeroom')}</th>
                  <th scope="col">${t('col.cameIn')}</th>
                  <th scope="col">${t('col.why')}</th>
                </tr>
              </thead>
              <tbody>
                ${students.map((each) => {
                  const said = because(each, each.explanation);
                  return html`<tr>
                    <th scope="row"><a href="/students/${each.studentId}">${fullName(each.student) || each.studentId}</a></th>
                    <td>${grade(each.student)}</td>
                    <td>${each.student?.homeroom}</td>
                    <td><span class="mark arrived">${icon('door')} ${each.scanAt ? time(each.scanAt) : ''}</span></td>
                    <td lang=${said.lang}>${said.text}</td>
                  </tr>`;
                })}
              </tbody>
            </table>
          </div>`}
    </div>`;
  }
}

customElements.define('desk-hallway', DeskHallway);
