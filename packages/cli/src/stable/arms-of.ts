import { type FairnessTerm, type Kernel, presets, type StableArm, type StableFairProgram } from '@dpfair/stability';
import { fairnessWeightsOf } from '../spec/stable/fairness-weights.js';
import type { StableAlgorithm, StableSpec } from '../spec/stable/stable-spec.js';

/** A program of an experiment with the name it goes by. */
export interface NamedArm extends StableArm {
  readonly algorithm: StableAlgorithm;
  readonly lambda: number;
}

/**
 * The programs of a spec: each algorithm with each lambda, for each group column; `plain` looks at no group and is fitted once for all. `kaas`, which
 * has weights of its own for each group, does not see the group's column besides (`groupIsFeature` of presets).
 *
 * @param columnOf of each column of the data, the column of the file that it is made of.
 */
export function armsOf(spec: StableSpec, columnOf: readonly string[]): readonly NamedArm[] {
  const terms = termsOf(spec);
  const hiddenFrom = (algorithm: StableAlgorithm, group: number | null) =>
    group !== null && !seesGroups(spec, algorithm)
      ? columnOf.flatMap((column, place) => (column === spec.group[group] ? [place] : []))
      : [];
  return spec.algorithm.flatMap((algorithm) => {
    if (algorithm === 'private') return [];
    const groups = algorithm === 'plain' ? [null] : spec.group.map((_, place) => place);
    return groups.flatMap((group) =>
      spec.lambda.map((lambda) => ({
        algorithm,
        lambda,
        group,
        hidden: hiddenFrom(algorithm, group),
        program: programOf(spec, terms[algorithm], lambda),
      })),
    );
  });
}

/** Whether the classifiers of an algorithm see the column of the groups that they are about, as its preset has it. */
export function seesGroups(
  { preset, hideGroups }: Pick<StableSpec, 'preset' | 'hideGroups'>,
  algorithm: StableAlgorithm,
): boolean {
  const { groupIsFeature } = presets[preset === 'own' ? 'paper' : preset].data;
  return !hideGroups && (algorithm === 'plain' || algorithm === 'private' || groupIsFeature[algorithm]);
}

/** The fairness terms of the paper, with the bound and the weights that were given. */
function termsOf({ bound, weight }: StableSpec): Readonly<Record<Exclude<StableAlgorithm, 'private'>, FairnessTerm>> {
  const weights = fairnessWeightsOf(weight);
  const { kaas, gyf } = presets.paper.programs;
  const given = (fairness: FairnessTerm, own: number | undefined): FairnessTerm =>
    own === undefined || !('weight' in fairness) ? fairness : { ...fairness, weight: own };
  return {
    zvrg: { kind: 'covariance', bound: bound ?? 0 },
    kaas: given(kaas.fairness, weights.kaas),
    gyf: given(gyf.fairness, weights.gyf),
    plain: { kind: 'none' },
  };
}

function programOf(spec: StableSpec, fairness: FairnessTerm, stabilityWeight: number): StableFairProgram {
  const { loss, intercept } = spec;
  return { loss, fairness, stabilityWeight, kernel: kernelOf(spec), intercept };
}

/** The kernel of a spec, null for linear classifiers. */
export function kernelOf({ kernel: kind, kernelWidth }: Pick<StableSpec, 'kernel' | 'kernelWidth'>): Kernel | null {
  const width = kernelWidth ?? 1;
  if (kind === 'linear') return null;
  return kind === 'rbf' ? { kind, width } : { kind, c: width };
}
