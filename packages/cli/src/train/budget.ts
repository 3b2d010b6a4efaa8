import type { TrainSpec } from '../spec/train/train-spec.js';

/** A budget: an epsilon whose noise is solved for, or a noise multiplier whose epsilon is computed. */
export type Budget = { readonly epsilon: number } | { readonly noiseMultiplier: number };

/** The budgets of a spec, in the order in which they were given. */
export function budgetsOf({ epsilon, sigma }: Pick<TrainSpec, 'epsilon' | 'sigma'>): readonly Budget[] {
  return [
    ...(epsilon ?? []).map((value) => ({ epsilon: value })),
    ...(sigma ?? []).map((value) => ({ noiseMultiplier: value })),
  ];
}
