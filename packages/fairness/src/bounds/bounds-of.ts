import type { Bound } from '@dpfair/result';
import { compensatedSum } from '@dpfair/stats';
import { boundSources } from '../messages/why.js';
import type { PreparedCell } from '../models/prepared-cell.js';
import { halfOfAbsolute } from './cost-identity.js';
import { boundOf, type Found } from './found.js';

/** All bounds of a cell: those of its model, and the cost of privacy by its second route where outcomes lie in the simplex. */
export function boundsOf({ problem, model }: PreparedCell, found: Found): Bound[] {
  const bounds = model.bounds?.(found) ?? [];
  if (problem.decision.unit !== 'share' || model.largestOutcome !== 1 || found.costOfPrivacy === null)
    return [...bounds];
  const half = halfOfAbsolute(found.bias);
  // The sum of |bias| over the losing and over all entities may each be off by all margins together.
  const margin = compensatedSum(found.margin);
  const about = {
    name: 'half-l1',
    quantity: 'cost-of-privacy',
    estimate: found.costOfPrivacy,
    source: boundSources.proposition3,
  } as const;
  return [...bounds, boundOf(about, Math.max(0, half - margin), half + margin)];
}
