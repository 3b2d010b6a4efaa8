import type { TrainingPlan } from '@dpfair/learning';
import type { TrainingAlgorithmSummary } from '@dpfair/result';
import type { TrainSpec } from '../../spec/train/train-spec.js';

/** Rules whose largest contribution of a row is not the bound: of groups that the first batch decides, or of weights. */
const otherSensitivity: readonly string[] = ['by-group', 'parity'];

/**
 * How a descent was made private, as a result says it.
 *
 * @param settings those of a remedy
 */
export function algorithmOf(
  { descent, training }: TrainingPlan,
  { epochs }: Pick<TrainSpec, 'epochs'>,
  settings: Readonly<Record<string, number>> = {},
): TrainingAlgorithmSummary {
  const { optimizer, steps, samplingRate, learningRate, regularization, privacy } = descent;
  const batch = samplingRate * training.rows;
  const hasBound = privacy !== null && !otherSensitivity.includes(privacy.clipping.rule);
  return {
    ...{ name: 'dp-sgd', optimizer, epochs, steps, samplingRate, batch, learningRate, regularization },
    clipping: privacy && { ...privacy.clipping },
    noiseMultiplier: privacy?.noiseMultiplier ?? null,
    noiseDeviation: hasBound ? (privacy.noiseMultiplier * privacy.clipping.bound) / batch : null,
    settings,
  };
}
