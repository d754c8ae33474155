/** What is wrong with a roster's rows, as a file for whoever makes the roster. */

import { keepForSpreadsheets } from '../reports/csv';
import type { RowError } from './import';

export function saveRows(importId: string, rows: RowError[]): void {
  const lines = [['file', 'line', 'column', 'effect', 'reason'], ...rows.map((each) => [each.file, String(each.line), each.column ?? '', each.effect, each.reason])];
  keepForSpreadsheets(`roster-rows-${importId}`, new Blob(lines.map((line) => `${line.map(cell).join(',')}\r\n`)));
}

/** What a spreadsheet takes for the beginning of a formula, as the service's own files have it. */
const FORMULA = /^(?:[\t\r\n]|[\s\p{Z}\p{Cc}\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/u;

const cell = (text: string): string => `"${(FORMULA.test(text) ? `'${text}` : text).replace(/"/g, '""')}"`;
