import { bonferroniCriticalValue, openStream, parseSeed, type RandomStream, supTCriticalValue } from '@dpfair/stats';
import { coverageBand, statisticalTest } from '@dpfair/tooling/statistical-test.js';
import { describe, expect, test } from 'vitest';
import { studentUpperQuantile } from '../../src/intervals/student.js';
import { normalUpperQuantile } from '../../src/special/normal-quantile.js';

/** Means of `shards` shards of `entities` entities with mean 0, and what the interval is made of. */
function makeShards(shards: number, entities: number, draw: () => Float64Array) {
  const means = Array.from({ length: shards }, draw);
  const grand = new Float64Array(entities);
  for (const mean of means)
    for (let i = 0; i < entities; i++) grand[i] = (grand[i] as number) + (mean[i] as number) / shards;
  const squares = new Float64Array(entities);
  for (const mean of means) {
    for (let i = 0; i < entities; i++) {
      mean[i] = (mean[i] as number) - (grand[i] as number);
      squares[i] = (squares[i] as number) + (mean[i] as number) ** 2;
    }
  }
  const statistic = Math.max(
    ...grand.map((mean, i) => Math.abs(mean) / Math.sqrt((squares[i] as number) / shards / (shards - 1))),
  );
  return { deviations: means, statistic };
}

const gaussianShards = (stream: RandomStream, shards: number, entities: number) =>
  makeShards(shards, entities, () => Float64Array.from({ length: entities }, () => stream.nextGaussian()));

describe('the sup-t critical value', () => {
  const stream = openStream(parseSeed(11), 'test', 0);
  const seed = parseSeed(12);

  test('of one entity with spread is the Student quantile, whatever entities without spread stand beside it', () => {
    const alone = gaussianShards(stream, 9, 1).deviations;
    const beside = alone.map((shard) => Float64Array.of(0, shard[0] as number, 0));
    const expected = studentUpperQuantile(0.05, 8);
    expect(supTCriticalValue(alone, { confidence: 0.9, seed })).toBeCloseTo(expected, 12);
    expect(supTCriticalValue(beside, { confidence: 0.9, seed })).toBeCloseTo(expected, 12);
    expect(supTCriticalValue([new Float64Array(3), new Float64Array(3)], { confidence: 0.9, seed })).toBeCloseTo(
      studentUpperQuantile(0.05, 1),
      12,
    );
  });

  test('lies between the value for one interval and that of Bonferroni', () => {
    for (const [shards, entities] of [
      [2, 3],
      [3, 4],
      [5, 300],
      [40, 2],
      [40, 513],
    ] as const) {
      const value = supTCriticalValue(gaussianShards(stream, shards, entities).deviations, { confidence: 0.95, seed });
      expect(value).toBeGreaterThanOrEqual(bonferroniCriticalValue(1, 0.95, shards - 1));
      expect(value).toBeLessThanOrEqual(bonferroniCriticalValue(entities, 0.95, shards - 1));
    }
  });

  test('of fifty copies of one entity is near the value for one, and does not depend on their scales', () => {
    const one = gaussianShards(stream, 200, 1).deviations;
    const copies = (scale: (i: number) => number) =>
      one.map((shard) => Float64Array.from({ length: 50 }, (_, i) => (shard[0] as number) * scale(i)));
    const value = supTCriticalValue(
      copies(() => 1),
      { confidence: 0.95, seed },
    );
    expect(value / bonferroniCriticalValue(1, 0.95, 199)).toBeLessThan(1.1);
    expect(
      supTCriticalValue(
        copies((i) => 2 ** (i - 25)),
        { confidence: 0.95, seed },
      ),
    ).toBe(value);
    expect(
      supTCriticalValue(
        copies((i) => (i % 2 ? 1e200 : -1e-200)),
        { confidence: 0.95, seed },
      ),
    ).toBeCloseTo(value, 9);
  });

  test('depends on the deviations and the seed and on nothing else', () => {
    const { deviations } = gaussianShards(stream, 12, 700);
    const value = supTCriticalValue(deviations, { confidence: 0.95, seed, repetitions: 501 });
    expect(supTCriticalValue(deviations, { confidence: 0.95, seed, repetitions: 501 })).toBe(value);
    expect(supTCriticalValue(deviations, { confidence: 0.95, seed: parseSeed(13), repetitions: 501 })).not.toBe(value);
  });

  test('is that of Bonferroni when the repetitions cannot reach the quantile', () => {
    const { deviations } = gaussianShards(stream, 12, 5);
    expect(supTCriticalValue(deviations, { confidence: 0.99, seed, repetitions: 98 })).toBe(
      bonferroniCriticalValue(5, 0.99, 11),
    );
    expect(supTCriticalValue(deviations, { confidence: 0.99, seed, repetitions: 2000 })).not.toBe(
      bonferroniCriticalValue(5, 0.99, 11),
    );
  });

  test.each([
    [[], {}, 'shards: 0 (allowed: at least 2)'],
    [[new Float64Array(2)], {}, 'shards: 1 (allowed: at least 2)'],
    [[new Float64Array(2), new Float64Array(3)], {}, 'entities of a shard: 3 (allowed: 2)'],
    [[new Float64Array(2), new Float64Array(2)], { repetitions: 0 }, 'repetitions: 0 (allowed: an integer above 0)'],
    [[new Float64Array(2), new Float64Array(2)], { confidence: 1 }, 'confidence: 1 (allowed: above 0 and below 1)'],
  ])('refuses bad input %#', (deviations, options, message) => {
    expect(() => supTCriticalValue(deviations, { confidence: 0.95, seed, ...options })).toThrow(
      new RangeError(message),
    );
  });
});

