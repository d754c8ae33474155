/** Changes something that others may be changing as well: whoever was first is not undone. */

import { Problem, ask } from '../core/api';
import { t } from '../core/i18n';
import { refusal, type Sentence } from '../core/refusals';

/** What is to be said of it; nothing where it was done. */
export async function change(path: string, version: number, body: unknown = undefined): Promise<Sentence> {
  try {
    await ask(`/api/outreach/v1/${path}`, {
      method: 'POST',
      body,
      headers: { 'Idempotency-Key': crypto.randomUUID(), 'If-Match': `"${version}"` },
    });
    return '';
  } catch (fault) {
    return fault instanceof Problem && fault.status === 412 ? t('trouble.changedMeanwhile') : refusal(fault);
  }
}
