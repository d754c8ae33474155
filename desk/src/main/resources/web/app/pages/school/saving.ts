/** Saving a part of a school when others may change it too: what they did elsewhere is no conflict; what they did here is shown. */

import { Problem, ask } from '../../core/api';
import { readSchool, type Whole } from '../../core/school-day';

/** Somebody else changed the same part; `fresh` is what they made of it. */
export class ChangedHere extends Error {
  constructor(readonly fresh: Whole) {
    super('changed');
  }
}

/**
 * Puts a part, if it still is what the form began with.
 *
 * @param part what of the school the form is about, so that it can be compared
 */
export async function save(
  schoolId: string,
  path: string,
  body: unknown,
  known: Whole,
  part: (whole: Whole) => unknown,
): Promise<void> {
  const put = (etag: string | null): Promise<unknown> =>
    ask(`/api/ingest/v1/schools/${encodeURIComponent(schoolId)}${path}`, {
      method: 'PUT',
      body,
      headers: etag ? { 'If-Match': etag } : {},
    });
  try {
    await put(known.etag);
  } catch (fault) {
    if (!(fault instanceof Problem) || fault.status !== 412) throw fault;
    const fresh = await readSchool(schoolId);
    if (JSON.stringify(part(fresh)) !== JSON.stringify(part(known))) throw new ChangedHere(fresh);
    await put(fresh.etag);
  }
}
