import type { Cell, TargetMeasure } from '@dpfair/result';
import { undefinedReasons } from '../messages.js';

/** A measure of a cell with its interval; null and a reason where it is undefined. */
export interface Measure {
  readonly estimate: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly reason: string | null;
}

/** The measure of a cell that a target limits. */
export function measureOf(measure: TargetMeasure, cell: Cell): Measure {
  const { alpha, costOfPrivacy: cost } = cell;
  switch (measure) {
    case 'alpha':
      return pick(alpha.estimate, alpha.lower, alpha.upper, alpha.reason);
    case 'cost':
      return pick(cost.share, cost.lower, cost.upper, cost.reason);
    case 'dollars':
      return pick(cost.dollars, cost.dollarsLower, cost.dollarsUpper, cost.reason ?? undefinedReasons.noMoney);
    case 'false-negative':
    case 'false-positive': {
      const rates = cell.falseRates?.overall;
      if (rates === undefined) return pick(null, null, null, undefinedReasons.notYesOrNo);
      const { rate, lower, upper, reason } = measure === 'false-negative' ? rates.falseNegative : rates.falsePositive;
      return pick(rate, lower, upper, reason);
    }
  }
}

const pick = (estimate: number | null, lower: number | null, upper: number | null, reason: string | null): Measure =>
  estimate === null ? { estimate, lower: null, upper: null, reason } : { estimate, lower, upper, reason: null };
