import type { Normaliser } from '@dpfair/result';
import { compensatedSum, upperTailOfWeightedSum } from '@dpfair/stats';
import { probabilityAllZero } from '../../exact/baseline-allotment.js';
import { conventions } from '../../messages.js';
import { type NoisyCounts, weightedTotal, weightOf } from '../../noisy-counts.js';
import { chernoffBound } from './chernoff-bound.js';

/** Above this probability of a total that is not positive, raw shares are not given a bias. */
export const NORMALISER_LIMIT = 1e-9;

/** A denominator that is zero only where every clipped count is. */
export const clippedNormaliser = (noisy: NoisyCounts): Normaliser => ({
  probabilityNotPositive: probabilityAllZero(noisy),
  convention: conventions.equalShares,
});

/** A denominator that noise cannot reach. */
export const positiveNormaliser = (): Normaliser => ({
  probabilityNotPositive: 0,
  convention: conventions.alwaysPositive,
});

/** The weighted total of raw noisy counts. @param convention what the outcome is taken to be where it fails. */
export const rawNormaliser = (noisy: NoisyCounts, convention: string): Normaliser => tailOf(noisy, 0, convention);

/** The weighted total of noisy counts that were projected onto their true total: only differences of weights matter. */
export function projectedNormaliser(noisy: NoisyCounts, convention: string): Normaliser {
  const { counts, weights } = noisy;
  return tailOf(noisy, compensatedSum(counts.map((_, i) => weightOf(weights, i))) / counts.length, convention);
}

function tailOf({ counts, weights, noise }: NoisyCounts, center: number, convention: string): Normaliser {
  const factors = counts.map((_, i) => Math.abs(weightOf(weights, i) - center)).filter((factor) => factor > 0);
  const total = weightedTotal({ counts, weights });
  const probabilityNotPositive =
    noise.support === 'real'
      ? upperTailOfWeightedSum(
          noise.kind,
          factors.map((factor) => factor * noise.spread),
          total,
        )
      : chernoffBound(noise, factors, total);
  return { probabilityNotPositive, convention };
}
