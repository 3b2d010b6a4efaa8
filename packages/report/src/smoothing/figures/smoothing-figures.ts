import type { SmoothingResult } from '@dpfair/result';
import type { FigureDraft } from '../../figures/drawing/figure-draft.js';
import { beforeAfter } from './before-after.js';
import { metricBars } from './metric-bars.js';
import { pairDistances } from './pair-distances.js';
import { tradeOff } from './trade-off.js';

/** The figures of smoothing, in the order of the page; null where the result has nothing for one. */
export function smoothingFigures(result: SmoothingResult): readonly (FigureDraft | null)[] {
  return [tradeOff(result), beforeAfter(result), metricBars(result), pairDistances(result)];
}
