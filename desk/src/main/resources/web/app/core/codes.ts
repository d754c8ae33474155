/** Attendance codes: what each means to a school. */

import { ask } from './api';

export interface Code {
  code: string;
  category: string;
  reason?: string;
}

export const CATEGORIES = [
  'UNEXCUSED_ABSENCE',
  'EXCUSED_ABSENCE',
  'PRESENT',
  'TARDY',
  'IN_ATTENDANCE',
  'PARTIAL',
  'EARLY_DEPARTURE',
];
export const REASONS = ['medical', 'trip', 'religious', 'suspension', 'family-reported', 'released', 'remote'];

const DISTRICT = '/api/ingest/v1/attendance-codes';

export const codesOf = (schoolId: string): string => `/api/ingest/v1/schools/${encodeURIComponent(schoolId)}/attendance-codes`;

/** A school's own codes, and the district's, which hold beside them. */
export async function readCodes(schoolId: string): Promise<{ own: Code[]; district: Code[] }> {
  const [own, district] = await Promise.all([
    ask<{ codes: Code[] }>(codesOf(schoolId)),
    ask<{ codes: Code[] }>(DISTRICT),
  ]);
  return { own: own.body.codes, district: district.body.codes.filter((each) => !own.body.codes.some((one) => one.code === each.code)) };
}
