import type { DiscreteNoise } from '@dpfair/stats';
import type { NoisyCount } from './noisy-count.js';

/** What lies beyond the sum on each side. */
const LEFT_OUT = 1e-17;

/** P(eta = k) for k = 0, 1, ... as far as it matters, by noise: every entity asks for the same. */
const known = new WeakMap<DiscreteNoise, Float64Array>();

function massesOf(noise: DiscreteNoise): Float64Array {
  const found =
    known.get(noise) ?? Float64Array.from({ length: noise.upperQuantile(LEFT_OUT) + 1 }, (_, k) => noise.pmf(k));
  known.set(noise, found);
  return found;
}

/**
 * E f(noisy count), f between 0 and 1, for noise on the whole numbers: the sum over all values of the count but those of a probability
 * below 1e-17 on each side.
 */
export function expectationOf(
  f: (value: number) => number,
  { truth, noise, clipped }: NoisyCount<DiscreteNoise>,
): number {
  const masses = massesOf(noise);
  const reach = masses.length - 1;
  const first = clipped ? Math.max(-reach, Math.floor(-truth) + 1) : -reach;
  let sum = clipped ? noise.cdf(-truth) * f(0) : 0;
  for (let k = first; k <= reach; k++) sum += (masses[k < 0 ? -k : k] as number) * f(truth + k);
  return sum;
}

/** What is left out of {@link expectationOf}, at most. */
export const truncationOf = () => 2 * LEFT_OUT;

/** How many terms {@link expectationOf} adds up for this noise, at most. */
export const termsOf = (noise: DiscreteNoise): number => 2 * noise.upperQuantile(LEFT_OUT) + 1;
