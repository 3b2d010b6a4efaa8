// Derived for dpfair: docs/methods/monte-carlo.md.
import { type ContinuousNoise, compensatedSum, type NoiseDistribution } from '@dpfair/stats';
import { weightOf } from '../noisy-counts.js';
import { separateCrossingsBias } from '../series/separate-crossings.js';
import type { ThresholdMoments } from '../series/threshold-moments.js';
import type { ControlVariate } from './control-variate.js';

/**
 * Control for the rule PoS. With t the mean-field threshold, Z = (y - t)_+, I = 1[y > t], G = sum (Z - y), N = E sum I and
 * dS = S - S0: Z_i (1/S0 - dS/S0^2) - I_i G / (N S0), the first-order expansion of PoS_i. Closed-form expectation.
 */
export function posControl(
  truth: Float64Array,
  counts: Float64Array,
  weights: Float64Array | null,
  noise: NoiseDistribution,
  moments: ThresholdMoments,
): ControlVariate {
  const { threshold, active, excess, shortfall, expectedActive, total } = moments;
  const expectedMinusTruth = counts.map((x, i) => {
    const a = weightOf(weights, i);
    const cut = threshold / a - x;
    const withNormaliser = a * ((a * x - threshold) * noise.tailMoment(1, cut) + a * noise.tailMoment(2, cut));
    const activeSurplus = -(active[i] as number) * (shortfall[i] as number);
    return (
      ((excess[i] as number) - withNormaliser / total - activeSurplus / expectedActive) / total - (truth[i] as number)
    );
  });
  return {
    expectedMinusTruth,
    accumulate: (noisy, outcome, into) => {
      let sum = 0;
      let excessSum = 0;
      for (let i = 0; i < into.length; i++) {
        const y = weightOf(weights, i) * (noisy[i] as number);
        const above = y - threshold;
        sum += y;
        excessSum += (above + Math.abs(above)) / 2;
      }
      const slope = 1 / total - (sum - total) / total ** 2;
      const shift = (excessSum - sum) / (expectedActive * total);
      for (let i = 0; i < into.length; i++) {
        const above = weightOf(weights, i) * (noisy[i] as number) - threshold;
        const control = Number(above > 0) * (above * slope - shift);
        into[i] = (into[i] as number) + (outcome[i] as number) - control;
      }
    },
  };
}

/**
 * Control for weighted counts projected onto the simplex of their true total: Z_i - I_i G / N with G = sum Z - total. Divided
 * by `unit`: 1 for counts, the total for shares.
 *
 * @param weights those of the moments.
 */
export function simplexControl(
  counts: Float64Array,
  moments: ThresholdMoments,
  unit: number,
  weights: Float64Array | null = null,
): ControlVariate {
  const { threshold, active, excess, expectedActive, total } = moments;
  return {
    expectedMinusTruth: counts.map((x, i) => {
      const z = excess[i] as number;
      return (z - (z * (1 - (active[i] as number))) / expectedActive - weightOf(weights, i) * x) / unit;
    }),
    accumulate: (noisy, outcome, into) => {
      let excessSum = 0;
      for (let i = 0; i < into.length; i++) {
        const above = weightOf(weights, i) * (noisy[i] as number) - threshold;
        excessSum += (above + Math.abs(above)) / 2;
      }
      const shift = (excessSum - total) / expectedActive;
      for (let i = 0; i < into.length; i++) {
        const above = weightOf(weights, i) * (noisy[i] as number) - threshold;
        const control = Number(above > 0) * (above - shift);
        into[i] = (into[i] as number) + (outcome[i] as number) - control / unit;
      }
    },
  };
}

/**
 * Control for counts projected onto the simplex of the true total, few of them: with y the projection onto the total
 * alone, (y_i)_+ - sum_{j != i} (y_j)_- / (n - 1). It is the outcome itself while at most one entity is below zero, so that
 * rare crossings cost no accuracy. Its expectation is that of separate crossings. Divided by `unit`.
 */
export function crossingsControl(counts: Float64Array, noise: ContinuousNoise, unit: number): ControlVariate {
  const n = counts.length;
  const total = compensatedSum(counts);
  return {
    expectedMinusTruth: separateCrossingsBias(counts, noise).bias.map((bias) => bias / unit),
    accumulate: (noisy, outcome, into) => {
      const shift = (compensatedSum(noisy) - total) / n;
      let below = 0;
      for (let i = 0; i < n; i++) below += Math.max(shift - (noisy[i] as number), 0);
      for (let i = 0; i < n; i++) {
        const y = (noisy[i] as number) - shift;
        const own = Math.max(-y, 0);
        const control = Math.max(y, 0) - (below - own) / (n - 1);
        into[i] = (into[i] as number) + (outcome[i] as number) - control / unit;
      }
    },
  };
}
