/** Where an axis begins and ends, and which lines are drawn across. */

export interface Scale {
  low: number;
  high: number;
  lines: number[];
}

const STEPS = [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 5000, 10000];
const LINES = 4;

/** @param fromZero columns say by their length how much they are, so theirs begins at nothing */
export function scale(values: number[], percent: boolean, fromZero: boolean): Scale {
  const least = fromZero ? 0 : Math.min(...values, percent ? 100 : Infinity);
  const most = Math.max(...values, 0);
  const from = Number.isFinite(least) && values.length > 0 ? least : 0;
  const step = STEPS.find((each) => most - from <= each * (LINES - 1)) ?? Math.ceil((most - from) / LINES);
  const low = Math.max(0, Math.floor(from / step) * step);
  const top = Math.max(low + step, Math.ceil(most / step) * step);
  const high = percent ? Math.min(100, top) : top;
  const lines = [];
  for (let line = low; line <= high; line += step) lines.push(line);
  return { low, high: high > low ? high : low + step, lines };
}
