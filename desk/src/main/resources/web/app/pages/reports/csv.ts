/** The report that is shown, as a file for a spreadsheet. */

import { file, type Query } from '../../core/api';

const CSV = 'text/csv';

export async function saveCsv(name: string, path: string, query: Query): Promise<void> {
  const rows = await file(path, query, CSV);
  const link = document.createElement('a');
  // With a mark that says UTF-8, which spreadsheets need.
  link.href = URL.createObjectURL(new Blob(['\ufeff', rows], { type: CSV }));
  link.download = `${name}.csv`;
  link.setAttribute('data-leave', '');
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
