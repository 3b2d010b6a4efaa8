import type { EntityErrors, Harm } from '@dpfair/result';
import { compensatedSum, type Seed, studentQuantile } from '@dpfair/stats';
import { alphaOf, costOfPrivacyOf } from '../cell/effects.js';
import type { AnalyticEstimate, SimulatedEstimate } from '../estimate.js';
import { meanOverShards, standardErrorOverShards } from '../intervals/shard-means.js';
import type { ErrorMeans } from '../montecarlo/simulate-errors.js';

/** What one kind of error does to every entity, exactly or by simulation. */
export interface Scenario {
  readonly estimate: AnalyticEstimate | SimulatedEstimate;
  /** Expected |outcome - truth| and expected square of it, per entity. */
  readonly absolute: Float64Array;
  readonly square: Float64Array;
  /** Sum over entities of the mean |outcome - truth| of each shard; empty for an exact result. */
  readonly totals: readonly number[];
}

/** A yes-or-no question whose probability is known: an error is 1 or 0, so that its size, its square and its bias are one. */
export function exactScenario(estimate: AnalyticEstimate): Scenario {
  const absolute = estimate.bias.map(Math.abs);
  return { estimate, absolute, square: absolute, totals: [] };
}

/** From the shards of a simulation. */
export function simulatedScenario(
  shards: readonly ErrorMeans[],
  about: Pick<SimulatedEstimate, 'trials' | 'unseen' | 'resolution'>,
): Scenario {
  const means = shards.map(({ bias }) => bias);
  return {
    estimate: { ...about, method: 'montecarlo', bias: meanOverShards(means), shards: { means }, controlVariates: true },
    absolute: meanOverShards(shards.map(({ absolute }) => absolute)),
    square: meanOverShards(shards.map(({ square }) => square)),
    totals: shards.map(({ absolute }) => compensatedSum(absolute)),
  };
}

export interface HarmOptions {
  readonly id: readonly string[];
  readonly confidence: number;
  readonly seed: Seed;
  /** Whether outcomes are shares, which have a cost. */
  readonly shares: boolean;
}

/** What one kind of error does, in sum. */
export function harmOf({ estimate, absolute, totals }: Scenario, options: HarmOptions): Harm {
  const errors =
    estimate.method === 'montecarlo'
      ? standardErrorOverShards(estimate.shards.means, estimate.bias)
      : new Float64Array(estimate.bias.length);
  const { estimate: alpha, lower, upper } = alphaOf(estimate, errors, options);
  const cost = options.shares ? costOfPrivacyOf(estimate, options.confidence, null) : null;
  const total = compensatedSum(absolute);
  const margin =
    estimate.method === 'montecarlo'
      ? // What moves from one entity to another, such as a seat, is an error of both.
        marginOfMean(totals, options.confidence) + 2 * (estimate.unseen + estimate.resolution)
      : compensatedSum(estimate.errors);
  return {
    method: estimate.method,
    absolute: { estimate: total, lower: Math.max(0, total - margin), upper: total + margin },
    alpha: { estimate: alpha, lower, upper },
    cost: { estimate: cost?.share ?? null, lower: cost?.lower ?? null, upper: cost?.upper ?? null },
  };
}

export const entityErrorsOf = ({ estimate, absolute, square }: Scenario): EntityErrors => ({
  bias: [...estimate.bias],
  absolute: [...absolute],
  rootMeanSquare: Array.from(square, Math.sqrt),
});

/** Half the width of Student's interval for the mean of shards. */
export function marginOfMean(values: readonly number[], confidence: number): number {
  const n = values.length;
  const sample = Float64Array.from(values);
  const mean = compensatedSum(sample) / n;
  const squares = compensatedSum(sample.map((value) => (value - mean) ** 2));
  return studentQuantile((1 + confidence) / 2, n - 1) * Math.sqrt(squares / (n * (n - 1)));
}
