import type { StabilityResult } from '@dpfair/result';
import type { FigureDraft } from '../../figures/drawing/figure-draft.js';

/** The figures of stable and fair classification, in the order of the page; null where the result has nothing for one. */
export function stabilityFigures(_: StabilityResult): readonly (FigureDraft | null)[] {
  return [];
}
