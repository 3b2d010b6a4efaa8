// Tran, Fioretto, Van Hentenryck, Yao (2021), Theorem 1 and its corollaries.
import type { DecisionInput } from '../decision.js';
import type { Curvature } from './curvature.js';
import { curvatureBias } from './curvature-bias.js';

/** Whether one alpha holds for all counts at once, and which. */
export type UniformAlpha =
  | { readonly exists: true; readonly value: number }
  | { readonly exists: false; readonly because: 'steps' | 'curvature-varies' };

/**
 * Alpha that holds whatever the counts are, for independent symmetric noise on every count and no post-processing. It exists where the
 * second derivatives do not depend on the counts: then B_i is half their trace times the variance, and alpha = max B - min B; 0 for a linear
 * outcome. Where they vary, or where the outcome has steps, the theorem gives none, and alpha can only be stated for one table.
 *
 * @param curvature of the decision; null where it has steps. @param input any counts: of a constant Hessian all give the same.
 * @param variance of the noise of one count, in counts squared.
 */
export function uniformAlpha(curvature: Curvature | null, input: DecisionInput, variance: number): UniformAlpha {
  if (curvature === null) return { exists: false, because: 'steps' };
  if (!curvature.constant) return { exists: false, because: 'curvature-varies' };
  const bias = curvatureBias(curvature, input, variance);
  const largest = bias.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const smallest = bias.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  return { exists: true, value: bias.length === 0 ? 0 : largest - smallest };
}
