import type { Pruning, PruningMethod } from '@dpfair/result';
import { meanLosses } from '../decomposition/mean-losses.js';
import { trackedRows } from '../decomposition/tracked-rows.js';
import { evaluate } from '../evaluation/evaluate.js';
import { makeModel } from '../models/make-model.js';
import { equaliseLosses } from './equalise-losses.js';
import { groupSlope } from './group-slopes.js';
import { magnitudeMask, masked } from './magnitude-mask.js';
import type { PrunedModel, TrainedSlopes } from './pruned-model.js';
import type { PruningPlan } from './pruning-plan.js';
import { summarizePruning } from './summarize-pruning.js';

/** What a shard does: the slopes at the trained parameters, or one way to prune. */
export type PruningShard = 'slopes' | { readonly method: PruningMethod; readonly rate: number };

type PruningPart = TrainedSlopes | PrunedModel;

/** The task of pruning, in the shape of a task of `@dpfair/engine`: a shard is a rate with a method, one more the slopes. */
export const pruningTask = {
  plan: ({ rates, methods }: PruningPlan): readonly PruningShard[] => [
    'slopes',
    ...methods.flatMap((method) => rates.map((rate) => ({ method, rate }))),
  ],
  size: (): number => 1,
  run: (plan: PruningPlan, shard: PruningShard, report?: (done: number) => void): PruningPart => {
    const part = shard === 'slopes' ? trainedSlopes(plan) : prune(plan, shard.method, shard.rate);
    report?.(1);
    return part;
  },
  merge: (_plan: PruningPlan, parts: readonly { readonly index: number; readonly part: PruningPart }[]) =>
    parts.map(({ part }) => part),
  finish: (plan: PruningPlan, parts: readonly PruningPart[]): readonly Pruning[] => {
    const trained = parts.find((part) => part.kind === 'slopes');
    const pruned = parts.filter((part) => part.kind === 'pruned');
    return trained === undefined ? [] : pruned.map((model) => summarizePruning(plan, trained, model));
  },
};

/**
 * A trained model at every rate and by every method of the plan, group by group: what {@link pruningTask} does without an engine.
 *
 * @throws DpfairError usage, for a rate that is not from 0 to 1.
 */
export function pruneHere(plan: PruningPlan): readonly Pruning[] {
  return pruningTask.finish(
    plan,
    pruningTask.plan(plan).map((shard) => pruningTask.run(plan, shard)),
  );
}

function trainedSlopes({ model: description, parameters, training, rows, seed }: PruningPlan): TrainedSlopes {
  const model = makeModel(description);
  const tracked = trackedRows(training, rows, seed);
  return {
    kind: 'slopes',
    rows: tracked.byGroup.map(({ length }) => length),
    losses: meanLosses(model, training, tracked)(parameters),
    slopes: tracked.byGroup.map((ofGroup, group) => groupSlope(model, parameters, training, ofGroup, seed, group)),
  };
}

function prune(plan: PruningPlan, method: PruningMethod, rate: number): PrunedModel {
  const { training, test, seed } = plan;
  const model = makeModel(plan.model);
  const mask = magnitudeMask(model, plan.parameters, rate, plan.biases);
  const start = masked(plan.parameters, mask.kept);
  const parameters =
    method === 'magnitude'
      ? start
      : equaliseLosses(model, training, start, mask.kept, seed, plan.equalising).parameters;
  const onTest = evaluate(model, parameters, test);
  return {
    kind: 'pruned',
    method,
    rate,
    mask,
    parameters,
    losses: meanLosses(model, training, trackedRows(training, plan.rows, seed))(parameters),
    accuracy: onTest.all.accuracy,
    accuracies: onTest.groups.map(({ accuracy }) => accuracy),
  };
}
