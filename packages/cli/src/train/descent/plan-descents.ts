import type { ModelDescription, TrainingPlan } from '@dpfair/learning';
import { runName, trainProgress } from '../../messages/train.js';
import type { TrainSpec } from '../../spec/train/train-spec.js';
import { budgetsOf } from '../budget.js';
import type { LoadedExamples } from '../load-examples.js';
import type { AboutRun, PlannedPart, TrainedRun } from '../planned-run.js';
import { algorithmOf } from './algorithm-of.js';
import { basePlan } from './base-plan.js';
import { executeDescent } from './execute-descent.js';
import { guaranteeOf } from './guarantee-of.js';

/** A private descent that is ready to be run. */
export interface PlannedDescent extends PlannedPart<TrainedRun> {
  readonly plan: TrainingPlan;
}

/** Plans the private descents of a spec, one for each budget. @throws DpfairError as `basePlan` */
export function planDescents(
  spec: TrainSpec,
  loaded: LoadedExamples,
  model: ModelDescription,
): readonly PlannedDescent[] {
  return budgetsOf(spec).map((budget) => {
    const plan = basePlan(spec, loaded, model, budget);
    return planDescent(spec, plan, {
      id: 'none',
      algorithm: algorithmOf(plan, spec),
      privacy: guaranteeOf(plan, spec, 'epsilon' in budget ? budget.epsilon : null),
    });
  });
}

/** A private descent as a part of the work. @param notPrivate why it is not private, whatever its noise */
export function planDescent(
  spec: TrainSpec,
  plan: TrainingPlan,
  about: AboutRun,
  notPrivate: string | null = null,
): PlannedDescent {
  const { repetitions, descent } = plan;
  return {
    plan,
    stage: trainProgress.training(runName(about), repetitions, descent.steps),
    repetitions,
    execute: (ways) => executeDescent(about, plan, notPrivate, spec.confidence, ways),
  };
}
