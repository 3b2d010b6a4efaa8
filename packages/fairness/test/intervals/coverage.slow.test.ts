import { fillUnitGaussian, openStream, parseSeed, type Seed } from '@dpfair/stats';
import { coverageBand, statisticalTest, type Verdict } from '@dpfair/tooling/statistical-test.js';
import { alphaInterval, costInterval } from '../../src/index.js';
import { meanOverShards, standardErrorOverShards } from '../../src/intervals/shard-means.js';
import { spread } from '../districts.js';
import { HOUSE_BAND } from './coverage-verdicts.js';

/**
 * Enough for the exact binomial band at 1e-8 to lie inside {@link HOUSE_BAND}, also around 95.5 %: that is what is left for the
 * interval of alpha when a tenth of the error went to the search for the extremes.
 */
const REPETITIONS = 6_000;
const REPETITIONS_WITH_TIES = 2_000;
const SHARDS = 32;

/** A population of biases and of how noisy the shard mean of each is. */
interface World {
  readonly biases: readonly number[];
  readonly noise: readonly number[];
  /** Loading of each entity on one common factor of the shards. */
  readonly factor?: readonly number[];
  /** Shard noise that is the mean of four exponential draws, skewness 1, rather than normal. */
  readonly skewed?: boolean;
}

interface Interval {
  readonly lower: number;
  readonly upper: number;
}
type Estimator = (means: readonly Float64Array[], seed: Seed) => Interval;

/** Mean 0, variance 1, skewness 1. */
function skewedDraw(stream: ReturnType<typeof openStream>): number {
  let product = 1;
  for (let k = 0; k < 4; k++) product *= stream.nextUniform();
  return -Math.log(product) / 2 - 2;
}

/** Shard means of one repetition after the other. */
type Samples = readonly (readonly Float64Array[])[];

function drawSamples(world: World, seed: bigint, repetitions: number): Samples {
  const key = parseSeed(seed);
  const n = world.biases.length;
  const row = new Float64Array(n);
  return Array.from({ length: repetitions }, (_, repetition) => {
    const stream = openStream(key, 'test', repetition);
    return Array.from({ length: SHARDS }, (_, k) => {
      if (world.skewed) for (let i = 0; i < n; i++) row[i] = skewedDraw(stream);
      else fillUnitGaussian(row, key, 'test', repetition * SHARDS + k);
      const common = world.factor === undefined ? 0 : stream.nextGaussian();
      return row.map(
        (z, i) => (world.biases[i] as number) + (world.noise[i] as number) * z + common * (world.factor?.[i] ?? 0),
      );
    });
  });
}

/** The subject and its mutants judge the same samples, which are therefore drawn once. */
let latest: { readonly world: World; readonly seed: bigint; readonly samples: Samples } | undefined;

/** Share of intervals that hold the truth, and their mean width. */
function repeatIntervals(world: World, estimator: Estimator, truth: number, seed: bigint, repetitions: number) {
  if (latest?.world !== world || latest.seed !== seed)
    latest = { world, seed, samples: drawSamples(world, seed, repetitions) };
  let covered = 0;
  let width = 0;
  for (const [repetition, means] of latest.samples.entries()) {
    // A bootstrap of its own each time: the mean width would else hang on the luck of one.
    const { lower, upper } = estimator(means, parseSeed(BigInt.asUintN(64, seed + BigInt(repetition))));
    if (lower <= truth && truth <= upper) covered += 1;
    width += (upper - lower) / repetitions;
  }
  return { covered, width };
}

const alpha =
  (confidence: number): Estimator =>
  (means, seed) => {
    const bias = meanOverShards(means);
    return alphaInterval(means, bias, standardErrorOverShards(means, bias), { confidence, seed, repetitions: 100 });
  };
/** What people print: the plug-in value with the standard error of the two entities that happen to be extreme. */
const naiveAlpha =
  (standardErrors: number): Estimator =>
  (means) => {
    const bias = meanOverShards(means);
    const error = Math.max(...standardErrorOverShards(means, bias)) * Math.SQRT2;
    return { lower: spread(bias) - standardErrors * error, upper: spread(bias) + standardErrors * error };
  };
const cost =
  (confidence: number): Estimator =>
  (means) =>
    costInterval(means, meanOverShards(means), confidence);
const naiveCost: Estimator = (means) => {
  const losses = (shard: Float64Array) => shard.reduce((sum, b) => sum + Math.max(-b, 0), 0);
  const values = means.map(losses);
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  const error = Math.sqrt(values.reduce((s, v) => s + (v - mean) ** 2, 0) / (values.length * (values.length - 1)));
  return { lower: mean - 2 * error, upper: mean + 2 * error };
};

/** Standard error of the difference of two means: what an oracle that knows the extremes has to live with. */
const oracleWidth = (noise: number) => 2 * 2.04 * noise * Math.sqrt(2 / SHARDS);

const exactly =
  (world: World, truth: number, oracle: number) =>
  (estimator: Estimator, seed: bigint): Verdict[] => {
    const { covered, width } = repeatIntervals(world, estimator, truth, seed, REPETITIONS);
    return [
      { statistic: covered / REPETITIONS, ...HOUSE_BAND, what: 'intervals that cover' },
      { statistic: width / oracle, upper: 1.35, what: 'mean width over the oracle width' },
    ];
  };

