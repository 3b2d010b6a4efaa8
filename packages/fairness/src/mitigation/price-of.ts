import type { Cell, MitigationPrice } from '@dpfair/result';
import { compensatedSum } from '@dpfair/stats';
import { type BiasEstimate, isDefined } from '../estimate.js';
import { marginOfSum } from '../intervals/margin-of-sum.js';

/**
 * What a mitigation costs besides privacy: for shares the expected payments beyond the budget, as a share of it; for yes-or-no
 * decisions the expected number of entities that are granted what they are not entitled to. Null for others.
 *
 * @param addsUp whether outcomes add up to the budget by construction: then nothing is paid beyond it, whatever a simulation
 *   makes of it.
 */
export function priceOf(
  cell: Cell,
  estimate: BiasEstimate,
  unit: 'share' | 'count' | 'probability' | 'seats',
  confidence: number,
  budgetDollars: number | null,
  addsUp = false,
): MitigationPrice | null {
  if (unit === 'probability') return wrongYes(cell);
  if (unit !== 'share' || !isDefined(estimate)) return null;
  if (addsUp) return { of: 'budget', estimate: 0, lower: 0, upper: 0, ...inDollars(0, budgetDollars) };
  const sum = compensatedSum(estimate.bias);
  const margin = marginOfSum(estimate, Array.from(estimate.bias.keys()), confidence);
  // What rounding alone leaves over is nothing.
  const price = estimate.method !== 'montecarlo' && Math.abs(sum) <= margin ? 0 : sum;
  return {
    of: 'budget',
    estimate: price,
    lower: sum - margin,
    upper: sum + margin,
    ...inDollars(price, budgetDollars),
  };
}

const inDollars = (share: number, budget: number | null) => ({ dollars: budget === null ? null : share * budget });

/** What it costs to pay everyone who loses what it loses on average. */
export function priceOfMakingWhole({ costOfPrivacy: { share, lower, upper, dollars } }: Cell): MitigationPrice | null {
  if (share === null || lower === null || upper === null) return null;
  return { of: 'budget', estimate: share, lower, upper, dollars };
}

function wrongYes({ falseRates }: Cell): MitigationPrice | null {
  const rate = falseRates?.overall.falsePositive;
  if (rate === undefined || rate.wrong === null || rate.lower === null || rate.upper === null) return null;
  const { entities, wrong, lower, upper } = rate;
  return { of: 'wrong-yes', estimate: wrong, lower: lower * entities, upper: upper * entities, dollars: null };
}
