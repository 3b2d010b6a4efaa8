import type { Pruning } from '@dpfair/result';
import { riseAtMost } from './group-slopes.js';
import type { PrunedModel, TrainedSlopes } from './pruned-model.js';
import type { PruningPlan } from './pruning-plan.js';

/** A pruned model beside the trained one, in the form of results. */
export function summarizePruning(plan: PruningPlan, trained: TrainedSlopes, pruned: PrunedModel): Pruning {
  const { mask, method, rate, accuracies } = pruned;
  const distance = Math.sqrt(
    pruned.parameters.reduce((sum, value, j) => sum + (value - (plan.parameters[j] as number)) ** 2, 0),
  );
  const groups = plan.training.groupNames.map((group, a): Pruning['groups'][number] => {
    const slope = trained.slopes[a] ?? null;
    const loss = trained.losses[a] as number;
    const most = (lambda: number | null) =>
      slope === null || lambda === null ? null : finite(riseAtMost(slope.gradientNorm, lambda, distance));
    return {
      group,
      rows: trained.rows[a] as number,
      loss: finite(loss),
      excessiveLoss: finite((pruned.losses[a] as number) - loss),
      bound: most(slope?.largestEigenvalue ?? null),
      certainBound: most(slope?.mostCurved ?? null),
      accuracy: finite(accuracies[a] as number),
      gradientNorm: finite(slope?.gradientNorm ?? Number.NaN),
      largestEigenvalue: finite(slope?.largestEigenvalue ?? Number.NaN),
    };
  });
  return {
    method,
    rate,
    pruned: mask.pruned,
    weights: mask.weights,
    distance: finite(distance),
    keepsPrivacy: method === 'magnitude',
    gap: range(groups.map(({ excessiveLoss }) => excessiveLoss)),
    lossGap: range(
      groups.map(({ loss, excessiveLoss }) => (loss === null || excessiveLoss === null ? null : loss + excessiveLoss)),
    ),
    accuracy: finite(pruned.accuracy),
    groups,
  };
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** Largest minus smallest of those that exist; null where fewer than two do. */
function range(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length < 2 ? null : Math.max(...known) - Math.min(...known);
}