/** For worlds full of ties the interval may cover more often than asked, but must not be wide. */
const atLeast =
  (world: World, truth: number, widest: number) =>
  (estimator: Estimator, seed: bigint, falseAlarm: number): Verdict[] => {
    const { covered, width } = repeatIntervals(world, estimator, truth, seed, REPETITIONS_WITH_TIES);
    const band = coverageBand(REPETITIONS_WITH_TIES, 0.95, falseAlarm);
    return [
      { statistic: covered, lower: band.lower, what: 'intervals that cover' },
      { statistic: width, upper: widest, what: 'mean width' },
    ];
  };

const apart: World = { biases: [3, 0, 0.2, -0.1, -2], noise: [1, 1, 1, 1, 1] };
statisticalTest({
  id: 'fairness/alpha-coverage-apart',
  subject: alpha(0.95),
  mutants: { 'confidence 85 %': alpha(0.85), 'confidence 99.9 %': alpha(0.999) },
  check: exactly(apart, 5, oracleWidth(1)),
  timeoutMs: 120_000,
});

const skewed: World = { biases: [3, 0, 0, 0, 0, -2], noise: [2, 0.1, 0.1, 0.1, 0.1, 0.01], skewed: true };
statisticalTest({
  id: 'fairness/alpha-coverage-skewed',
  subject: alpha(0.95),
  mutants: { 'confidence 85 %': alpha(0.85), 'confidence 99.9 %': alpha(0.999) },
  check: exactly(skewed, 5, (2 * 2.04 * 2) / Math.sqrt(SHARDS)),
  timeoutMs: 120_000,
});

const ties: World = { biases: [0, 0, 0, 0, 0, 0, 0, 0], noise: [1, 1, 1, 1, 1, 1, 1, 1] };
statisticalTest({
  id: 'fairness/alpha-coverage-ties',
  subject: alpha(0.95),
  mutants: { 'plug-in with two standard errors': naiveAlpha(2), 'far too wide': alpha(1 - 1e-13) },
  check: atLeast(ties, 0, 8.4 / Math.sqrt(SHARDS)),
  timeoutMs: 120_000,
});

const nearTies: World = { biases: [0.1, 0.08, 0.05, 0, -0.05, -0.1], noise: [1, 1, 1, 1, 1, 1] };
statisticalTest({
  id: 'fairness/alpha-coverage-near-ties',
  subject: alpha(0.95),
  mutants: { 'plug-in with one standard error': naiveAlpha(1), 'confidence 50 %': alpha(0.5) },
  check: atLeast(nearTies, 0.2, 8.4 / Math.sqrt(SHARDS)),
  timeoutMs: 120_000,
});

const losses: World = { biases: [3, 2, 1, -1, -2, -3], noise: [1, 1, 1, 1, 1, 1] };
statisticalTest({
  id: 'fairness/cost-coverage-apart',
  subject: cost(0.95),
  mutants: { 'confidence 60 %': cost(0.6), 'confidence 99.9 %': cost(0.999) },
  check: exactly(losses, 6, 2 * 2.04 * Math.sqrt(3 / SHARDS)),
  timeoutMs: 120_000,
});

const factor: World = { biases: [0.2, 0.1, -0.2, -0.1], noise: [0.05, 0.05, 0.05, 0.05], factor: [1, 1, -1, -1] };
statisticalTest({
  id: 'fairness/cost-coverage-common-factor',
  subject: cost(0.95),
  mutants: { 'confidence 50 %': cost(0.5), 'mean of shard costs': naiveCost },
  check: atLeast(factor, 0.3, 6.8 / Math.sqrt(SHARDS)),
  timeoutMs: 120_000,
});

const nothing: World = { biases: new Array<number>(12).fill(0), noise: new Array<number>(12).fill(1) };
statisticalTest({
  id: 'fairness/cost-coverage-ties',
  subject: cost(0.95),
  mutants: { 'mean of shard costs': naiveCost, 'confidence 1 - 1e-13': cost(1 - 1e-13) },
  check: atLeast(nothing, 0, 11.3 / Math.sqrt(SHARDS)),
  timeoutMs: 120_000,
});

const halfUnclear: World = {
  biases: [3, -3, 3, -3, ...[1, -1, 1, -1].map((side) => side / Math.sqrt(SHARDS))],
  noise: new Array<number>(8).fill(1),
};
statisticalTest({
  id: 'fairness/cost-coverage-half-unclear',
  subject: cost(0.95),
  mutants: { 'confidence 50 %': cost(0.5), 'confidence 99.99 %': cost(0.9999) },
  check: atLeast(halfUnclear, 6 + 2 / Math.sqrt(SHARDS), 11.6 / Math.sqrt(SHARDS)),
  timeoutMs: 120_000,
});

const mirrored: World = { biases: [0, 0], noise: [0.001, 0.001], factor: [1, -1] };
statisticalTest({
  id: 'fairness/cost-coverage-mirrored',
  subject: cost(0.95),
  mutants: { 'mean of shard costs': naiveCost, 'confidence 50 %': cost(0.5) },
  check: atLeast(mirrored, 0, 3.1 / Math.sqrt(SHARDS)),
  timeoutMs: 120_000,
});
