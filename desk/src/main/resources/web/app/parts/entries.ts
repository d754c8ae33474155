/** What happened to a student on a day, one below the other. */

import { html, nothing, type TemplateResult } from 'lit';
import { coded, t } from '../core/i18n';
import { time } from '../core/time';
import type { Timeline } from '../core/types';

type Entry = Timeline['entries'][0];

const CONCLUSION = /^([A-Z_]+)(?: \(([A-Za-z_-]+)\))? by rule (\d+)$/;
const TASK = /^Call task ([A-Z_]+)/;

export const entries = (items: Entry[]): TemplateResult => html`<ol class="timeline">
  ${items.map(
    (entry) => html`<li class="entry-${entry.kind.toLowerCase()}">
      <time>${time(entry.at)}</time>
      <div>
        <span class="entry-kind">${coded('entry', entry.kind)}</span>
        ${what(entry)}
        ${entry.detail ? html`<p class="detail" lang="en" dir="auto"><small>${entry.detail}</small></p>` : nothing}
        ${entry.by ? html`<p><small>${entry.by}</small></p>` : nothing}
      </div>
    </li>`,
  )}
</ol>`;

/** In the reader's language where the services say it in codes; else as they say it. */
function what(entry: Entry): TemplateResult {
  const conclusion = CONCLUSION.exec(entry.what);
  if (conclusion) {
    const reason = conclusion[1] === 'HELD' ? coded('hold', conclusion[2]) : '';
    return html`<p>${reason || coded('state', conclusion[1])} <small>${t('entry.rule', { rule: conclusion[3] })}</small></p>`;
  }
  const task = TASK.exec(entry.what);
  if (task) return html`<p>${coded('step', task[1])}</p>`;
  return html`<p lang="en" dir="auto">${entry.what}</p>`;
}
