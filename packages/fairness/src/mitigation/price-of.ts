import type { Cell, MitigationPrice } from '@dpfair/result';
import { compensatedSum } from '@dpfair/stats';
import { type BiasEstimate, isDefined } from '../estimate.js';
import { marginOfSum } from '../intervals/margin-of-sum.js';

/** What is known of the payments without estimating them. */
export interface KnownPayments {
  readonly unit: 'share' | 'count' | 'probability' | 'seats';
  readonly confidence: number;
  readonly budgetDollars: number | null;
  /** Outcomes add up to the budget by construction: nothing is paid beyond it, whatever a simulation makes of it. @default false */
  readonly addsUp?: boolean | undefined;
  /** Outcomes add up to at least the budget by construction. @default false */
  readonly paysAll?: boolean | undefined;
}

/**
 * What a mitigation costs besides privacy: for shares the expected payments beyond the budget, as a share of it; for yes-or-no
 * decisions the expected number of entities that are granted what they are not entitled to. Null for others. Where nothing less than
 * the budget can be paid, an estimate below 0 is 0 with the same upward margin: the interval then holds every price of at least 0 that
 * the uncut one holds, so that it covers no less often.
 */
export function priceOf(
  cell: Cell,
  estimate: BiasEstimate,
  { unit, confidence, budgetDollars, addsUp = false, paysAll = false }: KnownPayments,
): MitigationPrice | null {
  if (unit === 'probability') return wrongYes(cell);
  if (unit !== 'share' || !isDefined(estimate)) return null;
  if (addsUp) return { of: 'budget', estimate: 0, lower: 0, upper: 0, ...inDollars(0, budgetDollars) };
  const least = paysAll ? 0 : Number.NEGATIVE_INFINITY;
  const sum = Math.max(compensatedSum(estimate.bias), least);
  const margin = marginOfSum(estimate, Array.from(estimate.bias.keys()), confidence);
  // What rounding alone leaves over is nothing.
  const price = estimate.method !== 'montecarlo' && Math.abs(sum) <= margin ? 0 : sum;
  return {
    of: 'budget',
    estimate: price,
    lower: Math.max(sum - margin, least),
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
