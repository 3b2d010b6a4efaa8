import { curvatureOf } from '@dpfair/decisions';
import type { PreparedCell } from '../models/prepared-cell.js';
import { planOfAllotment } from './allotment-plan.js';
import type { AttributionPlan } from './attribution-plan.js';
import { planOfCounts } from './counts-plan.js';
import { planOfRule } from './rule-plan.js';
import { planOfTitle1 } from './title1-plan.js';

/**
 * The plan of a cell: see docs/methods/attribution.md for the order of the causes.
 *
 * @param simulated whether parts may be simulated that take longer than the cell itself.
 */
export function planAttribution(cell: PreparedCell, simulated: boolean): AttributionPlan {
  const { decision } = cell.problem;
  if (decision.name === 'allotment') return planOfAllotment(cell);
  if (curvatureOf(decision.name)?.constant === true) return planOfCounts(cell);
  if (decision.name === 'title1') return planOfTitle1(cell, simulated);
  return planOfRule(cell);
}
