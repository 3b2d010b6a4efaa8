import type { Fault } from '@dpfair/result';
import { stableFaults } from '../../messages/stable.js';
import { kebabCase } from '../../options/reading/option.js';
import { when } from '../checks/when.js';
import type { StableSpec } from './stable-spec.js';

/** Options of private trainings. */
export const ofPrivate = ['epsilon', 'delta', 'clip', 'epochs', 'batch', 'learningRate'] as const;

/**
 * What in a spec contradicts itself or is missing; empty when nothing is. Of options of private trainings that would change nothing only those
 * that differ from their default are spoken of: the spec of a result has them all.
 */
export function stableContradictionsOf(
  spec: StableSpec,
  defaults: Pick<StableSpec, (typeof ofPrivate)[number]>,
): readonly Fault[] {
  const { algorithm, group, epsilon, kernel, intercept } = spec;
  const isPrivate = algorithm.includes('private');
  return [
    ...when(group.length === 0, stableFaults.noGroup),
    ...when(isPrivate && epsilon === null, stableFaults.noEpsilon),
    ...(isPrivate
      ? []
      : ofPrivate.filter((key) => spec[key] !== defaults[key]).map((key) => stableFaults.idlePrivate(kebabCase(key)))),
    ...when(isPrivate && spec.loss !== 'logistic', stableFaults.privateLoss('loss', spec.loss)),
    ...when(isPrivate && kernel !== 'linear', stableFaults.privateLoss('kernel', kernel)),
    ...when(isPrivate && intercept !== 'penalised', stableFaults.privateLoss('intercept', intercept)),
    ...when(spec.bound !== null && !algorithm.includes('zvrg'), stableFaults.idleBound),
    ...when(spec.kernelWidth !== null && kernel === 'linear', stableFaults.idleWidth),
    ...when(kernel === 'multiquadric' && intercept !== 'free', stableFaults.multiquadric(intercept)),
    ...(['kaas', 'gyf'] as const).flatMap((name) =>
      when(spec.weight[name] !== undefined && !algorithm.includes(name), stableFaults.idleWeight(name)),
    ),
    ...(['binary', 'contrast'] as const).flatMap((option) =>
      Object.keys(spec[option])
        .filter((column) => !group.includes(column))
        .map((column) => stableFaults.notOfGroup(option, column, group)),
    ),
  ];
}
