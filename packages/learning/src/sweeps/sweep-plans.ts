import type { Sweep } from '@dpfair/result';
import { privacyOf, withNoise, withPrivacy } from '../budget/plan-changes.js';
import { type TrainingBudget, withinBudget } from '../budget/within-budget.js';
import type { TrainingPlan } from '../repetitions/training-plan.js';
import { badSweepValue, noSweepBudget, noSweepGroup } from './messages.js';
import { withGroupShare } from './with-group-share.js';

/** What a training is changed in: a bound of clipping, a noise multiplier, an epsilon, the share of a group's rows that is kept. */
export type SweepParameter = Sweep['parameter'];

/** What a sweep needs to know besides its values. */
export interface SweepOptions {
  /** epsilon: the budget but for its epsilon. */
  readonly budget?: Omit<TrainingBudget, 'epsilon'>;
  /** group-size: name of the group that is sub-sampled. */
  readonly group?: string;
}

/** A value of the parameter, and the training that has it. */
export interface SweepPlan {
  readonly value: number;
  readonly plan: TrainingPlan;
}

/**
 * The same training at each value of one setting, on common random numbers: starts and noise are those of the plan, and so are the
 * batches, but for group-size, where there are fewer rows to draw from. Tracking is left out.
 *
 * - `clip`: the bound of clipping, above 0; the noise multiplier stays, and with it epsilon.
 * - `noise-multiplier`: at least 0.
 * - `epsilon`: above 0; noise is solved for.
 * - `group-size`: share of the training rows of `options.group` that is kept, above 0 and at most 1, at random. The smaller sample of two is
 *   inside the larger. Sampling rate and steps stay, and with them epsilon.
 *
 * @throws DpfairError `usage` for a value out of range, a group that there is not, a plan without privacy; `domain` for an epsilon that no noise meets
 * @example
 * const plans = sweepPlans(plan, 'clip', [0.1, 1, 10]);
 * summarizeSweep('clip', plans.map(({ value, plan }) => ({ value, plan, epsilon: 3, output: trainHere(plan) })), 0.95);
 */
export function sweepPlans(
  base: TrainingPlan,
  parameter: SweepParameter,
  values: readonly number[],
  { budget, group }: SweepOptions = {},
): readonly SweepPlan[] {
  const { clipping } = privacyOf(base);
  const plan: TrainingPlan = { ...base, tracking: null };
  const sweep = (inRange: (value: number) => boolean, allowed: string, change: (value: number) => TrainingPlan) =>
    values.map((value) => {
      if (!(inRange(value) && Number.isFinite(value))) throw badSweepValue(parameter, value, allowed);
      return { value, plan: change(value) };
    });
  const positive = (value: number) => value > 0;
  switch (parameter) {
    case 'clip':
      return sweep(positive, 'above 0', (bound) => withPrivacy(plan, { clipping: { ...clipping, bound } }));
    case 'noise-multiplier':
      return sweep(
        (value) => value >= 0,
        'at least 0',
        (value) => withNoise(plan, value),
      );
    case 'epsilon':
      if (budget === undefined) throw noSweepBudget();
      return sweep(positive, 'above 0', (epsilon) => withinBudget(plan, { ...budget, epsilon }));
    case 'group-size': {
      const { groupNames } = plan.training;
      const place = group === undefined ? -1 : groupNames.indexOf(group);
      if (place < 0) throw noSweepGroup(group, groupNames);
      return sweep(
        (value) => value > 0 && value <= 1,
        'above 0, at most 1',
        (share) => ({ ...plan, training: withGroupShare(plan.training, place, share, plan.descent.seed) }),
      );
    }
  }
}
