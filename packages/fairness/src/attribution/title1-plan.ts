import { once } from '../models/once.js';
import type { PreparedCell } from '../models/prepared-cell.js';
import { smoothTitle1Bias } from '../series/title1-smooth.js';
import type { AttributionPlan } from './attribution-plan.js';
import { planOfTiedTitle1 } from './tied-title1-plan.js';

/**
 * Title I: with every step of the statute held at the truth its amounts are shares of linear counts, which bend and may be clipped: both are
 * computed. What remains of the bias comes from its steps: eligibility, brackets, what is held and what states are guaranteed.
 */
export function planOfTitle1(cell: PreparedCell, simulated: boolean): AttributionPlan {
  const { decision, post, input, noise } = cell.problem;
  const separate = post === 'none' || post === 'clip';
  if (!separate || decision.privateRoles.length > 1) return planOfTiedTitle1(cell, simulated);
  const smooth = once(() => smoothTitle1Bias(input, decision.parameters, noise));
  const withClipping = () => smooth().curvature.map((value, i) => value + (smooth().clipping[i] as number));
  return {
    steps: [
      { cause: 'curvature', upTo: () => ({ bias: smooth().curvature, error: null }) },
      ...(post === 'clip'
        ? [{ cause: 'non-negativity' as const, upTo: () => ({ bias: withClipping(), error: null }) }]
        : []),
      { cause: 'threshold-shape', upTo: 'total' },
    ],
    absent: post === 'clip' ? ['known-total'] : ['known-total', 'non-negativity'],
    reason: null,
  };
}
