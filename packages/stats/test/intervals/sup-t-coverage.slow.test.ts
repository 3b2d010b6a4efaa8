import { bonferroniCriticalValue, openStream, parseSeed, type RandomStream, supTCriticalValue } from '@dpfair/stats';
import { coverageBand, statisticalTest } from '@dpfair/tooling/statistical-test.js';
import { studentUpperQuantile } from '../../src/intervals/student.js';
import { normalUpperQuantile } from '../../src/special/normal-quantile.js';
import { makeShards } from './made-shards.js';

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
