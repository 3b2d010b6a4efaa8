import type { Fault } from '@dpfair/result';
import { trainFaults } from '../../messages/train.js';
import { kebabCase } from '../../options/reading/option.js';
import type { TrainSpec } from './train-spec.js';

/** Options of descents that other algorithms have no use for. */
const ofDescent = [
  'accountant',
  'clip',
  'clipping',
  'optimizer',
  'learningRate',
  'batch',
  'epochs',
  'trackEvery',
  'noTrack',
] as const;

/**
 * Options of descents that were changed and would change nothing. What has its default, as every option has in the spec of a
 * result, is not spoken of.
 */
export function idleOfDescent(
  spec: TrainSpec,
  defaults: Pick<TrainSpec, (typeof ofDescent)[number] | 'trackRows'>,
): readonly Fault[] {
  const { algorithm } = spec;
  if (algorithm === 'dp-sgd') return [];
  return [
    ...(spec.sigma === null ? [] : [trainFaults.sigmaOfPerturbation(algorithm)]),
    ...(spec.attackPairs > 0 ? [trainFaults.descentOnly('attack-pairs', algorithm)] : []),
    ...(['sweep', 'remedies'] as const)
      .filter((key) => spec[key].length > 0)
      .map((key) => trainFaults.descentOnly(key, algorithm)),
    ...ofDescent
      .filter((key) => spec[key] !== defaults[key])
      .map((key) => trainFaults.descentOnly(kebabCase(key), algorithm)),
    // The bounds of pruning are of tracked rows, whatever was pruned.
    ...(spec.trackRows !== defaults.trackRows && spec.prune.length === 0
      ? [trainFaults.descentOnly('track-rows', algorithm)]
      : []),
  ];
}
