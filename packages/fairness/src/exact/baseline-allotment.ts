// Derived for dpfair: docs/methods/exact-baseline.md.
import { compensatedSum } from '@dpfair/stats';
import type { AnalyticEstimate } from '../estimate.js';
import { type NoisyCounts, weightOf } from '../noisy-counts.js';
import { finish, type Steps } from '../steps/steps.js';
import { doubleExponentialShares } from './double-exponential-shares.js';
import { laguerreShares } from './laguerre-shares.js';
import { shareIntegrator } from './share-integrator.js';

/**
 * Bias of the baseline allotment rule, exact for any number of entities.
 *
 * With U_j = a_j (x_j + noise)_+ and S = sum U_j, E[U_i / S] = integral over t > 0 of
 * E[U_i exp(-t U_i)] prod_{j != i} E[exp(-t U_j)]. Where S = 0 everyone gets 1 / n by convention.
 * The integral is done by Gauss-Laguerre quadrature scaled by E S when two orders agree, and otherwise by a
 * double-exponential rule whose step is halved until it agrees with itself. O(n) per node.
 *
 * @returns biases in shares, with their errors: the last difference of the quadrature, what it leaves out, what the shares
 * miss of adding up to 1, and rounding, at least 4 units in the last place of the larger of share and truth.
 * @example exactBaselineBias({ counts: Float64Array.of(0, 3, 10, 40, 200), weights: null, noise: laplace(10) }).bias[0]
 * // 0.01812990809...
 */
export const exactBaselineBias = (problem: NoisyCounts): AnalyticEstimate => finish(baselineBiasInSteps(problem));

/** {@link exactBaselineBias}, some nodes of the quadrature a step. */
export function* baselineBiasInSteps(problem: NoisyCounts): Steps<AnalyticEstimate> {
  const n = problem.counts.length;
  const integrator = shareIntegrator(problem);
  const { shares, errors } = (yield* laguerreShares(integrator)) ?? (yield* doubleExponentialShares(integrator));
  const allZero = probabilityAllZero(problem);
  const truth = trueShares(problem);
  // Shares add up to 1: whatever is missing is error, in proportion.
  const defect = Math.abs(compensatedSum(shares) + allZero - 1);
  const bias = new Float64Array(n);
  const stated = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const share = (shares[i] as number) + allZero / n;
    const exact = truth[i] as number;
    const error = (errors[i] as number) + defect * (shares[i] as number) + 4 * Number.EPSILON * Math.max(share, exact);
    // A difference below its own rounding error is no difference: nobody gains by 1e-18.
    bias[i] = Math.abs(share - exact) <= error ? 0 : share - exact;
    stated[i] = error;
  }
  return { method: 'exact', bias, errors: stated, estimator: 'baseline-quadrature' };
}

/** Below this a logarithm of a probability is that of 0 in double precision. */
const LOG_OF_ZERO = -760;

/** P(every clipped count is 0) = prod_j P(noise <= -x_j). */
export function probabilityAllZero({ counts, noise }: NoisyCounts): number {
  let logarithm = 0;
  for (let i = 0; i < counts.length && logarithm > LOG_OF_ZERO; i++) {
    logarithm += noise.logCdf(-(counts[i] as number));
  }
  return Math.exp(logarithm);
}

function trueShares({ counts, weights }: NoisyCounts): Float64Array {
  const weighted = counts.map((count, i) => weightOf(weights, i) * count);
  const total = compensatedSum(weighted);
  return weighted.map((value) => value / total);
}
