import { allotmentCurvature, allotmentCurvatureBias, sumConstraintBias, weightedCounts } from '@dpfair/decisions';
import type { Cause } from '@dpfair/result';
import { compensatedSum } from '@dpfair/stats';
import { notSplit } from '../messages/why.js';
import { NORMALISER_LIMIT, rawNormaliser } from '../models/allotment/normalisers.js';
import type { PreparedCell } from '../models/prepared-cell.js';
import { hasEqualWeights, type NoisyCounts, weightedTotal, weightOf } from '../noisy-counts.js';
import { fourthOrderBias } from '../series/curvature-allotment.js';
import type { AttributionPlan, Step } from './attribution-plan.js';

/** Orders that add less than this part of the curvature are in its error, and have no line of their own. */
const NEGLIGIBLE = 1e-2;

/** Shares: curvature of the raw shares, then the known total where the post-processing keeps it, then non-negativity. */
export function planOfAllotment(cell: PreparedCell): AttributionPlan {
  const { input, noise, post } = cell.problem;
  const { counts, weights } = weightedCounts(input);
  const clips = post !== 'none' && post !== 'sum';
  const knowsTotal = post === 'sum' || post === 'simplex';
  if (counts.length === 1) return splitInto([]);
  // With a known total and equal weights shares are counts over a constant, and do not bend.
  if (knowsTotal && hasEqualWeights(weights))
    return splitInto(clips ? [{ cause: 'non-negativity', upTo: 'total' }] : []);
  if (!staysPositive({ counts, weights, noise })) {
    const { probabilityNotPositive } = rawNormaliser({ counts, weights, noise }, '');
    if (probabilityNotPositive > NORMALISER_LIMIT) {
      return { steps: [], absent: [], reason: notSplit.noMean(probabilityNotPositive) };
    }
  }
  const curved = allotmentCurvatureBias({ counts, weights }, noise.variance);
  const fourth = fourthOrderBias(counts, weights, noise);
  const error = largestOf(fourth);
  const withMore = (more: Float64Array) => curved.map((value, i) => value + (more[i] as number));
  const curvature: Step = { cause: 'curvature', upTo: () => ({ bias: curved, error }) };
  if (knowsTotal) {
    const kept = sumConstraintBias(allotmentCurvature, input, noise.variance);
    return splitInto([
      curvature,
      { cause: 'known-total', upTo: () => ({ bias: withMore(kept), error }) },
      { cause: clips ? 'non-negativity' : 'higher-orders', upTo: 'total' },
    ]);
  }
  if (!clips) return splitInto([curvature, { cause: 'higher-orders', upTo: 'total' }]);
  const ratio = error / largestOf(curved);
  // The sixth order is smaller than the fourth by about its ratio to the second.
  const higher: Step = {
    cause: 'higher-orders',
    upTo: () => ({ bias: withMore(fourth), error: Math.min(1, ratio) * error }),
  };
  return splitInto([curvature, ...(ratio > NEGLIGIBLE ? [higher] : []), { cause: 'non-negativity', upTo: 'total' }]);
}

/** A quick way to know that the noisy total does not vanish: Chernoff's bound at one rate. */
function staysPositive({ counts, weights, noise }: NoisyCounts): boolean {
  const total = weightedTotal({ counts, weights });
  const squares = compensatedSum(counts.map((_, i) => weightOf(weights, i) ** 2));
  const largest = counts.reduce((most, _, i) => Math.max(most, weightOf(weights, i)), 0);
  const rate = Math.min(total / (noise.variance * squares), 0.5 / (largest * noise.spread));
  const cumulant = compensatedSum(counts.map((_, i) => noise.cumulant(rate * weightOf(weights, i))));
  return cumulant - rate * total < Math.log(NORMALISER_LIMIT);
}

/** A plan of these steps; every cause that an allotment can have and that is not among them adds nothing. */
function splitInto(steps: readonly Step[]): AttributionPlan {
  const present: readonly Cause[] = steps.map(({ cause }) => cause);
  const possible = ['curvature', 'known-total', 'non-negativity', 'threshold-shape'] as const;
  return { steps, absent: possible.filter((cause) => !present.includes(cause)), reason: null };
}

const largestOf = (values: Float64Array) => values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
