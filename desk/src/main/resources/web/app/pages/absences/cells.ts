/** Cuts a pasted text into lines and cells: CSV, tabs, or whatever else stands between. */

export interface Line {
  /** Where it begins in the text, from 1. */
  line: number;
  cells: string[];
}

const DELIMITERS = ['\t', ';', ',', '|', '،', '؛'];
/** A cell may go on over some lines; more of them means that a quote was never closed. */
const MOST_LINES = 20;

/** The lines that hold something. */
export function cellsOf(text: string): Line[] {
  const lines = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n').split('\n');
  const filled = lines.filter((line) => line.trim());
  const delimiter = DELIMITERS.find((each) => filled.filter((line) => line.includes(each)).length * 2 >= filled.length);
  const found = delimiter ? records(lines, delimiter) : lines.map((line, at) => ({ line: at + 1, cells: line.trim().split(/\s{2,}/) }));
  return found.filter((each) => each.cells.some((cell) => cell.trim()));
}

/** A quote that is never closed costs no more than its own line. */
function records(lines: string[], delimiter: string): Line[] {
  const found: Line[] = [];
  for (let at = 0; at < lines.length; at++) {
    let more = 0;
    let cut = split(lines[at], delimiter);
    while (cut.open && ++more < MOST_LINES && at + more < lines.length) {
      cut = split(lines.slice(at, at + more + 1).join('\n'), delimiter);
    }
    const whole = cut.open ? split(lines[at], delimiter, false) : cut;
    found.push({ line: at + 1, cells: whole.cells });
    if (!cut.open) at += more;
  }
  return found;
}

/** The cells of a record, and whether its last quote is still open. */
function split(text: string, delimiter: string, quotes = true): { cells: string[]; open: boolean } {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (quoted && char === '"' && text[at + 1] === '"') {
      cell += '"';
      at++;
    } else if (quotes && char === '"' && (quoted || cell.trim() === '')) {
      quoted = !quoted;
      if (quoted) cell = '';
    } else if (char === delimiter && !quoted) {
      cells.push(cell);
      cell = '';
    } else {
      cell += char;
    }
  }
  return { cells: [...cells, cell], open: quoted };
}
