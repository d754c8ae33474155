/** How the columns of absence lists are headed in exports and on screens, in English, Spanish and Arabic. */

export type Meaning = 'id' | 'name' | 'code' | 'period' | 'none';

const DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/g;

/** Digits that everybody has. */
export const digits = (text: string): string => text.replace(DIGITS, (digit) => String(digit.charCodeAt(0) & 0xf));

/** Small letters, no accents, digits that everybody has. */
export const plain = (text: string): string =>
  digits(text.normalize('NFD').replace(/[\p{M}\u0640]+/gu, '')).toLowerCase().trim();

/** Asked from the top: what is somebody else's name or number is not the student's. */
const HEADS: [Meaning, RegExp][] = [
  ['period', /\b(period|periods|per|pd|periodo|hora|bloque|block)\b|حصه|حصة/],
  [
    'none',
    /\b(teacher|staff|guardian|parent|mother|father|contact|counselor|advisor|course|school|room|homeroom|grade|phone|cell|email|date|day|days|time|minutes|comment|comments|note|notes|reason|docente|profesor|profesora|tutor|tutora|padre|madre|contacto|curso|grado|grupo|escuela|telefono|correo|fecha|dia|motivo|nota|notas)\b|معلم|المدرس|ولي|هاتف|جوال|تاريخ|مدرسه|مدرسة|صف|ملاحظ|سبب/,
  ],
  ['id', /\b(id|ids|osis|number|no|num|numero|matricula|expediente|identificacion|identificador|codigo de (alumno|estudiante))\b|رقم|معرف|هويه|هوية/],
  ['code', /\b(code|codigo|status|estado|attendance|asistencia|absence|absent|ausencia|falta|att|abs|tipo)\b|رمز|حاله|حالة|الحضور|الغياب|غياب/],
  [
    'name',
    /\b(name|names|student|students|pupil|first|last|middle|preferred|surname|given|family|nombre|nombres|apellido|apellidos|alumno|alumna|alumnos|estudiante|estudiantes)\b|اسم|الطالب|طالب|العائله|العائلة|اللقب/,
  ],
];

/** Cells that hold nothing but such words are heads, whatever stands beside them. */
const ONLY_HEAD =
  /^((student|pupil|last|first|middle|preferred|given|family|full|legal|name|names|surname|id|osis|number|no|nombre|nombres|apellido|apellidos|alumno|alumna|estudiante|numero|del|de|y|and|matricula|اسم|الاسم|الطالب|العائله|العائلة|رقم|الكامل)\s*)+$/;

const headWords = (head: string): string => plain(head).replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

export function headOf(head: string): Meaning {
  const words = headWords(head);
  return HEADS.find(([, pattern]) => pattern.test(words))?.[0] ?? 'none';
}

export const isOnlyHead = (head: string): boolean => ONLY_HEAD.test(headWords(head));

/** A period as the school's bells name it: "Period 1", "P1" and "1" are one. */
export function periodOf(value: string, periods: string[]): string {
  const text = digits(value.trim());
  if (periods.includes(text)) return text;
  const bare = plain(text)
    .replace(/^(period|periodo|hora|block|bloque|per|pd|p|الحصه|الحصة|حصه|حصة)[\s.:#-]*/u, '')
    .replace(/^0+(?=\d)/, '');
  return periods.find((each) => plain(each) === bare) ?? text;
}

/** A code as the school has it: "a", "A - absent" and "A" are one, where the school has A and no other. */
export function codeOf(value: string, codes: string[]): string {
  const text = value.trim();
  if (codes.includes(text)) return text;
  const same = (one: string): string[] => codes.filter((each) => each !== '' && plain(each) === plain(one));
  const [first] = text.split(/\s*[-–—:(/]\s*|\s{2,}/);
  const found = [same(text), first ? same(first) : []].find((each) => each.length === 1);
  return found?.[0] ?? text;
}
