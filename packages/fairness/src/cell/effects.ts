import type { Alpha, CostOfPrivacy } from '@dpfair/result';
import { compensatedSum, type Seed } from '@dpfair/stats';
import type { AnalyticEstimate, SimulatedEstimate } from '../estimate.js';
import { analyticAlpha } from '../intervals/analytic-alpha.js';
import { costInterval, costOf } from '../intervals/cost-interval.js';
import { noiseFloor } from '../intervals/noise-floor.js';
import { simulatedAlpha } from '../intervals/simulated-alpha.js';

export interface EffectOptions {
  readonly id: readonly string[];
  readonly confidence: number;
  readonly seed: Seed;
}

/** Instance alpha of an estimate. Analytic intervals are estimated numerical or truncation error. */
export function alphaOf(
  estimate: AnalyticEstimate | SimulatedEstimate,
  standardErrors: Float64Array,
  { id, confidence, seed }: EffectOptions,
): Alpha {
  const named = (i: number) => id[i] as string;
  if (estimate.method === 'montecarlo') {
    const { most, least, ...interval } = simulatedAlpha(estimate, standardErrors, { confidence, seed });
    return {
      ...interval,
      confidence,
      most: named(most),
      least: named(least),
      noiseFloor: noiseFloor(standardErrors),
      reason: null,
    };
  }
  const { most, least, ...interval } = analyticAlpha(estimate.bias, estimate.errors);
  return {
    ...interval,
    confidence,
    most: named(most),
    least: named(least),
    plugIn: interval.estimate,
    noiseFloor: 0,
    intervalMethod: estimate.method === 'exact' ? 'numerical error' : 'estimated error of the series',
    reason: null,
  };
}

/** Cost of privacy of an estimate of shares. */
export function costOfPrivacyOf(
  estimate: AnalyticEstimate | SimulatedEstimate,
  confidence: number,
  budgetDollars: number | null,
): CostOfPrivacy {
  const {
    estimate: share,
    lower,
    upper,
  } = estimate.method === 'montecarlo' ? simulatedCost(estimate, confidence) : analyticCost(estimate);
  const inDollars = (value: number) => (budgetDollars === null ? null : value * budgetDollars);
  return {
    share,
    lower,
    upper,
    dollars: inDollars(share),
    dollarsLower: inDollars(lower),
    dollarsUpper: inDollars(upper),
    reason: null,
  };
}

function simulatedCost({ shards, bias, unseen, resolution }: SimulatedEstimate, confidence: number) {
  const { estimate, lower, upper } = costInterval(shards.means, bias, confidence);
  return { estimate, lower: Math.max(0, lower - unseen - resolution), upper: upper + unseen + resolution };
}

function analyticCost({ bias, errors }: AnalyticEstimate) {
  const share = costOf(bias);
  const margin = compensatedSum(errors) / 2;
  return { estimate: share, lower: Math.max(0, share - margin), upper: share + margin };
}
