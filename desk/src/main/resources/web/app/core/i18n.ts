/** Words and numbers in the language of the page. */

type Message = string | Record<string, string>;
type Catalogue = Record<string, Message>;
export type Values = Record<string, string | number>;

export const LANGUAGES = { en: 'English', es: 'Español', ar: 'العربية' } as const;
export type Lang = keyof typeof LANGUAGES;

export const lang: Lang = (document.documentElement.lang in LANGUAGES ? document.documentElement.lang : 'en') as Lang;

/** Each language is a file of its own, so that a page loads only the one that it speaks. */
const CATALOGUES: Record<Lang, () => Promise<{ default: Catalogue }>> = {
  en: () => import('../messages/en.json'),
  es: () => import('../messages/es.json'),
  ar: () => import('../messages/ar.json'),
};

const catalogue = (await CATALOGUES[lang]()).default;

/** Numbers in the digits that telephones have, in every language. */
const locale = lang === 'ar' ? 'ar-u-nu-latn' : lang;
const plurals = new Intl.PluralRules(locale);
const numbers = new Intl.NumberFormat(locale);

/** The message of that name. A value `n` chooses its form; names in braces are replaced. */
export function t(key: string, values: Values = {}): string {
  const message = catalogue[key];
  if (message === undefined) return key;
  const text =
    typeof message === 'string' ? message : (message[plurals.select(Number(values.n ?? 0))] ?? message.other ?? key);
  return text.replace(/\{(\w+)\}/g, (whole, name) => {
    const value = values[name];
    return value === undefined ? whole : typeof value === 'number' ? numbers.format(value) : value;
  });
}

/** Whether there is a message of that name. */
export const says = (key: string): boolean => catalogue[key] !== undefined;

/** The message of a code of the services, or the code where there is none yet. */
export function coded(prefix: string, code: string | undefined | null): string {
  if (!code) return '';
  const key = `${prefix}.${code.replace(/[^A-Za-z0-9]/g, '_').toLowerCase()}`;
  return catalogue[key] === undefined ? code : t(key);
}

export const number = (value: number): string => numbers.format(value);

export function list(items: string[]): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(items);
}

/** A language by its code, in words. */
export function languageName(code: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}

export const formatLocale = locale;

/** Remembers a choice for a year, and shows the page anew in it. */
export function remember(name: 'lang' | 'colours', value: string): void {
  const secure = location.protocol === 'https:' ? '; Secure' : '';
  document.cookie = `${name}=${encodeURIComponent(value)}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`;
  location.reload();
}
