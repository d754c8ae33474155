/**
 * A QR code of a telephone link, so that a number on a big screen is dialled by the phone in the hand. Version 2, level M, bytes:
 * up to 26 characters, which is any tel: link there is (ISO/IEC 18004).
 */

import { svg, html, nothing, type TemplateResult } from 'lit';

const SIZE = 25;
const DATA = 28;
const CHECK = 16;
const LONGEST = 26;

const EXP: number[] = [];
const LOG: number[] = [];
for (let i = 0, x = 1; i < 255; i++) {
  EXP[i] = x;
  LOG[x] = i;
  x <<= 1;
  if (x & 0x100) x ^= 0x11d;
}
const times = (a: number, b: number): number => (a && b ? EXP[(LOG[a] + LOG[b]) % 255] : 0);

/** Reed-Solomon check words of the data. */
function checks(data: number[]): number[] {
  let generator = [1];
  for (let i = 0; i < CHECK; i++) {
    const next = new Array<number>(generator.length + 1).fill(0);
    generator.forEach((each, at) => {
      next[at] ^= each;
      next[at + 1] ^= times(each, EXP[i]);
    });
    generator = next;
  }
  const rest = [...data, ...new Array<number>(CHECK).fill(0)];
  for (let i = 0; i < data.length; i++) {
    const factor = rest[i];
    if (factor) generator.forEach((each, at) => (rest[i + at] ^= times(each, factor)));
  }
  return rest.slice(data.length);
}

function words(text: string): number[] {
  const bytes = [...new TextEncoder().encode(text)];
  let bits = `0100${bytes.length.toString(2).padStart(8, '0')}${bytes.map((each) => each.toString(2).padStart(8, '0')).join('')}`;
  bits += '0'.repeat(Math.min(4, DATA * 8 - bits.length));
  bits += '0'.repeat((8 - (bits.length % 8)) % 8);
  const data = bits.match(/.{8}/g)?.map((each) => parseInt(each, 2)) ?? [];
  for (let pad = 0xec; data.length < DATA; pad ^= 0xec ^ 0x11) data.push(pad);
  return [...data, ...checks(data)];
}

/** Rows of dark and light; null for a text that is too long. */
export function qr(text: string): boolean[][] | null {
  if (new TextEncoder().encode(text).length > LONGEST) return null;
  const dark = Array.from({ length: SIZE }, () => new Array<boolean>(SIZE).fill(false));
  const fixed = Array.from({ length: SIZE }, () => new Array<boolean>(SIZE).fill(false));
  const set = (row: number, column: number, on: boolean): void => {
    if (row < 0 || column < 0 || row >= SIZE || column >= SIZE) return;
    dark[row][column] = on;
    fixed[row][column] = true;
  };
  const finder = (top: number, left: number): void => {
    for (let r = -1; r <= 7; r++) {
      for (let c = -1; c <= 7; c++) {
        const ring = Math.max(Math.abs(r - 3), Math.abs(c - 3));
        set(top + r, left + c, ring <= 3 && ring !== 2);
      }
    }
  };
  for (let i = 0; i < SIZE; i++) {
    set(6, i, i % 2 === 0);
    set(i, 6, i % 2 === 0);
  }
  finder(0, 0);
  finder(0, SIZE - 7);
  finder(SIZE - 7, 0);
  for (let r = -2; r <= 2; r++) for (let c = -2; c <= 2; c++) set(18 + r, 18 + c, Math.max(Math.abs(r), Math.abs(c)) !== 1);
  format(set);
  set(SIZE - 8, 8, true);
  const bits = words(text).map((each) => each.toString(2).padStart(8, '0')).join('');
  let at = 0;
  for (let right = SIZE - 1; right > 0; right -= 2) {
    if (right === 6) right = 5;
    for (let i = 0; i < SIZE; i++) {
      const up = ((right + 1) & 2) === 0;
      const row = up ? SIZE - 1 - i : i;
      for (const column of [right, right - 1]) {
        if (fixed[row][column]) continue;
        const bit = bits[at++] === '1';
        dark[row][column] = bit !== ((row + column) % 2 === 0);
      }
    }
  }
  return dark;
}

/** Level M and mask 0, with the check bits that the standard gives them, twice. */
function format(set: (row: number, column: number, on: boolean) => void): void {
  const bits = 0b101010000010010;
  for (let i = 0; i < 15; i++) {
    const on = ((bits >> i) & 1) === 1;
    if (i < 6) set(i, 8, on);
    else if (i < 8) set(i + 1, 8, on);
    else if (i === 8) set(8, 7, on);
    else set(8, 14 - i, on);
    if (i < 8) set(8, SIZE - 1 - i, on);
    else set(SIZE - 15 + i, 8, on);
  }
}

/** The code with the quiet border that it needs. */
export function qrImage(text: string, label: string): TemplateResult | typeof nothing {
  const rows = qr(text);
  if (!rows) return nothing;
  const path = rows.flatMap((row, r) => row.map((on, c) => (on ? `M${c + 4} ${r + 4}h1v1h-1z` : ''))).join('');
  return html`<svg class="qr" viewBox="0 0 33 33" role="img" aria-label=${label} shape-rendering="crispEdges">
    ${svg`<rect width="33" height="33" fill="#fff"></rect><path fill="#000" d=${path}></path>`}
  </svg>`;
}
