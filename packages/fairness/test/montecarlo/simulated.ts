import { decisionByName } from '@dpfair/decisions';
import type { PostName } from '@dpfair/mechanisms';
import { type NoiseDistribution, parseSeed } from '@dpfair/stats';
import { simulateHere } from '../../src/index.js';
import { meanOverShards, standardErrorOverShards } from '../../src/intervals/shard-means.js';
import { type PreparedCell, prepareCell } from '../../src/models/prepared-cell.js';
import { simulateCells } from '../../src/montecarlo/simulate-cells.js';

/** A cell to simulate in a test. */
export interface Setting {
  readonly decision: 'identity' | 'allotment';
  readonly post: PostName;
  readonly counts: ArrayLike<number>;
  readonly weights?: ArrayLike<number>;
  readonly noise: NoiseDistribution;
  readonly trials: number;
  readonly controlVariates?: boolean;
  /** Stop once alpha is known to within this fraction of itself. @default never */
  readonly tolerance?: number;
}

export const cellOf = ({ decision, post, counts, weights, noise }: Setting): PreparedCell =>
  prepareCell({
    decision: decisionByName(decision),
    post,
    input: {
      counts: { count: Float64Array.from(counts) },
      fixed: weights === undefined ? {} : { weight: Float64Array.from(weights) },
    },
    noise,
  });

export interface Simulated {
  readonly bias: Float64Array;
  readonly standardError: Float64Array;
  readonly means: readonly Float64Array[];
}

/** What the product would say of it, besides. */
export interface SimulatedRun extends Simulated {
  /** Trials that were run. */
  readonly trials: number;
  /** Of each interval: higher than 95 % when there may be several looks. */
  readonly confidence: number;
}

/** Simulates a setting in this thread, the way the product does. */
export const simulated = (setting: Setting, seed: bigint): Promise<Simulated> => simulatedRun(setting, seed);

/** {@link simulated}, with what the product says besides. */
export async function simulatedRun(setting: Setting, seed: bigint): Promise<SimulatedRun> {
  const { estimates, confidence } = await simulateCells(
    [cellOf(setting)],
    [],
    {
      trials: setting.trials,
      tolerance: setting.tolerance ?? null,
      confidence: 0.95,
      controlVariates: setting.controlVariates ?? true,
      seed: parseSeed(seed),
    },
    async (simulation) => ({ output: simulateHere(simulation), interrupted: false }),
  );
  const estimate = estimates[0];
  if (estimate === undefined || 'undefinedBecause' in estimate) throw new Error('not simulated');
  const { means } = estimate.shards;
  const bias = meanOverShards(means);
  return { bias, standardError: standardErrorOverShards(means, bias), means, trials: estimate.trials, confidence };
}
