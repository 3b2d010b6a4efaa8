import type { NoiseDistribution } from '@dpfair/stats';
import type { Found } from '../../bounds/found.js';
import { simplexBounds } from '../../bounds/simplex-bounds.js';
import { crossingsControl, simplexControl } from '../../controls/threshold-control.js';
import type { AnalyticEstimate } from '../../estimate.js';
import {
  exactSimplex,
  hasExactSimplex,
  type SimplexMoments,
  simplexMomentsInSteps,
} from '../../exact/simplex/exact-simplex.js';
import { LARGEST_SEPARATE_CROSSINGS } from '../../series/separate-crossings.js';
import { simplexBias } from '../../series/simplex-bias.js';
import type { ThresholdMoments } from '../../series/threshold-moments.js';
import { onceInSteps } from '../../steps/once-in-steps.js';
import { finish, type Steps } from '../../steps/steps.js';
import type { CellModel } from '../cell-model.js';
import { hasSteadyThreshold } from './unrest.js';

/**
 * Counts projected onto the simplex of their true total, which must be positive.
 *
 * @param moments those of the counts without weights. @param unit what outcomes are divided by: 1 for counts, the total
 * for shares of equal weight.
 */
export function simplexModel(
  counts: Float64Array,
  noise: NoiseDistribution,
  moments: () => ThresholdMoments,
  unit: number,
): Pick<CellModel, 'exact' | 'series' | 'bounds'> &
  Required<Pick<CellModel, 'control' | 'simplexStart' | 'rareClipping'>> {
  // Series and separate crossings ask for a density.
  const continuous = noise.support === 'real' ? noise : null;
  const crossings = counts.length <= LARGEST_SEPARATE_CROSSINGS ? continuous : null;
  const inUnits = (values: Float64Array) => (unit === 1 ? values : values.map((value) => value / unit));
  const scaled = (estimate: AnalyticEstimate): AnalyticEstimate => ({
    ...estimate,
    bias: inUnits(estimate.bias),
    errors: inUnits(estimate.errors),
  });
  const integral =
    continuous && hasExactSimplex(counts, continuous)
      ? onceInSteps(() => simplexMomentsInSteps(counts, continuous))
      : null;
  const thresholdIn = ({ exact }: Found) => {
    // An exact estimate has taken these steps before.
    const known = exact && integral ? finish(integral()) : null;
    if (known === null) return null;
    const error = known.errors.reduce((a, b) => Math.max(a, b), 0);
    return { lower: known.threshold - error, upper: known.threshold + error };
  };
  return {
    ...(integral && { exact: () => estimateOf(integral, scaled) }),
    ...(continuous && {
      series: () => scaled(simplexBias(counts, continuous)),
    }),
    control: () => {
      if (!hasSteadyThreshold({ counts, weights: null, noise }, moments())) return null;
      return crossings ? crossingsControl(counts, crossings, unit) : simplexControl(counts, moments(), unit);
    },
    ...(continuous && { bounds: (found: Found) => simplexBounds(counts, continuous, unit, found, thresholdIn(found)) }),
    simplexStart: () => moments().threshold,
    // Separate crossings, where they are the control, are seen by it.
    rareClipping: (controlled) =>
      controlled && crossings
        ? null
        : {
            above: counts.map((x) => x - moments().threshold),
            effect: new Float64Array(counts.length).fill(1 / unit),
            ownInControl: controlled,
          },
  };
}

function* estimateOf(
  integral: () => Steps<SimplexMoments>,
  scaled: (estimate: AnalyticEstimate) => AnalyticEstimate,
): Steps<AnalyticEstimate> {
  return scaled(exactSimplex(yield* integral()));
}
