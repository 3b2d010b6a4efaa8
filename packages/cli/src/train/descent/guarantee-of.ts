import { epsilonOf, releasesOf, type TrainingPlan } from '@dpfair/learning';
import { accountants } from '@dpfair/mechanisms';
import type { TrainingPrivacy } from '@dpfair/result';
import { trainPrivacyMessages } from '../../messages/train.js';
import type { TrainSpec } from '../../spec/train/train-spec.js';

/**
 * What a private descent guarantees to one row that is added or removed: all steps, each of them a release of the noisy gradient and
 * of what its rule looks at from one Poisson sample, and what is released from all rows apart from the steps, composed by the accountant.
 *
 * @param budget the epsilon that the noise was solved for, which is what is promised; null where it is read off the noise
 * @param notPrivate why nothing is guaranteed whatever the noise; null where something is
 */
export function guaranteeOf(
  plan: TrainingPlan,
  { delta, accountant: name }: Pick<TrainSpec, 'delta' | 'accountant'>,
  budget: number | null,
  notPrivate: string | null = null,
): TrainingPrivacy {
  const { steps, privacy } = plan.descent;
  const { beside, extra } = releasesOf(plan);
  const accountant = accountants[name];
  const reason = notPrivate ?? (privacy?.noiseMultiplier === 0 ? trainPrivacyMessages.noNoise : null);
  const isPrivate = reason === null;
  return {
    private: isPrivate,
    reason,
    epsilon: isPrivate ? (budget ?? epsilonOf(plan, delta, accountant)) : null,
    delta: isPrivate ? delta : null,
    accountant: isPrivate ? accountant.name : null,
    neighbours: 'add-remove',
    parts: [
      { name: trainPrivacyMessages.gradients, noiseMultiplier: privacy?.noiseMultiplier ?? null, count: steps },
      ...beside.map((noiseMultiplier) => ({ name: trainPrivacyMessages.beside, noiseMultiplier, count: steps })),
      ...extra.map(({ noiseMultiplier, count }) => ({ name: trainPrivacyMessages.extra, noiseMultiplier, count })),
    ],
  };
}
