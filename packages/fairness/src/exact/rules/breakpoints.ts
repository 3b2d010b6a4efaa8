import type { NoisyCount } from './noisy-count.js';
import type { SeenComparison } from './shared-count.js';

/** Beyond these distances from the truth, in spreads, a noise has less than 1e-17 of its mass. */
const REACH = { laplace: 40, gaussian: 9 } as const;

/** Where panels end around a point, in spreads: the integrands fall like the noise does. */
const STEPS = { laplace: [0, 1, 3, 7, 15, 40], gaussian: [0, 1, 2, 3.5, 6, 9] } as const;

/**
 * The ends of the panels of a quadrature over the shared noisy count: where it begins and ends, its own truth, and where a
 * threshold of another count passes what that count does not do smoothly (its truth, 0 when clipped, another threshold).
 * Sorted, distinct.
 */
export function breakpoints(
  shared: NoisyCount,
  comparisons: readonly SeenComparison[],
  others: ReadonlyMap<string, NoisyCount>,
): readonly number[] {
  const { kind, spread } = shared.noise;
  const start = Math.max(shared.clipped ? 0 : Number.NEGATIVE_INFINITY, shared.truth - REACH[kind] * spread);
  const end = shared.truth + REACH[kind] * spread;
  const around = (center: number, width: number, steps: readonly number[]) =>
    steps.flatMap((step) => [center - step * width, center + step * width]);
  const points = [start, end, ...around(shared.truth, spread, STEPS[kind])];
  for (const one of comparisons) {
    if (one.own === 0) continue;
    points.push(-one.constant / one.own);
    const other = one.name === null ? undefined : others.get(one.name);
    if (other === undefined) continue;
    const passes = (value: number) => -(one.constant + one.other * value) / one.own;
    const width = Math.abs((one.other / one.own) * other.noise.spread);
    points.push(...around(passes(other.truth), width, STEPS[other.noise.kind]));
    for (const another of comparisons) {
      if (another === one || another.name !== one.name) continue;
      // Where -(own s + constant) / other is the same for both.
      const slope = one.own / one.other - another.own / another.other;
      if (slope !== 0) points.push((another.constant / another.other - one.constant / one.other) / slope);
    }
  }
  const inside = points.filter((point) => point > start && point < end);
  return [...new Set([start, ...inside, end])].sort((a, b) => a - b);
}
