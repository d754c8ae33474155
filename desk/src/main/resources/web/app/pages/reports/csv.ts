/** The report that is shown, as a file for a spreadsheet; and other files. */

import { file, type Query } from '../../core/api';

const CSV = 'text/csv';
/** A mark that says UTF-8, which spreadsheets need. */
const MARK = '\ufeff';

export const rowsOf = (path: string, query: Query): Promise<Blob> => file(path, query, CSV);

export async function saveCsv(name: string, path: string, query: Query): Promise<void> {
  keepForSpreadsheets(name, await rowsOf(path, query));
}

/** Saves it as it is. */
export function keep(name: string, rows: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([rows], { type: CSV }));
  link.download = `${name}.csv`;
  link.setAttribute('data-leave', '');
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/** Saves it for a spreadsheet. */
export const keepForSpreadsheets = (name: string, rows: Blob): void => keep(name, new Blob([MARK, rows]));
