import type { ContinuousNoise } from '@dpfair/stats';
import type { NoisyCount } from './noisy-count.js';
import type { SeenComparison } from './shared-count.js';

/**
 * The ends of the panels of a quadrature over the shared noisy count: where it begins and ends, its own truth, and where a
 * threshold of another count passes what that count does not do smoothly (its truth, 0 when clipped, another threshold).
 * Sorted, distinct.
 */
export function breakpoints(
  shared: NoisyCount<ContinuousNoise>,
  comparisons: readonly SeenComparison[],
  others: ReadonlyMap<string, NoisyCount<ContinuousNoise>>,
): readonly number[] {
  const { spread, panelEnds } = shared.noise;
  const reach = (panelEnds.at(-1) as number) * spread;
  const start = Math.max(shared.clipped ? 0 : Number.NEGATIVE_INFINITY, shared.truth - reach);
  const end = shared.truth + reach;
  const around = (center: number, width: number, steps: readonly number[]) =>
    steps.flatMap((step) => [center - step * width, center + step * width]);
  const points = [start, end, ...around(shared.truth, spread, panelEnds)];
  for (const one of comparisons) {
    if (one.own === 0) continue;
    points.push(-one.constant / one.own);
    const other = one.name === null ? undefined : others.get(one.name);
    if (other === undefined) continue;
    const passes = (value: number) => -(one.constant + one.other * value) / one.own;
    const width = Math.abs((one.other / one.own) * other.noise.spread);
    points.push(...around(passes(other.truth), width, other.noise.panelEnds));
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
