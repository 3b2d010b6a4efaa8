import { accountants, noiseMultiplierFor } from '@dpfair/mechanisms';
import { type ExperimentPlan, scaleColumns } from '@dpfair/stability';
import type { StableSpec } from '../../spec/stable/stable-spec.js';
import { scheduleOf } from '../../train/descent/schedule.js';
import type { LoadedSet } from '../load-stable-data.js';
import type { PrivatePlan } from './private-task.js';

/**
 * The private trainings of a spec: each epsilon with each lambda. Columns of numbers are standardised and levels of texts are left 1 or 0, whatever
 * the programs see: descent needs columns of like size, and clipping rows of like norm, which rare levels that are standardised do not have.
 *
 * @param rows that are trained on.
 * @throws DpfairError `usage` for a batch of more rows than there are, `domain` for an epsilon that no noise meets
 */
export function planPrivate(
  spec: StableSpec,
  plan: ExperimentPlan,
  { set, isNumber }: LoadedSet,
  rows: number,
): PrivatePlan {
  const { samplingRate, stepsPerEpoch, steps } = scheduleOf(spec, rows);
  const { pool, test, repetitions, trainingShare, seed } = plan;
  const { delta, clip, learningRate } = spec;
  const noised = (spec.epsilon ?? []).map((epsilon) => ({
    epsilon,
    noiseMultiplier: noiseMultiplierFor({ epsilon, delta, samplingRate, steps }, accountants.pld),
  }));
  return {
    data: scaleColumns(set, pool, isNumber),
    ...{ pool, test, repetitions, trainingShare, seed, clip, learningRate, samplingRate, stepsPerEpoch, steps },
    arms: noised.flatMap((budget) => spec.lambda.map((lambda) => ({ lambda, ...budget }))),
  };
}
