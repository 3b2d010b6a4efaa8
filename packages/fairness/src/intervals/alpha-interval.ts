// Simultaneous inference by the Gaussian multiplier bootstrap: Chernozhukov, Chetverikov, Kato (2013). The two-step
// narrowing to candidates follows Romano, Shaikh, Wolf (2014).
import { bonferroniCriticalValue, type Seed, supTCriticalValue } from '@dpfair/stats';
import { extremes, spread } from './extremes.js';
import { deviations, halves, meanOverShards } from './shard-means.js';

/** An estimate of max - min of n biases, with an interval that pays for having searched for the extremes. */
export interface AlphaEstimate {
  /** Split-sample estimate: the extremes are chosen on one half of the shards and measured on the other. */
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
  /** max - min of the means: biased upwards. */
  readonly plugIn: number;
  readonly most: number;
  readonly least: number;
  readonly intervalMethod: string;
}

export interface AlphaIntervalOptions {
  /** Probability that the interval holds alpha, within (0, 1). */
  readonly confidence: number;
  /** Seed of the bootstrap. */
  readonly seed: Seed;
  /** Bootstrap repetitions. @default 2000 */
  readonly repetitions?: number;
}

/** Share of the error probability spent on finding which entities can be extreme. */
const SCREENING_SHARE = 0.1;
const LARGEST_PAIR_COUNT = 1_500;

/**
 * Interval for alpha from shard means.
 *
 * Step 1: a Bonferroni band over all entities (a tenth of the error probability) leaves the entities that can have the
 * largest bias, and those that can have the smallest. Step 2: a sup-t band over the differences of these candidates;
 * alpha is at most the largest upper end and at least the largest lower end. With very many candidates the band is put
 * on the biases instead of their differences.
 *
 * @param biases means over shards. @param standardErrors of these means. Needs at least 4 shards.
 */
export function alphaInterval(
  means: readonly Float64Array[],
  biases: Float64Array,
  standardErrors: Float64Array,
  options: AlphaIntervalOptions,
): AlphaEstimate {
  const { most, least } = extremes(biases);
  const error = 1 - options.confidence;
  const candidates = screen(biases, standardErrors, means.length - 1, 1 - SCREENING_SHARE * error);
  const { seed, repetitions = 2_000 } = options;
  const band = { confidence: 1 - (1 - SCREENING_SHARE) * error, seed, repetitions };
  const pairs = candidates.largest.length * candidates.smallest.length;
  const ends =
    pairs <= LARGEST_PAIR_COUNT
      ? pairwiseEnds(means, biases, candidates, band)
      : entitywiseEnds(means, biases, standardErrors, candidates, band);
  const lower = Math.max(0, ends.lower);
  const upper = Math.max(lower, ends.upper);
  return {
    estimate: Math.min(Math.max(splitSampleSpread(means), lower), upper),
    lower,
    upper,
    plugIn: spread(biases),
    most,
    least,
    intervalMethod: `sup-t over ${pairs <= LARGEST_PAIR_COUNT ? `${pairs} candidate pairs` : 'candidate entities'}`,
  };
}

interface Candidates {
  readonly largest: readonly number[];
  readonly smallest: readonly number[];
}

type Band = { readonly confidence: number; readonly seed: Seed; readonly repetitions: number };
type Ends = { readonly lower: number; readonly upper: number };

function screen(biases: Float64Array, errors: Float64Array, freedom: number, confidence: number): Candidates {
  const width = bonferroniCriticalValue(biases.length, confidence, freedom);
  const low = biases.map((bias, i) => bias - width * (errors[i] as number));
  const high = biases.map((bias, i) => bias + width * (errors[i] as number));
  const floor = low.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const ceiling = high.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const where = (test: (i: number) => boolean) => Array.from(biases.keys()).filter(test);
  return {
    largest: where((i) => (high[i] as number) >= floor),
    smallest: where((i) => (low[i] as number) <= ceiling),
  };
}

/** Band over the differences B_i - B_j of candidate pairs. */
function pairwiseEnds(
  means: readonly Float64Array[],
  biases: Float64Array,
  { largest, smallest }: Candidates,
  band: Band,
): Ends {
  const pairs = largest.flatMap((i) => smallest.map((j) => [i, j] as const));
  const rows = means.map((shard) =>
    Float64Array.from(pairs, ([i, j]) => deviation(shard, biases, i) - deviation(shard, biases, j)),
  );
  const shards = means.length;
  // One pair needs no bootstrap: its value is Student's.
  const width =
    pairs.length === 1 ? bonferroniCriticalValue(1, band.confidence, shards - 1) : supTCriticalValue(rows, band);
  let lower = Number.NEGATIVE_INFINITY;
  let upper = Number.NEGATIVE_INFINITY;
  pairs.forEach(([i, j], pair) => {
    const squares = rows.reduce((sum, row) => sum + (row[pair] as number) ** 2, 0);
    const half = width * Math.sqrt(squares / (shards * (shards - 1)));
    const difference = (biases[i] as number) - (biases[j] as number);
    lower = Math.max(lower, difference - half);
    upper = Math.max(upper, difference + half);
  });
  return { lower, upper };
}

const deviation = (shard: Float64Array, mean: Float64Array, i: number) => (shard[i] as number) - (mean[i] as number);

/** Band over the biases of all candidates. */
function entitywiseEnds(
  means: readonly Float64Array[],
  biases: Float64Array,
  errors: Float64Array,
  { largest, smallest }: Candidates,
  band: Band,
): Ends {
  const candidates = [...new Set([...largest, ...smallest])];
  const sample = candidates.length > LARGEST_PAIR_COUNT ? null : deviations(means, biases, candidates);
  const width =
    sample === null
      ? bonferroniCriticalValue(candidates.length, band.confidence, means.length - 1)
      : supTCriticalValue(sample, band);
  const end = (side: 1 | -1) => (i: number) => (biases[i] as number) + side * width * (errors[i] as number);
  const maximum = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const minimum = (values: readonly number[]) => -maximum(values.map((value) => -value));
  return {
    lower: maximum(largest.map(end(-1))) - minimum(smallest.map(end(1))),
    upper: maximum(largest.map(end(1))) - minimum(smallest.map(end(-1))),
  };
}

/** Chooses the extremes on one half of the shards, measures them on the other, and averages both directions. */
function splitSampleSpread(means: readonly Float64Array[]): number {
  const [even, odd] = halves(means).map(meanOverShards) as [Float64Array, Float64Array];
  const measured = (chooser: Float64Array, judge: Float64Array) => {
    const { most, least } = extremes(chooser);
    return (judge[most] as number) - (judge[least] as number);
  };
  return (measured(even, odd) + measured(odd, even)) / 2;
}
