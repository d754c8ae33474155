/** How students stand: by name, from worse to better, as charts and tables have them. */

import { coded } from '../../core/i18n';
import type { Part } from './chart/bars';
import type { Tone } from './chart/measured';

export interface Bands {
  satisfactory: number;
  atRisk: number;
  chronic: number;
  severelyChronic: number;
  chronicPercent?: number;
}

export const TONES: Record<string, Tone> = {
  SEVERELY_CHRONIC: 'severe',
  CHRONIC: 'chronic',
  AT_RISK: 'at-risk',
  SATISFACTORY: 'satisfactory',
};

/** The worst first, so that chronic absence is measured from one line in each bar. */
export const inBands = (bands: Bands): Part[] =>
  (
    [
      ['SEVERELY_CHRONIC', bands.severelyChronic],
      ['CHRONIC', bands.chronic],
      ['AT_RISK', bands.atRisk],
      ['SATISFACTORY', bands.satisfactory],
    ] as const
  ).map(([band, value]) => ({ name: coded('stands', band), tone: TONES[band], value }));
