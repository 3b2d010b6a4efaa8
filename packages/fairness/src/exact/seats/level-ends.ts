import { signpost } from '@dpfair/decisions';
import type { ContinuousNoise } from '@dpfair/stats';
import type { ContestedClaims, NoisyHouse } from './contested-claims.js';
import { panelSteps } from './reach.js';

/**
 * The ends of the panels of a quadrature over the level of priority: where it begins and ends, and where a contested claim passes the
 * level of its true priority, or one at a few multiples of its noise from there. Sorted, distinct.
 */
export function levelEnds(
  { method, populations, noise }: NoisyHouse<ContinuousNoise>,
  contested: ContestedClaims,
): readonly number[] {
  const { low, high, sure, most } = contested;
  const steps = panelSteps(noise);
  const points: number[] = [];
  populations.forEach((population, i) => {
    for (let held = sure[i] as number; held < (most[i] as number); held++) {
      const post = signpost(method, held);
      for (const step of steps) points.push((population - step) / post, (population + step) / post);
    }
  });
  const inside = points.filter((point) => point > low && point < high).sort((a, b) => a - b);
  const closest = Number.EPSILON * 16;
  return [low, ...inside, high].filter((point, k, all) => k === 0 || point > (all[k - 1] as number) * (1 + closest));
}
