/** Reads a file that was dropped: text in whatever writing exports use, and nothing else. */

/** Why it is no list, as a message of the app. */
export class NoList extends Error {
  constructor(readonly why: 'absences.tooLarge' | 'absences.spreadsheet' | 'absences.unreadable') {
    super(why);
  }
}

/** A thousand lines are some hundred kB. */
const LARGEST = 4_000_000;
/** Excel's two formats, PDF, and pages of HTML that some systems call .xls. */
const NOT_TEXT = ['PK\u0003\u0004', '\u00d0\u00cf\u0011\u00e0', '%PDF'];

export async function textOf(file: File): Promise<string> {
  if (file.size > LARGEST) throw new NoList('absences.tooLarge');
  const bytes = await file.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => {
      throw new NoList('absences.unreadable');
    },
  );
  const begin = String.fromCharCode(...bytes.subarray(0, 4));
  if (NOT_TEXT.some((each) => begin.startsWith(each))) throw new NoList('absences.spreadsheet');
  const text = decoded(bytes);
  if (/^\s*<(!doctype|html|table|\?xml)/i.test(text)) throw new NoList('absences.spreadsheet');
  if (text.includes('\0')) throw new NoList('absences.unreadable');
  return text;
}

/** UTF-8 where it is that, else as older exports are written. */
function decoded(bytes: Uint8Array<ArrayBuffer>): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
