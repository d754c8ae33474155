/** What is wrong with a roster's rows, as a file for whoever makes the roster. */

import type { RowError } from './import';

export function saveRows(importId: string, rows: RowError[]): void {
  const lines = [['file', 'line', 'column', 'effect', 'reason'], ...rows.map((each) => [each.file, String(each.line), each.column ?? '', each.effect, each.reason])];
  const text = lines.map((line) => line.map(cell).join(',')).join('\r\n');
  const link = document.createElement('a');
  // With a mark that says UTF-8, which spreadsheets need.
  link.href = URL.createObjectURL(new Blob(['\ufeff', text, '\r\n'], { type: 'text/csv' }));
  link.download = `roster-rows-${importId}.csv`;
  link.setAttribute('data-leave', '');
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/** A spreadsheet must not take a cell for a formula. */
const cell = (text: string): string => `"${text.replace(/^[=+\-@\t\r]/, "'$&").replace(/"/g, '""')}"`;
