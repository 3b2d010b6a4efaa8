// Zhu, Fioretto, Van Hentenryck (2022), "Post-processing of differentially private data: a fairness perspective", Def. 3.
import { clip } from '../post-processing/clip.js';
import type { Stage } from '../stage.js';
import { allotmentOfShares } from './shares.js';

/** The baseline allotment rule BL: shares of the noisy counts clipped at 0. Weights are public. */
export function baselineRule(weights: Float64Array | null): readonly Stage[] {
  return [clip(), allotmentOfShares(weights)];
}
