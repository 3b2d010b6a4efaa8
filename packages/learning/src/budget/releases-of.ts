import type { Composition } from '@dpfair/mechanisms';
import { makeModel } from '../models/make-model.js';
import type { TrainingPlan } from '../repetitions/training-plan.js';
import { clippingRule } from '../training/clipping-rule.js';
import { penaltyReleases } from '../training/penalties/penalty.js';

/** What a private training releases beside its noisy gradients. */
export interface TrainingReleases {
  /** Noise multipliers of what each step releases from its own batch: noisy counts of a rule of clipping, private penalties. */
  readonly beside: readonly number[];
  /** What is released from all rows, apart from the steps: the looks of early stopping. */
  readonly extra: Composition;
}

/** What the accountant must be told of a plan, besides its steps; nothing for a training without privacy. */
export function releasesOf({
  model,
  training,
  descent: { privacy, steps, stepsPerEpoch },
}: TrainingPlan): TrainingReleases {
  if (privacy === null) return { beside: [], extra: [] };
  const { counts } = clippingRule(privacy.clipping, makeModel(model).blocks.length, training.groupNames.length);
  const { penalty, stopping } = privacy;
  const looks = Math.floor(steps / stepsPerEpoch);
  return {
    beside: [...counts, ...(penalty ? penaltyReleases(penalty) : [])],
    extra:
      stopping !== undefined && stopping.lossNoise > 0 && looks > 0
        ? [{ kind: 'gaussian', noiseMultiplier: stopping.lossNoise, count: looks }]
        : [],
  };
}
