import type { NoiseDistribution } from '@dpfair/stats';

/** One noisy count, as a rule sees it: x + noise, or the positive part of that. */
export interface NoisyCount<Noise extends NoiseDistribution = NoiseDistribution> {
  readonly truth: number;
  readonly noise: Noise;
  /** Whether negative values become 0. */
  readonly clipped: boolean;
}

/** A set of values with one answer to every comparison: an interval, or a single point. */
export interface Region {
  readonly mass: number;
  /** A value inside. */
  readonly at: number;
}

/**
 * P(noisy count > value), or with another sign. Equality matters at 0 after clipping, and wherever noise on whole numbers can put a
 * count: by symmetry P(eta >= x) = P(eta <= -x). Accurate where it is small.
 */
export function massWhere(count: NoisyCount, sign: '>' | '>=' | '<' | '<=', value: number): number {
  const { truth, noise, clipped } = count;
  if (clipped && (value < 0 || (value === 0 && (sign === '>=' || sign === '<')))) return sign.startsWith('>') ? 1 : 0;
  const x = value - truth;
  if (sign === '>') return noise.survival(x);
  if (sign === '>=') return noise.cdf(-x);
  return sign === '<' ? noise.survival(-x) : noise.cdf(x);
}

/** P(noisy count = value). */
export function massAt({ truth, noise, clipped }: NoisyCount, value: number): number {
  if (clipped && value <= 0) return value < 0 ? 0 : noise.cdf(-truth);
  return noise.support === 'real' ? 0 : noise.pmf(value - truth);
}

/**
 * Cuts the values of a noisy count at thresholds: the open intervals between them, and each threshold by itself where there is mass
 * on it. Masses add up to 1; regions without mass are left out.
 */
export function regionsBetween(count: NoisyCount, thresholds: readonly number[]): readonly Region[] {
  const cuts = [...new Set(thresholds)].filter((cut) => !count.clipped || cut >= 0).sort((a, b) => a - b);
  const regions: Region[] = [];
  const add = (mass: number, at: number) => {
    if (mass > 0) regions.push({ mass, at });
  };
  const [first] = cuts;
  if (first === undefined) return [{ mass: 1, at: 0 }];
  add(massWhere(count, '<', first), count.clipped ? first / 2 : first - 1 - Math.abs(first));
  cuts.forEach((cut, k) => {
    const next = cuts[k + 1];
    add(massAt(count, cut), cut);
    if (next === undefined) add(massWhere(count, '>', cut), cut + 1 + Math.abs(cut));
    else add(massBetween(count, cut, next), cut / 2 + next / 2);
  });
  return regions;
}

/** From the side where both ends are small, so that nothing cancels in the tails. */
function massBetween(count: NoisyCount, low: number, high: number): number {
  return low >= count.truth
    ? massWhere(count, '>', low) - massWhere(count, '>=', high)
    : massWhere(count, '<', high) - massWhere(count, '<=', low);
}
