import type { Sweep } from '@dpfair/result';
import type { TrainingPlan } from '../repetitions/training-plan.js';
import type { TrainingOutput } from '../repetitions/training-task.js';
import { summarizeRun } from '../summary/summarize-run.js';
import type { SweepParameter } from './sweep-plans.js';

/** What came of the trainings at one value. */
export interface SweptTraining {
  readonly value: number;
  readonly plan: TrainingPlan;
  readonly output: TrainingOutput;
  /** What the training guarantees; null for nothing. */
  readonly epsilon: number | null;
}

/**
 * A sweep as it is written to the result, one point a value: accuracy on test rows, gap, and the excessive risk of each group with its exact
 * split into what clipping and what noise costs.
 *
 * @param group group-size: the group that was sub-sampled. @default null
 */
export function summarizeSweep(
  parameter: SweepParameter,
  trainings: readonly SweptTraining[],
  confidence: number,
  group: string | null = null,
): Sweep {
  return {
    parameter,
    of: group,
    points: trainings.map(({ value, plan, output, epsilon }) => {
      const { population, groups, gap } = summarizeRun({ ...plan, tracking: null }, output, confidence);
      return {
        value,
        epsilon,
        accuracy: population.accuracy.private,
        gap: { estimate: gap.estimate, lower: gap.lower, upper: gap.upper },
        groups: groups.map((outcome) => ({
          group: outcome.group,
          excessiveRisk: outcome.excessiveRisk,
          clipping: outcome.clippingPart.estimate,
          noise: outcome.noisePart.estimate,
        })),
      };
    }),
  };
}
