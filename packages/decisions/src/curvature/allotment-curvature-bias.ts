// Tran, Fioretto, Van Hentenryck, Yao (2021), second-order bias 1/2 tr(H P_i) Var; the closed form for P^F is derived in
// docs/methods/curvature.md.
import { compensatedSum } from '@dpfair/stats';
import type { WeightedCounts } from '../weighted-counts.js';

/**
 * Bias of the raw allotment shares to second order in the noise, from the curvature of the shares alone:
 * (Var / Z^2) (P_i A - a_i^2), Z = sum a_j x_j, A = sum a_j^2. Exact in the limit of small noise; sums to 0.
 *
 * @param variance variance of the noise of one count, in counts squared.
 * @returns bias per entity, in shares.
 */
export function allotmentCurvatureBias({ counts, weights }: WeightedCounts, variance: number): Float64Array {
  const weight = (i: number) => (weights === null ? 1 : (weights[i] as number));
  const normaliser = compensatedSum(counts.map((count, i) => weight(i) * count));
  const squares = compensatedSum(counts.map((_, i) => weight(i) ** 2));
  return counts.map((count, i) => {
    const share = (weight(i) * count) / normaliser;
    return (variance / normaliser ** 2) * (share * squares - weight(i) ** 2);
  });
}
