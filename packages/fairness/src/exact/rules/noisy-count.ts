import type { NoiseDistribution } from '@dpfair/stats';

/** One noisy count, as a rule sees it: x + noise, or the positive part of that. */
export interface NoisyCount {
  readonly truth: number;
  readonly noise: NoiseDistribution;
  /** Whether negative values become 0. */
  readonly clipped: boolean;
}

/** A set of values with one answer to every comparison: an interval, or a single point. */
export interface Region {
  readonly mass: number;
  /** A value inside. */
  readonly at: number;
}

/** P(noisy count > value), or with another sign; equality matters at 0 after clipping only. */
export function massWhere(count: NoisyCount, sign: '>' | '>=' | '<' | '<=', value: number): number {
  const { truth, noise, clipped } = count;
  if (clipped && (value < 0 || (value === 0 && (sign === '>=' || sign === '<')))) return sign.startsWith('>') ? 1 : 0;
  return sign.startsWith('>') ? noise.survival(value - truth) : noise.cdf(value - truth);
}

/** P(noisy count > value). */
function massAbove({ truth, noise, clipped }: NoisyCount, value: number): number {
  return clipped && value < 0 ? 1 : noise.survival(value - truth);
}

/** P(noisy count <= value), accurate where it is small. */
function massUpTo({ truth, noise, clipped }: NoisyCount, value: number): number {
  return clipped && value < 0 ? 0 : noise.cdf(value - truth);
}

/**
 * Cuts the values of a noisy count at thresholds: intervals between them, and 0 by itself where it is a threshold and
 * clipping puts mass there. Masses add up to 1; regions without mass are left out.
 */
export function regionsBetween(count: NoisyCount, thresholds: readonly number[]): readonly Region[] {
  const cuts = [...new Set(thresholds)].filter((cut) => !count.clipped || cut >= 0).sort((a, b) => a - b);
  const regions: Region[] = [];
  const add = (mass: number, at: number) => {
    if (mass > 0) regions.push({ mass, at });
  };
  const [first] = cuts;
  if (first === undefined) return [{ mass: 1, at: 0 }];
  const isAtom = count.clipped && first === 0;
  if (isAtom) add(massUpTo(count, 0), 0);
  else add(massUpTo(count, first), count.clipped ? first / 2 : first - 1 - Math.abs(first));
  cuts.forEach((cut, k) => {
    const next = cuts[k + 1];
    if (next === undefined) add(massAbove(count, cut), cut + 1 + Math.abs(cut));
    else add(massBetween(count, cut, next), cut / 2 + next / 2);
  });
  return regions;
}

/** From the side where both ends are small, so that nothing cancels in the tails. */
function massBetween(count: NoisyCount, low: number, high: number): number {
  return low >= count.truth
    ? massAbove(count, low) - massAbove(count, high)
    : massUpTo(count, high) - massUpTo(count, low);
}
