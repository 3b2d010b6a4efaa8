import type { Alpha, CostOfPrivacy } from '@dpfair/result';
import { compensatedSum, type Seed } from '@dpfair/stats';
import type { AnalyticEstimate, SimulatedEstimate } from '../estimate.js';
import { alphaInterval } from '../intervals/alpha-interval.js';
import { costInterval, costOf } from '../intervals/cost-interval.js';
import { extremes, spread } from '../intervals/extremes.js';
import { noiseFloor } from '../intervals/noise-floor.js';

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
    const { most, least, ...interval } = alphaInterval(estimate.shards.means, estimate.bias, standardErrors, {
      confidence,
      seed,
    });
    return {
      ...interval,
      confidence,
      most: named(most),
      least: named(least),
      noiseFloor: noiseFloor(standardErrors),
      reason: null,
    };
  }
  const { bias, errors } = estimate;
  const { most, least } = extremes(bias);
  const value = spread(bias);
  const low = bias.map((b, i) => b - (errors[i] as number));
  const high = bias.map((b, i) => b + (errors[i] as number));
  return {
    estimate: value,
    lower: Math.max(0, maximum(low) - minimum(high)),
    upper: maximum(high) - minimum(low),
    confidence,
    most: named(most),
    least: named(least),
    plugIn: value,
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
  } = estimate.method === 'montecarlo'
    ? costInterval(estimate.shards.means, estimate.bias, confidence)
    : analyticCost(estimate);
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

function analyticCost({ bias, errors }: AnalyticEstimate) {
  const share = costOf(bias);
  const margin = compensatedSum(errors) / 2;
  return { estimate: share, lower: Math.max(0, share - margin), upper: share + margin };
}

const maximum = (values: Float64Array) => values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
const minimum = (values: Float64Array) => values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
