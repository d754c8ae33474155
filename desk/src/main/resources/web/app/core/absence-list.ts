/** Reads an absence list as somebody copied it from a screen or saved it: which column is what, in any script. */

export type Meaning = 'id' | 'name' | 'code' | 'period' | 'none';

export interface Recognised {
  /** What each column is. */
  columns: Meaning[];
  heads: string[];
  rows: { line: number; cells: string[] }[];
}

export interface ListRow {
  line: number;
  id: string;
  name: string;
  code: string;
  period: string;
}

/** Words at the top of columns, as they are met in exports: lower case, without accents. */
const HEADS: [Meaning, RegExp][] = [
  ['id', /\b(id|osis|number|numero|matricula|identificacion|identificador)\b|رقم|معرف/],
  ['period', /\b(period|per|pd|periodo|hora|bloque|block)\b|حصة|الحصة/],
  ['code', /\b(code|codigo|status|estado|attendance|asistencia|mark|absence|ausencia|tipo)\b|رمز|حالة|الحضور/],
  ['name', /\b(name|names|student|first|last|surname|given|family|nombre|nombres|apellido|apellidos|alumno|alumna|estudiante)\b|اسم|الطالب|العائلة/],
];
const DELIMITERS = ['\t', ';', ',', '|', '،'];

/** Small letters, no accents, digits that everybody has. */
export const plain = (text: string): string =>
  digits(text.normalize('NFD').replace(/\p{M}+/gu, '')).toLowerCase().trim();

const digits = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf));

/** Cells of the text, and what its columns are; codes and periods are what the school has. */
export function recognise(text: string, codes: string[], periods: string[]): Recognised {
  const cut = cells(text);
  const first = cut[0]?.cells ?? [];
  const named = first.map(headOf);
  const hasHead = named.filter((each) => each !== 'none').length >= Math.min(2, first.length) && (named.includes('id') || named.includes('name'));
  const rows = hasHead ? cut.slice(1) : cut;
  const width = Math.max(0, ...cut.map((each) => each.cells.length));
  const guessed = Array.from({ length: width }, (_, at) => guess(rows.map((each) => each.cells[at] ?? ''), codes, periods));
  const columns = guessed.map((each, at) => (hasHead && named[at] && named[at] !== 'none' ? named[at] : hasHead && first[at] ? 'none' : each));
  return { columns: once(columns), heads: hasHead ? first : [], rows };
}

/** Ids, codes and periods stand in one column each; names may stand in two. */
function once(columns: Meaning[]): Meaning[] {
  return columns.map((each, at) => (each !== 'name' && columns.indexOf(each) !== at ? 'none' : each));
}

function headOf(head: string): Meaning {
  const words = plain(head).replace(/[_./-]+/g, ' ');
  return HEADS.find(([, pattern]) => pattern.test(words))?.[0] ?? 'none';
}

function guess(values: string[], codes: string[], periods: string[]): Meaning {
  const filled = values.map((each) => each.trim()).filter(Boolean);
  if (filled.length === 0) return 'none';
  const most = (test: (value: string) => boolean): boolean => filled.filter(test).length * 2 > filled.length;
  const looksLikeId = (value: string): boolean => /^(?=.*\d)[A-Za-z0-9._:-]{4,64}$/.test(digits(value));
  const looksLikeName = (value: string): boolean => /^[\p{L}\p{M}'’.,\-\s()]{2,}$/u.test(value);
  if (most((value) => codes.includes(value) && value !== '')) return 'code';
  if (most((value) => periods.includes(periodOf(value, periods)))) return 'period';
  if (most(looksLikeId)) return 'id';
  if (most((value) => looksLikeName(value) && (value.length > 3 || /[^\u0000-\u007f]/.test(value)))) return 'name';
  return most((value) => value.length <= 4) ? 'code' : 'none';
}

/** A period as the school's bells name it: "Period 1", "P1" and "1" are one. */
export function periodOf(value: string, periods: string[]): string {
  const text = digits(value.trim());
  if (periods.includes(text)) return text;
  const bare = plain(text).replace(/^(period|periodo|per|pd|p|hora|block|bloque|الحصة|حصة)[\s.:]*/u, '').replace(/^0+(?=\d)/, '');
  return periods.find((each) => plain(each) === bare) ?? text;
}

/** The rows with what their columns say; a line without any student is not one. */
export function read(found: Recognised, columns: Meaning[], periods: string[]): ListRow[] {
  return found.rows
    .map(({ line, cells: cut }) => {
      const all = (meaning: Meaning): string =>
        columns.map((each, at) => (each === meaning ? (cut[at] ?? '').trim() : '')).filter(Boolean).join(' ');
      const period = all('period');
      return {
        line,
        id: digits(all('id')),
        name: all('name'),
        code: all('code'),
        period: period ? periodOf(period, periods) : '',
      };
    })
    .filter((row) => row.id || row.name);
}

function cells(text: string): { line: number; cells: string[] }[] {
  const lines = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n').split('\n');
  const filled = lines.filter((line) => line.trim());
  const delimiter = DELIMITERS.find((each) => filled.filter((line) => line.includes(each)).length * 2 >= filled.length) ?? '';
  return records(lines, delimiter).filter((each) => each.cells.some((cell) => cell.trim()));
}

/** CSV as it is met: quotes around cells, doubled inside, and line breaks in between. */
function records(lines: string[], delimiter: string): { line: number; cells: string[] }[] {
  if (!delimiter) return lines.map((line, at) => ({ line: at + 1, cells: line.trim().split(/\s{2,}/) }));
  const found: { line: number; cells: string[] }[] = [];
  let pending = '';
  let begun = 0;
  lines.forEach((line, at) => {
    if (!pending) begun = at + 1;
    const whole = pending ? `${pending}\n${line}` : line;
    const open = (whole.match(/"/g)?.length ?? 0) % 2 === 1 && (pending !== '' || new RegExp(`(^|[${delimiter}])\\s*"`).test(whole));
    if (open && at < lines.length - 1 && at + 1 - begun < 20) {
      pending = whole;
      return;
    }
    pending = '';
    found.push({ line: begun, cells: split(whole, delimiter) });
  });
  return found;
}

function split(text: string, delimiter: string): string[] {
  const out: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (quoted && char === '"' && text[at + 1] === '"') {
      cell += '"';
      at++;
    } else if (char === '"' && (quoted || cell.trim() === '')) {
      quoted = !quoted;
      if (quoted) cell = '';
    } else if (char === delimiter && !quoted) {
      out.push(cell);
      cell = '';
    } else {
      cell += char;
    }
  }
  return [...out, cell];
}
