import type { FairnessTerm, Kernel, StableArm, StableFairProgram } from '@dpfair/stability';
import { fairnessWeightsOf } from '../spec/stable/fairness-weights.js';
import type { StableAlgorithm, StableSpec } from '../spec/stable/stable-spec.js';

/** A program of an experiment with the name it goes by. */
export interface NamedArm extends StableArm {
  readonly algorithm: StableAlgorithm;
  readonly lambda: number;
}

/**
 * The programs of a spec: each algorithm with each lambda, for each group column; `plain` looks at no group and is fitted once for all.
 *
 * @param rows that are trained on: the weight of gyf is one over them unless it was given, so that its term stands beside the sum of the losses.
 */
export function armsOf(spec: StableSpec, rows: number): readonly NamedArm[] {
  const weights = fairnessWeightsOf(spec.weight);
  const terms: Readonly<Record<Exclude<StableAlgorithm, 'private'>, FairnessTerm>> = {
    zvrg: { kind: 'covariance', bound: spec.bound ?? 0 },
    kaas: { kind: 'mutual-information', weight: weights.kaas ?? 1 },
    gyf: { kind: 'rate-logs', weight: weights.gyf ?? 1 / rows },
    plain: { kind: 'none' },
  };
  return spec.algorithm.flatMap((algorithm) => {
    if (algorithm === 'private') return [];
    const groups = algorithm === 'plain' ? [null] : spec.group.map((_, place) => place);
    return groups.flatMap((group) =>
      spec.lambda.map((lambda) => ({ algorithm, lambda, group, program: programOf(spec, terms[algorithm], lambda) })),
    );
  });
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
