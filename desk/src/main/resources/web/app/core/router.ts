/** Real addresses: only opaque ids stand in them. */

export interface Route {
  page: string;
  school?: string;
  id?: string;
}

const SCHOOL_PAGES = ['calls', 'hallway', 'held', 'waiting', 'follow-ups', 'done', 'morning', 'principal', 'talk', 'sheet', 'key-in', 'sharing', 'numbers', 'note', 'door-check'];
/** Pages of a school that only whoever leads there has. */
export const LEAD_PAGES = ['absences'];
const PAGES = ['find', 'me', 'feeds', 'quarantine', 'people', 'scripts', 'draw', 'audit', 'imports', 'setup', 'practice', 'signed-out', 'sign-in-failed'];

/** Which page an address is. */
export function parse(path: string): Route {
  const parts = path.split('/').filter(Boolean).map(decodeURIComponent);
  if (parts.length === 0) return { page: 'start' };
  if (parts[0] === 's' && parts.length >= 3 && [...SCHOOL_PAGES, ...LEAD_PAGES].includes(parts[2])) {
    return { page: parts[2], school: parts[1], id: parts[3] };
  }
  if (parts[0] === 'students' && parts[1]) return { page: 'student', id: parts[1] };
  if (parts[0] === 'calls' && parts[1]) return { page: 'call', id: parts[1] };
  if (parts[0] === 'reports' && parts.length <= 2) return { page: 'reports', id: parts[1] };
  if (parts.length === 1 && PAGES.includes(parts[0])) return { page: parts[0] };
  if (parts[0] === 'schools' && parts.length <= 2) return parts[1] ? { page: 'school', id: parts[1] } : { page: 'schools' };
  return { page: 'nowhere' };
}

export const schoolPage = (school: string, page: string, id?: string): string =>
  `/s/${encodeURIComponent(school)}/${page}${id ? `/${encodeURIComponent(id)}` : ''}${dayQuery()}`;

/** Another day than today stays chosen from page to page. */
function dayQuery(): string {
  const day = new URLSearchParams(location.search).get('day');
  return day ? `?day=${encodeURIComponent(day)}` : '';
}

const watchers = new Set<() => void>();

export function go(path: string, replace = false): void {
  if (path !== location.pathname + location.search) {
    history[replace ? 'replaceState' : 'pushState'](null, '', path);
  }
  watchers.forEach((watcher) => watcher());
}

/** Tells of every change of address: links within the app, back and forward. */
export function watch(watcher: () => void): void {
  watchers.add(watcher);
}

addEventListener('popstate', () => watchers.forEach((watcher) => watcher()));

addEventListener('click', (event: MouseEvent) => {
  const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement) as
    | HTMLAnchorElement
    | undefined;
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  if (!link || !plain || event.defaultPrevented || link.target || link.origin !== location.origin) return;
  if (link.hasAttribute('data-leave') || link.protocol === 'tel:') return;
  if (link.hash && link.pathname === location.pathname) return;
  event.preventDefault();
  go(link.pathname + link.search + link.hash);
});
