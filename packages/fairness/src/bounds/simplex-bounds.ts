import type { Bound } from '@dpfair/result';
import type { ContinuousNoise } from '@dpfair/stats';
import { boundSources } from '../messages/why.js';
import { boundOf, type Found } from './found.js';
import { clippingGap, gaussianGapBracket, type Interval, meanThreshold } from './simplex-alpha.js';
import { smallestCountBound, smallestCountBoundByRange } from './smallest-count.js';

/** More than the relative error of the closed forms: bounds round the safe way. */
const SAFE = 1e-9;

/**
 * Bounds of counts that are projected onto the simplex of their true total.
 *
 * @param unit what outcomes are divided by: 1 for counts, the total for shares of equal weight.
 * @param known E T in counts with its error, where it has been computed.
 */
export function simplexBounds(
  counts: Float64Array,
  noise: ContinuousNoise,
  unit: number,
  found: Found,
  known: Interval | null = null,
): Bound[] {
  if (counts.length < 2) return [];
  const largest = counts.reduce((best, x, i) => (x > (counts[best] as number) ? i : best), 0);
  const biasOfLargest = (found.bias[largest] as number) * unit;
  const threshold = known ?? meanThreshold(counts, noise, biasOfLargest, (found.margin[largest] as number) * unit);
  const gap = clippingGap(counts, noise);
  const of = (name: string, quantity: Bound['quantity'], estimate: number | null, source: string) =>
    ({ name, quantity, estimate, source }) as const;
  const alpha = (name: string, source: string) => of(name, 'alpha', found.alpha, source);
  const inUnits = (value: number) => value / unit;
  const sides = (lower: number, upper: number) => [inUnits(lower) * (1 - SAFE), inUnits(upper) * (1 + SAFE)] as const;
  const largestBias = found.bias.reduce((most, bias) => Math.max(most, Math.abs(bias)), 0);
  const balls = [
    ['smallest-count', smallestCountBound(counts, noise), boundSources.smallestCount],
    ['smallest-count-by-range', smallestCountBoundByRange(counts, noise), boundSources.smallestCountByRange],
  ] as const;
  return [
    boundOf(alpha('clipping-gap', boundSources.theorem1), ...sides(gap, gap + threshold.upper)),
    boundOf(of('threshold', 'threshold', null, boundSources.threshold), ...sides(threshold.lower, threshold.upper)),
    ...(noise.kind === 'gaussian' ? [gaussianBound(counts, noise, threshold.upper, alpha, sides)] : []),
    ...balls.map(([name, bound, source]) =>
      boundOf(of(name, 'largest-bias', largestBias, source), null, inUnits(bound) * (1 + SAFE)),
    ),
  ];
}

/** The bracket of L in place of L. */
function gaussianBound(
  counts: Float64Array,
  noise: ContinuousNoise,
  threshold: number,
  alpha: (name: string, source: string) => Pick<Bound, 'name' | 'quantity' | 'estimate' | 'source'>,
  sides: (lower: number, upper: number) => readonly [number, number],
): Bound {
  const { lower, upper } = gaussianGapBracket(counts, noise.spread);
  return boundOf(alpha('gaussian-bracket', boundSources.proposition2), ...sides(lower, upper + threshold));
}
