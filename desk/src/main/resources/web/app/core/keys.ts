/** Single keys as short cuts: they can be switched off, and sleep wherever somebody types or chooses. */

const SWITCH = 'desk.shortcuts';

export function shortcutsOn(): boolean {
  return localStorage.getItem(SWITCH) !== 'off';
}

export function switchShortcuts(on: boolean): void {
  localStorage.setItem(SWITCH, on ? 'on' : 'off');
}

/** Whether a key press is meant for what has the focus. */
export function asleep(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.repeat) return true;
  const target = event.composedPath()[0];
  if (!(target instanceof HTMLElement)) return false;
  if (document.querySelector('dialog[open]')) return true;
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT|SUMMARY)$/.test(target.tagName);
}
