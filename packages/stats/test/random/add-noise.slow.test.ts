import {
  addDiscreteGaussian,
  addDiscreteLaplace,
  addScaled,
  type DiscreteNoise,
  discreteGaussian,
  discreteLaplace,
  fillUnitGaussian,
  fillUnitLaplace,
  parseSeed,
} from '@dpfair/stats';
import { cellCountCheck, meanCheck, statisticalTest } from '@dpfair/tooling/statistical-test.js';
import { describe, expect, test } from 'vitest';

const draws = 60_000;
type Sampler = (seed: bigint) => Float64Array;

const unitOf = (fill: typeof fillUnitLaplace, seed: bigint, n = draws) => {
  const unit = new Float64Array(n);
  fill(unit, parseSeed(seed), 'test', 0);
  return unit;
};

function sampler(kind: DiscreteNoise['kind'], spread: number): Sampler {
  const [fill, add] =
    kind === 'discrete-laplace' ? [fillUnitLaplace, addDiscreteLaplace] : [fillUnitGaussian, addDiscreteGaussian];
  return (seed) => {
    const noisy = new Float64Array(draws);
    add(spread)(new Float64Array(draws), unitOf(fill, seed), noisy);
    return noisy;
  };
}

/** Draws have the probabilities of the law, value by value and in sum beyond the largest, and its variance. */
const hasLaw = (law: DiscreteNoise, largest: number) => (sample: Sampler, seed: bigint, falseAlarm: number) => {
  const values = sample(seed);
  const counts = new Array<number>(2 * largest + 3).fill(0);
  for (const value of values) {
    const cell = Math.max(-largest - 1, Math.min(largest + 1, value)) + largest + 1;
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
  const inside = Array.from({ length: 2 * largest + 1 }, (_, i) => law.pmf(i - largest));
  const outside = law.survival(largest);
  return [
    ...cellCountCheck(counts, [outside, ...inside, outside], falseAlarm / 2),
    meanCheck(
      values.map((x) => x * x),
      {
        mean: law.variance,
        variance: law.fourthMoment - law.variance ** 2,
        skewness: law.kind === 'discrete-laplace' ? 8 : 3,
        falseAlarm: falseAlarm / 2,
      },
    ),
  ];
};

const mutantsOf = (kind: DiscreteNoise['kind'], spread: number): Record<string, Sampler> => ({
  'scale 10 % too small': sampler(kind, 0.9 * spread),
  'one-sided': (seed) => sampler(kind, spread)(seed).map(Math.abs),
  'support one off': (seed) => sampler(kind, spread)(seed).map((x) => x + 1),
  '0 missing': (seed) => sampler(kind, spread)(seed).map((x) => (x === 0 ? 1 : x)),
});

statisticalTest<Sampler>({
  id: 'stats/discrete-laplace-draws',
  subject: sampler('discrete-laplace', 2.5),
  mutants: mutantsOf('discrete-laplace', 2.5),
  check: hasLaw(discreteLaplace(2.5), 12),
});

statisticalTest<Sampler>({
  id: 'stats/discrete-gaussian-draws',
  subject: sampler('discrete-gaussian', 1.2),
  mutants: {
    ...mutantsOf('discrete-gaussian', 1.2),
    'a rounded Gaussian': (seed) => unitOf(fillUnitGaussian, seed).map((z) => Math.round(1.2 * z)),
  },
  check: hasLaw(discreteGaussian(1.2), 4),
});

describe('discrete noise from unit draws', () => {
  const unit = Float64Array.from({ length: 40_001 }, (_, i) => (i - 20_000) / 2500);
  const at = (add: ReturnType<typeof addScaled>, draws = unit) => {
    const noisy = new Float64Array(draws.length);
    add(new Float64Array(draws.length), draws, noisy);
    return noisy;
  };

  test.each([0.05, 0.7, 3, 40])(
    'discrete Laplace of scale %d: |k| reaches m where the draw is rarer than m',
    (scale) => {
      const law = discreteLaplace(scale);
      at(addDiscreteLaplace(scale)).forEach((k, i) => {
        const tail = 0.5 * Math.exp(-Math.abs(unit[i] as number));
        const size = Math.abs(k);
        // P(eta >= m), with half of what is on 0 on each side.
        const atLeast = (m: number) => (m === 0 ? 0.5 : law.survival(m - 1));
        expect(tail).toBeLessThanOrEqual(atLeast(size) * (1 + 1e-12));
        expect(tail).toBeGreaterThanOrEqual(atLeast(size + 1) * (1 - 1e-12));
        if (size > 0) expect(Math.sign(k)).toBe(Math.sign(unit[i] as number));
      });
    },
  );

  test.each([0.05, 0.7, 3, 40, 1500])(
    'discrete Gaussian of sigma %d: |k| reaches m where the draw is rarer than m',
    (sigma) => {
      const law = discreteGaussian(sigma);
      // Survival of a standard normal, by one that is discrete and very fine.
      const fine = discreteGaussian(65_536);
      at(addDiscreteGaussian(sigma)).forEach((k, i) => {
        const tail = fine.survival(Math.abs(unit[i] as number) * 65_536 - 0.5);
        const size = Math.abs(k);
        const atLeast = (m: number) => (m === 0 ? 1 : law.survival(m - 1));
        expect(tail).toBeLessThanOrEqual(atLeast(size) * (1 + 1e-3));
        expect(tail).toBeGreaterThanOrEqual(atLeast(size + 1) * (1 - 1e-3));
      });
    },
  );

  test('opposite draws give opposite noise, and larger spreads no smaller noise', () => {
    for (const add of [addDiscreteLaplace, addDiscreteGaussian]) {
      const noise = at(add(3));
      const opposite = at(
        add(3),
        unit.map((z) => -z),
      );
      expect(opposite.every((k, i) => k === -(noise[i] as number))).toBe(true);
      const wider = at(add(3.3));
      expect(wider.every((k, i) => Math.abs(k) >= Math.abs(noise[i] as number))).toBe(true);
      expect(noise.every((k, i) => Math.abs(k - 3 * (unit[i] as number)) < 1)).toBe(true);
    }
  });

  test('is added to the counts, which need not be whole, nor another array', () => {
    const counts = Float64Array.of(10, 0.5, 7);
    addDiscreteLaplace(2)(counts, Float64Array.of(1, -1, 0), counts);
    expect([...counts]).toEqual([12, -1.5, 7]);
    addScaled(2)(counts, Float64Array.of(1, -1, 0), counts);
    expect([...counts]).toEqual([14, -3.5, 7]);
  });

  test('has the same bits in every engine and on every machine', () => {
    const digest = (noisy: Float64Array) =>
      [...noisy].reduce((hash, k) => Math.imul(hash ^ k, 0x01000193) >>> 0, 0x811c9dc5).toString(16);
    const laplaceUnit = unitOf(fillUnitLaplace, 5n, 20_000);
    const gaussianUnit = unitOf(fillUnitGaussian, 5n, 20_000);
    expect([
      digest(at(addDiscreteLaplace(123.4), laplaceUnit)),
      digest(at(addDiscreteGaussian(123.4), gaussianUnit)),
      digest(at(addDiscreteGaussian(12_345.6), gaussianUnit)),
    ]).toEqual(['e41e410', '655ee782', '315ced55']);
  });
});
