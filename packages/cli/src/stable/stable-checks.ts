import type { Check, StabilityCell } from '@dpfair/result';
import { statusBelow, statusOf } from '../audit/run-checks.js';
import { cellName } from '../messages/stable.js';
import type { StableCondition, StableMeasure } from '../spec/stable/stable-condition.js';

/** Tests every condition on every cell, conditions first. */
export function stableChecks(conditions: readonly StableCondition[], cells: readonly StabilityCell[]): Check[] {
  return conditions.flatMap((condition) => cells.map((cell) => checkOf(condition, cell)));
}

const measureOf: Readonly<Record<StableMeasure, (cell: StabilityCell) => StabilityCell['accuracy']>> = {
  accuracy: ({ accuracy }) => accuracy,
  gamma: ({ statisticalRate }) => statisticalRate,
  'disparate-impact': ({ disparateImpact }) => disparateImpact,
  gap: ({ parityGap }) => parityGap,
  stab: ({ stab }) => stab,
};

/** Fails only when the whole interval is beyond the limit, passes only when none of it is. Undefined is never a pass; a cell that has not run is no error. */
function checkOf({ measure, side, text, limit }: StableCondition, cell: StabilityCell): Check {
  const { estimate, lower, upper } = measureOf[measure](cell);
  const tested = (side === 'above' ? statusOf : statusBelow)(estimate, lower, upper, limit);
  const status = cell.fits.length === 0 ? 'inconclusive' : tested;
  return { id: `${text} ${cellName(cell)}`, status, estimate, lower, upper, limit };
}
