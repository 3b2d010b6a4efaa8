import { compensatedSum, type NoiseDistribution } from '@dpfair/stats';
import { weightOf } from '../noisy-counts.js';
import type { ControlVariate } from './control-variate.js';

/**
 * Control for ratios v_i / S with S = sum v near its mean m: the tangent v_i (1/m - (S - m)/m^2).
 * Its expectation is E v_i / m - Cov(v_i, S) / m^2.
 *
 * @param values writes v into its second argument, given the noisy counts, and returns S.
 */
function ratioControl(
  truth: Float64Array,
  expected: Float64Array,
  covarianceWithSum: Float64Array,
  values: (noisy: Float64Array, into: Float64Array) => void,
): ControlVariate {
  const mean = compensatedSum(expected);
  const current = new Float64Array(truth.length);
  return {
    expectedMinusTruth: expected.map(
      (value, i) => value / mean - (truth[i] as number) - (covarianceWithSum[i] as number) / mean ** 2,
    ),
    accumulate: (noisy, outcome, into) => {
      values(noisy, current);
      let sum = 0;
      for (let i = 0; i < current.length; i++) sum += current[i] as number;
      const slope = 1 / mean - (sum - mean) / mean ** 2;
      for (let i = 0; i < into.length; i++) {
        into[i] = (into[i] as number) + (outcome[i] as number) - (current[i] as number) * slope;
      }
    },
  };
}

/** Var (x + noise)_+, from the part of the noise that is clipped away: no cancellation for large x. */
export function clippedVariance(x: number, noise: NoiseDistribution): number {
  // (x + noise)_+ = x + noise + d with d = (x + noise)_-, and noise d = d (-x - d).
  const lost = noise.clippingBias(x);
  const lostSquared = x * x * noise.tailMoment(0, x) - 2 * x * noise.tailMoment(1, x) + noise.tailMoment(2, x);
  return noise.variance - 2 * x * lost - lostSquared - lost * lost;
}

/** For the baseline rule: v_i = a_i (x_i + noise)_+, independent, so Cov(v_i, S) = Var v_i. */
export function baselineControl(
  truth: Float64Array,
  counts: Float64Array,
  weights: Float64Array | null,
  noise: NoiseDistribution,
): ControlVariate {
  const expected = counts.map((x, i) => weightOf(weights, i) * noise.positivePart(x));
  const variance = counts.map((x, i) => weightOf(weights, i) ** 2 * clippedVariance(x, noise));
  return ratioControl(truth, expected, variance, (noisy, into) => {
    for (let i = 0; i < into.length; i++) {
      const count = noisy[i] as number;
      into[i] = (weightOf(weights, i) * (count + Math.abs(count))) / 2;
    }
  });
}

/**
 * For shares of raw counts, or of counts projected onto the true total: v_i = a_i (noisy_i - shift), with
 * Cov(v_i, S) = Var(noise) a_i^2, less a_i mean(a) Var(noise) when the counts are projected.
 */
export function rawSharesControl(
  truth: Float64Array,
  counts: Float64Array,
  weights: Float64Array | null,
  noise: NoiseDistribution,
  onSum: boolean,
): ControlVariate {
  const n = counts.length;
  const total = compensatedSum(counts);
  const meanWeight = compensatedSum(counts.map((_, i) => weightOf(weights, i))) / n;
  const expected = counts.map((x, i) => weightOf(weights, i) * x);
  const covariance = counts.map((_, i) => {
    const a = weightOf(weights, i);
    return noise.variance * a * (onSum ? a - meanWeight : a);
  });
  return ratioControl(truth, expected, covariance, (noisy, into) => {
    const shift = onSum ? (compensatedSum(noisy) - total) / n : 0;
    for (let i = 0; i < n; i++) into[i] = weightOf(weights, i) * ((noisy[i] as number) - shift);
  });
}

/**
 * For the no-penalty allotment: v_i = a_i (noisy_i + slack) over D = sum a_j noisy_j - deduction, with mean m. The tangent
 * v_i (1/m - (D - m)/m^2) has expectation a_i (x_i + slack) / m - a_i^2 Var(noise) / m^2.
 *
 * @returns null where D is too restless to expand around.
 */
export function slackControl(
  truth: Float64Array,
  counts: Float64Array,
  weights: Float64Array,
  noise: NoiseDistribution,
  { slack, deduction }: { readonly slack: number; readonly deduction: number },
): ControlVariate | null {
  const mean = compensatedSum(counts.map((x, i) => (weights[i] as number) * x)) - deduction;
  const variance = noise.variance * compensatedSum(weights.map((weight) => weight ** 2));
  if (Math.sqrt(variance) > LARGEST_UNREST * mean) return null;
  return {
    expectedMinusTruth: counts.map((x, i) => {
      const weight = weights[i] as number;
      return (weight * (x + slack)) / mean - (truth[i] as number) - (weight / mean) ** 2 * noise.variance;
    }),
    accumulate: (noisy, outcome, into) => {
      let sum = 0;
      for (let i = 0; i < into.length; i++) sum += (weights[i] as number) * (noisy[i] as number);
      const slope = 1 / mean - (sum - deduction - mean) / mean ** 2;
      for (let i = 0; i < into.length; i++) {
        const value = (weights[i] as number) * ((noisy[i] as number) + slack) * slope;
        into[i] = (into[i] as number) + (outcome[i] as number) - value;
      }
    },
  };
}

/** As for shares of raw counts: beyond this the tangent varies more than what it stands for. */
const LARGEST_UNREST = 0.25;
