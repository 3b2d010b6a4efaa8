import { accountants, jointNoiseMultiplier, noiseMultiplierFor } from '@dpfair/mechanisms';
import type { TrainingPrivacy } from '@dpfair/result';
import { trainPrivacyMessages } from '../../messages/train.js';
import type { TrainSpec } from '../../spec/train/train-spec.js';
import type { Budget } from '../budget.js';
import type { Schedule } from './schedule.js';

/** Noise of a descent, and what it guarantees. */
export interface DescentGuarantee {
  readonly noiseMultiplier: number;
  readonly privacy: TrainingPrivacy;
}

/**
 * What a private descent guarantees to one row that is added or removed: all steps, each of them a release of the noisy gradient
 * and of the noisy counts of its rule from one Poisson sample, composed by the accountant.
 *
 * @param countNoise noise multipliers of the counts that the rule of clipping releases at each step.
 * @throws DpfairError `domain` for an epsilon that no noise meets, with the least possible one
 */
export function descentPrivacyOf(
  budget: Budget,
  { delta, accountant: name }: Pick<TrainSpec, 'delta' | 'accountant'>,
  countNoise: readonly number[],
  { samplingRate, steps }: Pick<Schedule, 'samplingRate' | 'steps'>,
): DescentGuarantee {
  const accountant = accountants[name];
  const noiseMultiplier =
    'epsilon' in budget
      ? noiseMultiplierFor({ epsilon: budget.epsilon, delta, samplingRate, steps, beside: countNoise }, accountant)
      : budget.noiseMultiplier;
  const isPrivate = noiseMultiplier > 0;
  const epsilon = () => {
    const joint = jointNoiseMultiplier([noiseMultiplier, ...countNoise]);
    const event = { kind: 'subsampled-gaussian', samplingRate, noiseMultiplier: joint, count: steps } as const;
    return accountant.epsilon([event], delta);
  };
  return {
    noiseMultiplier,
    privacy: {
      private: isPrivate,
      reason: isPrivate ? null : trainPrivacyMessages.noNoise,
      epsilon: isPrivate ? epsilon() : null,
      delta: isPrivate ? delta : null,
      accountant: isPrivate ? accountant.name : null,
      neighbours: 'add-remove',
      parts: [
        { name: trainPrivacyMessages.gradients, noiseMultiplier, count: steps },
        ...countNoise.map((multiplier) => ({
          name: trainPrivacyMessages.counts,
          noiseMultiplier: multiplier,
          count: steps,
        })),
      ],
    },
  };
}
