import { type ModelDescription, makeModel, type PruningPlan, pruningTask } from '@dpfair/learning';
import type { Pruning } from '@dpfair/result';
import { parseSeed } from '@dpfair/stats';
import { trainProgress } from '../messages/train.js';
import type { TrainSpec } from '../spec/train/train-spec.js';
import type { LoadedExamples } from './load-examples.js';
import type { PlannedPart } from './planned-run.js';
import { runRepetitions } from './run-repetitions.js';

/** Plans the pruning of a trained model at the rates of a spec, by each of its methods; nothing where none is asked for. */
export function planPruning(
  spec: TrainSpec,
  { training, test }: LoadedExamples,
  model: ModelDescription,
  parameters: Float64Array,
): readonly PlannedPart<readonly Pruning[]>[] {
  if (spec.prune.length === 0) return [];
  const plan: PruningPlan = {
    ...{ model, parameters, training, test, rates: spec.prune, methods: spec.pruneMethod, biases: false },
    ...{ rows: spec.trackRows, equalising: {}, seed: parseSeed(spec.seed) },
  };
  const models = spec.prune.length * spec.pruneMethod.length;
  // Passes over the rows: those of training on dwarf the rest.
  const passes = spec.pruneMethod.includes('equalised-loss') ? 600 : 10;
  const multiplications = passes * models * training.rows * makeModel(model).parameterCount;
  return [
    {
      stage: trainProgress.pruning(models),
      repetitions: pruningTask.plan(plan).length,
      execute: async (ways) => {
        const shards = await runRepetitions(pruningTask, 'pruning', plan, multiplications, ways);
        return { part: shards.output ?? [], shards: [shards] };
      },
    },
  ];
}
