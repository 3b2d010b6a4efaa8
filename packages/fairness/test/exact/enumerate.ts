import type { DiscreteNoise } from '@dpfair/stats';

/** Whole numbers of a probability above 1e-13, with it: all that a noise of a small spread can be. */
export function supportOf(noise: DiscreteNoise): readonly (readonly [value: number, mass: number])[] {
  const reach = noise.upperQuantile(1e-13);
  return Array.from({ length: 2 * reach + 1 }, (_, i) => [i - reach, noise.pmf(i - reach)] as const);
}

/** The expected value of a function of independently noised counts, added up over every combination of their noises. */
export function expectedOutcome(
  truth: readonly number[],
  noise: DiscreteNoise,
  outcome: (noisy: Float64Array) => ArrayLike<number>,
): Float64Array {
  const support = supportOf(noise);
  const noisy = Float64Array.from(truth);
  const sums = new Float64Array(outcome(noisy).length);
  const add = (k: number, mass: number): void => {
    if (k === truth.length) {
      const found = outcome(noisy);
      for (let i = 0; i < sums.length; i++) sums[i] = (sums[i] as number) + mass * (found[i] as number);
      return;
    }
    for (const [value, own] of support) {
      noisy[k] = (truth[k] as number) + value;
      add(k + 1, mass * own);
    }
  };
  add(0, 1);
  return sums;
}
