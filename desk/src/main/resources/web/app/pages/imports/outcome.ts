/** How an import goes or went, in one line. */

import { html, nothing, type TemplateResult } from 'lit';
import { coded, t } from '../../core/i18n';
import { icon } from '../../parts/icons';
import type { Import } from './import';

export function outcome(one: Import): TemplateResult {
  switch (one.state) {
    case 'RUNNING':
      return html`<span class="mark"
        >${icon('later')} ${coded('phase', one.progress.phase)} ${one.progress.rowsRead > 0 ? t('imports.rowsRead', { n: one.progress.rowsRead }) : nothing}</span
      >`;
    case 'DONE':
      return html`<span class="mark arrived"
        >${icon('arrived')} ${t(one.dryRun ? 'imports.wouldDo' : 'imports.done', { n: one.counts.studentsChanged, of: one.counts.students })}</span
      >`;
    default:
      return html`<span class="mark weak">${icon('weak')} ${t(one.state === 'REFUSED' ? 'imports.refused' : 'imports.failed')}</span>`;
  }
}
