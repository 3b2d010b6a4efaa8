import type { SubstituteSpec } from '@dpfair/decisions';
import type { ContinuousNoise } from '@dpfair/stats';
import type { AnalyticEstimate } from '../../estimate.js';
import { pieceProbability } from '../../exact/classifier/piece-probability.js';
import type { Steps } from '../../steps/steps.js';
import type { CellModel } from '../cell-model.js';
import type { Problem } from '../problem.js';

/** Linear classifiers by subgroup: the probability of each answer, by quadrature. */
export function classifierModel(
  problem: Problem,
  truth: Float64Array,
  spec: Extract<SubstituteSpec, { name: 'logistic' | 'svm' }>,
): CellModel {
  const { noise } = problem;
  return {
    ...(noise.support === 'real' ? { exact: () => exactBias(problem, noise, truth, spec) } : {}),
    normaliser: () => null,
    largestOutcome: 1,
    control: () => null,
    rareClipping: () => null,
  };
}

/** An entity a step. */
function* exactBias(
  { decision, input }: Problem,
  noise: ContinuousNoise,
  truth: Float64Array,
  { by, pieces }: Extract<SubstituteSpec, { name: 'logistic' | 'svm' }>,
): Steps<AnalyticEstimate> {
  const bias = new Float64Array(truth.length);
  const errors = new Float64Array(truth.length);
  const rowOf = (columns: Readonly<Record<string, Float64Array>>, roles: readonly string[], i: number) =>
    Object.fromEntries(
      roles.flatMap((role) =>
        Object.hasOwn(columns, role) ? [[role, (columns[role] as Float64Array)[i] as number]] : [],
      ),
    );
  for (const [i, outcome] of truth.entries()) {
    yield;
    const entity = {
      counts: rowOf(input.counts, decision.privateRoles, i),
      fixed: rowOf(input.fixed, decision.publicRoles, i),
    };
    const { probability, error } = pieceProbability(by, pieces, entity, noise);
    errors[i] = error;
    bias[i] = probability - outcome;
  }
  return { method: 'exact', estimator: 'classifier-quadrature', bias, errors };
}
