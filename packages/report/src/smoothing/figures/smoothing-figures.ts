import type { SmoothingResult } from '@dpfair/result';
import type { FigureDraft } from '../../figures/drawing/figure-draft.js';

/** The figures of smoothing, in the order of the page; null where the result has nothing for one. */
export function smoothingFigures(_: SmoothingResult): readonly (FigureDraft | null)[] {
  return [];
}
