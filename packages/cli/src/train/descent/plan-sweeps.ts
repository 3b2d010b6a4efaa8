import {
  epsilonOf,
  type SweptTraining,
  summarizeSweep,
  sweepPlans,
  type TrainingPlan,
  trainingTask,
} from '@dpfair/learning';
import { accountants } from '@dpfair/mechanisms';
import type { Sweep } from '@dpfair/result';
import { trainFaults, trainProgress } from '../../messages/train.js';
import { parseSweep } from '../../spec/train/sweep-spec.js';
import type { TrainSpec } from '../../spec/train/train-spec.js';
import type { PlannedPart } from '../planned-run.js';
import { runRepetitions } from '../run-repetitions.js';
import { multiplicationsOf } from './multiplications-of.js';
import { namingBudget } from './naming-budget.js';

/**
 * Plans the sweeps of a spec, each around the training of its first budget.
 *
 * @throws DpfairError `usage` for a value out of range or a group that there is not, `domain` for an epsilon that no noise meets
 */
export function planSweeps(spec: TrainSpec, plan: TrainingPlan): readonly PlannedPart<Sweep>[] {
  const { delta, confidence } = spec;
  const accountant = accountants[spec.accountant];
  return spec.sweep.map(parseSweep).map(({ text, parameter, group, values }) => {
    const options = { budget: { delta, accountant }, ...(group === null ? {} : { group }) };
    const swept = namingBudget(
      () => sweepPlans(plan, parameter, values, options),
      (fault) => trainFaults.epsilonOfSweep(fault, text),
    );
    return {
      stage: trainProgress.sweeping(text, plan.repetitions),
      repetitions: swept.length * plan.repetitions,
      execute: async (ways) => {
        const trainings: SweptTraining[] = [];
        const shards = [];
        for (const { value, plan: changed } of swept) {
          const run = await runRepetitions(trainingTask, 'training', changed, multiplicationsOf(changed), ways);
          shards.push(run);
          trainings.push({
            value,
            plan: changed,
            output: run.output ?? [],
            epsilon: epsilonOf(changed, delta, accountant),
          });
        }
        return { part: summarizeSweep(parameter, trainings, confidence, group), shards };
      },
    };
  });
}
