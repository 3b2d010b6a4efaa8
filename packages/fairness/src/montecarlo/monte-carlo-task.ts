import { simulateErrors } from './simulate-errors.js';
import { simulateTrials } from './simulate-trials.js';
import type { Simulation } from './simulation.js';

/** A contiguous range of trials. */
export interface TrialRange {
  readonly from: number;
  readonly to: number;
}

/** Means over one shard's trials: of outcome - control, per cell; with sampling errors what {@link simulateErrors} says. */
export type ShardPart = Float64Array[];

/** What a simulation gives: the parts of the shards that were run, in shard order. */
export interface SimulationOutput {
  readonly trialsPerShard: number;
  readonly parts: readonly ShardPart[];
}

/**
 * The Monte Carlo task: fixed shards of trials, each independent of the others and of the number of threads.
 * The shape is that of a task of `@dpfair/engine`, which this package does not need to know.
 */
export const monteCarloTask = {
  plan: ({ firstTrial, trials, shards }: Simulation): readonly TrialRange[] => {
    const size = trials / shards;
    return Array.from({ length: shards }, (_, k) => ({
      from: firstTrial + k * size,
      to: firstTrial + (k + 1) * size,
    }));
  },
  run: (simulation: Simulation, { from, to }: TrialRange, report?: (done: number) => void): ShardPart =>
    simulation.sampling === undefined
      ? simulateTrials(simulation, from, to, report)
      : simulateErrors(simulation, simulation.sampling, from, to, report),
  merge: (simulation: Simulation, parts: readonly { readonly index: number; readonly part: ShardPart }[]) => ({
    trialsPerShard: simulation.trials / simulation.shards,
    parts: parts.map(({ part }) => part),
  }),
  finish: (_simulation: Simulation, merged: SimulationOutput): SimulationOutput => merged,
};

/** Runs a simulation in this thread: what {@link monteCarloTask} does without an engine. */
export function simulateHere(simulation: Simulation): SimulationOutput {
  const parts = monteCarloTask.plan(simulation).map((range, index) => ({
    index,
    part: monteCarloTask.run(simulation, range),
  }));
  return monteCarloTask.finish(simulation, monteCarloTask.merge(simulation, parts));
}
