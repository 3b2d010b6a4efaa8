// Zhu, Fioretto, Van Hentenryck (2022), "Post-processing of differentially private data: a fairness perspective", Def. 4.
import { projectionOntoSimplex } from '../post-processing/simplex-projection.js';
import type { Stage } from '../stage.js';
import { allotmentOfShares } from './shares.js';

/**
 * The allotment rule PoS: shares of the raw noisy counts, projected onto the probability simplex. Of all allotments it
 * is nearest to the raw shares in the spread max - min (their Theorem 2), and near in l1 (their Theorem 3).
 *
 * @param start where the search for the threshold begins, in shares; see {@link projectionOntoSimplex}.
 */
export function posRule(weights: Float64Array | null, start?: number): readonly Stage[] {
  return [allotmentOfShares(weights), projectionOntoSimplex(1, start)];
}
