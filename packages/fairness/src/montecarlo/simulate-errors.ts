import type { Pipeline } from '@dpfair/decisions';
import { noiseKinds, type PostName } from '@dpfair/mechanisms';
import { fillUnitGaussian } from '@dpfair/stats';
import { plansOf } from './simulate-trials.js';
import { entitiesOf, type Simulation } from './simulation.js';
import type { SimulationPlan } from './simulation-plan.js';

/** Means of one scenario: of outcome - truth, of its absolute value, and of its square, per entity. */
export interface ErrorMeans {
  readonly bias: Float64Array;
  readonly absolute: Float64Array;
  readonly square: Float64Array;
}

/** What one shard says: sampling error alone, by post-processing; for each cell privacy noise alone, and both. */
export interface SimulatedErrors {
  readonly sampling: ReadonlyMap<PostName, ErrorMeans>;
  readonly privacy: readonly ErrorMeans[];
  readonly both: readonly ErrorMeans[];
}

/**
 * Runs trials `from` to `to` (exclusive) of the outcomes under sampling error, privacy noise, and both, on the same draws. Each trial
 * is a pair of opposite draws: what is odd in the noise cancels from the bias.
 *
 * The sampling error of count x is Gaussian around x, not truncated; privacy noise is that of the audit with this seed.
 *
 * @param spreads standard deviations of the sampling error by role; a role without them has none.
 * @returns three arrays for each scenario: {@link readErrors} says which is which.
 */
export function simulateErrors(
  simulation: Simulation,
  spreads: Readonly<Record<string, Float64Array>>,
  from: number,
  to: number,
  report?: (done: number) => void,
): Float64Array[] {
  const { seed, input, cells } = simulation;
  const n = entitiesOf(input);
  const plans = plansOf(simulation);
  const { truth } = plans[0] as SimulationPlan;
  const columns = Object.entries(input.counts).map(([role, counts], k) => ({
    counts,
    spread: spreads[role] ?? new Float64Array(n),
    draws: [k * n, (k + 1) * n] as const,
    noisy: new Float64Array(n),
    role,
  }));
  const noisy = Object.fromEntries(columns.map((column) => [column.role, column.noisy]));
  const units = [...new Set(cells.map(({ noise }) => noise.kind))].map((kind) => ({
    kind,
    draws: new Float64Array(n * columns.length),
  }));
  const standard = new Float64Array(n * columns.length);
  const outcome = new Float64Array(n);
  const scenario = (pipeline: Pipeline) => {
    const sums = { bias: new Float64Array(n), absolute: new Float64Array(n), square: new Float64Array(n) };
    const take = () => {
      pipeline.apply(noisy, outcome);
      accumulate(outcome, truth, sums);
    };
    return { sums, take };
  };
  const alone = postsOf(simulation).map((post) =>
    scenario((plans[cells.findIndex((cell) => cell.post === post)] as SimulationPlan).pipeline),
  );
  const ofCells = cells.map(({ noise }, k) => {
    const { pipeline } = plans[k] as SimulationPlan;
    const { draws } = units.find(({ kind }) => kind === noise.kind) as (typeof units)[number];
    return {
      addNoise: noiseKinds[noise.kind].addNoise(noise.spread),
      draws,
      privacy: scenario(pipeline),
      both: scenario(pipeline),
    };
  });
  const takeSampling = (sign: number) => {
    for (const { noisy, spread, draws } of columns) {
      const own = standard.subarray(...draws);
      for (let i = 0; i < n; i++) noisy[i] = (noisy[i] as number) + sign * (spread[i] as number) * (own[i] as number);
    }
  };
  for (let trial = from; trial < to; trial++) {
    fillUnitGaussian(standard, seed, 'sampling', trial);
    for (const { kind, draws } of units) noiseKinds[kind].fillUnit(draws, seed, 'noise', trial);
    for (const sign of [1, -1]) {
      for (const { noisy, counts } of columns) noisy.set(counts);
      takeSampling(sign);
      for (const { take } of alone) take();
      for (const { addNoise, draws, privacy, both } of ofCells) {
        for (const column of columns) addNoise(column.counts, draws.subarray(...column.draws), column.noisy);
        privacy.take();
        takeSampling(sign);
        both.take();
      }
      for (const { draws } of units) negate(draws);
    }
    if ((trial - from) % REPORT_EVERY === REPORT_EVERY - 1) report?.(trial - from + 1);
  }
  const draws = 2 * (to - from);
  return [...alone, ...ofCells.map(({ privacy }) => privacy), ...ofCells.map(({ both }) => both)].flatMap(({ sums }) =>
    [sums.bias, sums.absolute, sums.square].map((sum) => sum.map((value) => value / draws)),
  );
}

const REPORT_EVERY = 16;

/** The arrays of a shard of {@link simulateErrors} by what they mean. */
export function readErrors({ cells }: Pick<Simulation, 'cells'>, part: readonly Float64Array[]): SimulatedErrors {
  const posts = postsOf({ cells });
  const means = (scenario: number): ErrorMeans => ({
    bias: part[3 * scenario] as Float64Array,
    absolute: part[3 * scenario + 1] as Float64Array,
    square: part[3 * scenario + 2] as Float64Array,
  });
  return {
    sampling: new Map(posts.map((post, k) => [post, means(k)])),
    privacy: cells.map((_, k) => means(posts.length + k)),
    both: cells.map((_, k) => means(posts.length + cells.length + k)),
  };
}

const postsOf = ({ cells }: Pick<Simulation, 'cells'>): readonly PostName[] => [
  ...new Set(cells.map(({ post }) => post)),
];

function negate(draws: Float64Array): void {
  for (let i = 0; i < draws.length; i++) draws[i] = -(draws[i] as number);
}

function accumulate(outcome: Float64Array, truth: Float64Array, { bias, absolute, square }: ErrorMeans): void {
  for (let i = 0; i < outcome.length; i++) {
    const error = (outcome[i] as number) - (truth[i] as number);
    bias[i] = (bias[i] as number) + error;
    absolute[i] = (absolute[i] as number) + Math.abs(error);
    square[i] = (square[i] as number) + error * error;
  }
}
