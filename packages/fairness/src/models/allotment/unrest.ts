// How restless the quantities are around which control variates are expanded: docs/methods/monte-carlo.md.
import { compensatedSum } from '@dpfair/stats';
import { clippedVariance } from '../../controls/ratio-control.js';
import { type NoisyCounts, weightedTotal, weightOf } from '../../noisy-counts.js';
import type { ThresholdMoments } from '../../series/threshold-moments.js';

/**
 * Above this standard deviation of the normaliser, as a fraction of its mean, shares are simulated plainly: the tangents
 * that serve as controls then vary more than the shares themselves, which stay within [0, 1], and have heavy tails.
 */
const LARGEST_NORMALISER_UNREST = 0.25;

/** Above this standard deviation of the threshold, in those of the noise, its first-order control does harm. */
const LARGEST_THRESHOLD_UNREST = 0.6;

/** Whether the denominator of shares of raw counts is steady enough to expand around. */
export function hasSteadyTotal({ counts, weights, noise }: NoisyCounts): boolean {
  const squares = compensatedSum(counts.map((_, i) => weightOf(weights, i) ** 2));
  return isSteady(noise.variance * squares, weightedTotal({ counts, weights }));
}

/** The same for counts that were projected onto their true total. */
export function hasSteadyProjectedTotal({ counts, weights, noise }: NoisyCounts): boolean {
  const sum = compensatedSum(counts.map((_, i) => weightOf(weights, i)));
  const center = sum / counts.length;
  const squares = compensatedSum(counts.map((_, i) => (weightOf(weights, i) - center) ** 2));
  return isSteady(noise.variance * squares, weightedTotal({ counts, weights }));
}

/** The same for counts that were clipped at 0. */
export function hasSteadyClippedTotal({ counts, weights, noise }: NoisyCounts): boolean {
  const mean = compensatedSum(counts.map((x, i) => weightOf(weights, i) * noise.positivePart(x)));
  const variance = compensatedSum(counts.map((x, i) => weightOf(weights, i) ** 2 * clippedVariance(x, noise)));
  return isSteady(variance, mean);
}

const isSteady = (variance: number, mean: number) => Math.sqrt(variance) <= LARGEST_NORMALISER_UNREST * mean;

/** Whether the threshold of a projection onto a simplex varies little beside the noise of one entity. */
export function hasSteadyThreshold({ counts, weights, noise }: NoisyCounts, moments: ThresholdMoments): boolean {
  const { threshold, expectedActive } = moments;
  const excess = counts.map((x, i) => {
    const a = weightOf(weights, i);
    return a * a * clippedVariance(x - threshold / a, noise);
  });
  const squares = compensatedSum(counts.map((_, i) => weightOf(weights, i) ** 2)) / counts.length;
  const deviation = Math.sqrt(compensatedSum(excess)) / expectedActive;
  return deviation <= LARGEST_THRESHOLD_UNREST * Math.sqrt(noise.variance * squares);
}