const repetitions = 2000;
type CriticalValue = (deviations: readonly Float64Array[], seed: bigint) => number;
const supT: CriticalValue = (deviations, seed) =>
  supTCriticalValue(deviations, { confidence: 0.95, seed: parseSeed(seed), repetitions: 150 });

/** The subject and its mutants see the same samples, which are dearer than what most of them do with these. */
function onceASeed<T>(make: (seed: bigint) => T): (seed: bigint) => T {
  let made: { readonly seed: bigint; readonly value: T } | undefined;
  return (seed) => {
    if (made?.seed !== seed) made = { seed, value: make(seed) };
    return made.value;
  };
}

/**
 * The share of repetitions in which all intervals hold, and the mean critical value over `oracle`. The interval is asymptotic: its
 * coverage may truly be from 93.5 % to 96.5 %, and the exact binomial bands of these two ends are what is allowed.
 */
function checkCoverage(
  shards: number,
  entities: number,
  draw: (stream: RandomStream) => Float64Array,
  width: { readonly oracle: number; readonly lower: number; readonly upper: number },
) {
  const samples = onceASeed((seed) => {
    const stream = openStream(parseSeed(seed), 'test', 0);
    return Array.from({ length: repetitions }, () => makeShards(shards, entities, () => draw(stream)));
  });
  return (criticalValue: CriticalValue, seed: bigint, falseAlarm: number) => {
    let covered = 0;
    let total = 0;
    for (const [i, { deviations, statistic }] of samples(seed).entries()) {
      const value = criticalValue(deviations, (seed + BigInt(i)) % 2n ** 64n);
      if (statistic <= value) covered++;
      total += value;
    }
    return [
      {
        what: `coverage in ${repetitions}`,
        statistic: covered,
        lower: coverageBand(repetitions, 0.935, falseAlarm).lower,
        upper: coverageBand(repetitions, 0.965, falseAlarm).upper,
      },
      {
        what: 'width over oracle',
        statistic: total / repetitions / width.oracle,
        lower: width.lower,
        upper: width.upper,
      },
    ];
  };
}

const independent = (entities: number) => (stream: RandomStream) =>
  Float64Array.from({ length: entities }, () => stream.nextGaussian());
/** Cube of a normal with mean 1 and s.d. 1 / 30, less its mean 1 + 3 / 30^2: skewness .2, as of a gamma of shape 100. */
const skewed = (stream: RandomStream) =>
  Float64Array.from({ length: 50 }, () => (1 + stream.nextGaussian() / 30) ** 3 - 1 - 1 / 300);
const dependent = (stream: RandomStream) => {
  const common = stream.nextGaussian();
  return Float64Array.from({ length: 50 }, () => Math.sqrt(0.9) * common + Math.sqrt(0.1) * stream.nextGaussian());
};
/** Sidak's value, exact for independent normal entities. */
const independentOracle = (entities: number, shards: number) =>
  studentUpperQuantile(-Math.expm1(Math.log(0.95) / entities) / 2, shards - 1);
const fixed =
  (value: number): CriticalValue =>
  () =>
    value;

statisticalTest<CriticalValue>({
  id: 'stats/sup-t-coverage-two',
  subject: supT,
  timeoutMs: 300_000,
  mutants: {
    'pointwise, at 90 %': fixed(bonferroniCriticalValue(1, 0.9, 15)),
    'twice as wide': fixed(2 * independentOracle(2, 16)),
    'half as wide': fixed(independentOracle(2, 16) / 2),
  },
  check: checkCoverage(16, 2, independent(2), { oracle: independentOracle(2, 16), lower: 0.97, upper: 1.01 }),
});

statisticalTest<CriticalValue>({
  id: 'stats/sup-t-coverage-fifty',
  subject: supT,
  timeoutMs: 300_000,
  mutants: {
    pointwise: fixed(bonferroniCriticalValue(1, 0.95, 31)),
    'normal in place of Student': fixed(normalUpperQuantile(0.05 / 100)),
    'one-sided': fixed(studentUpperQuantile(0.05 / 50, 31)),
  },
  check: checkCoverage(32, 50, independent(50), { oracle: independentOracle(50, 32), lower: 0.97, upper: 1.01 }),
});

statisticalTest<CriticalValue>({
  id: 'stats/sup-t-coverage-skewed',
  subject: supT,
  timeoutMs: 300_000,
  mutants: {
    pointwise: fixed(bonferroniCriticalValue(1, 0.95, 31)),
    'normal in place of Student': fixed(normalUpperQuantile(0.05 / 100)),
  },
  check: checkCoverage(32, 50, skewed, { oracle: independentOracle(50, 32), lower: 0.97, upper: 1.01 }),
});

statisticalTest<CriticalValue>({
  id: 'stats/sup-t-coverage-dependent',
  subject: supT,
  timeoutMs: 300_000,
  mutants: {
    pointwise: fixed(bonferroniCriticalValue(1, 0.95, 31)),
    'Bonferroni, which does not look at the data': fixed(bonferroniCriticalValue(50, 0.95, 31)),
  },
  check: checkCoverage(32, 50, dependent, { oracle: bonferroniCriticalValue(50, 0.95, 31), lower: 0.7, upper: 0.9 }),
});
