import { decisionByName } from '@dpfair/decisions';
import { notSplit } from '../messages/why.js';
import { type PreparedCell, prepareCell } from '../models/prepared-cell.js';
import type { AttributionPlan, Step } from './attribution-plan.js';

/** Steps of the statute, and the clauses that hold each of them where it is on the true counts. */
const steps = [
  ['eligibility', 'eligibility-from-truth'],
  ['brackets', 'brackets-from-truth'],
  ['hold-harmless', 'rates-from-truth'],
] as const;

/**
 * Title I where counts are tied by a projection, or several counts of a district are private: the formulas with every step held where the true counts put it, without post-processing (curvature); with it (non-negativity, or the known total);
 * and with the steps as the statute has them (threshold shape). All of it is simulated, so it is done only where it is asked for.
 */
export function planOfTiedTitle1({ problem }: PreparedCell, simulated: boolean): AttributionPlan {
  if (!simulated) return { steps: [], absent: [], reason: notSplit.notAsked };
  const { decision, post } = problem;
  const clauses = decision.parameters.clauses ?? {};
  const held = Object.fromEntries(
    steps.filter(([step]) => clauses[step] !== false).map(([, fromTruth]) => [fromTruth, true]),
  );
  const free = steps.some(([step, fromTruth]) => clauses[step] !== false && clauses[fromTruth] !== true);
  const smooth = decisionByName(decision.name, { ...decision.parameters, clauses: { ...clauses, ...held } });
  const without = (of: typeof decision, processed: boolean) =>
    prepareCell({ ...problem, decision: of, post: processed ? post : 'none' });
  const processes = post !== 'none';
  const order: Step[] = [{ cause: 'curvature', upTo: without(smooth, false) }];
  if (processes) order.push({ cause: post === 'sum' ? 'known-total' : 'non-negativity', upTo: without(smooth, true) });
  if (free) order.push({ cause: 'threshold-shape', upTo: 'total' });
  // The last step is the cell itself.
  else order[order.length - 1] = { cause: (order.at(-1) as Step).cause, upTo: 'total' };
  const present = order.map(({ cause }) => cause);
  const possible = ['curvature', 'known-total', 'non-negativity', 'threshold-shape'] as const;
  return { steps: order, absent: possible.filter((cause) => !present.includes(cause)), reason: null };
}
