import type { PostName } from '@dpfair/mechanisms';
import { compensatedSum } from '@dpfair/stats';
import { baselineControl, rawSharesControl } from '../../controls/ratio-control.js';
import { posControl } from '../../controls/threshold-control.js';
import { baselineBiasInSteps } from '../../exact/baseline-allotment.js';
import { exactlyUnbiased } from '../../exact/unbiased.js';
import { conventions } from '../../messages.js';
import { hasEqualWeights, weightedTotal, weightOf } from '../../noisy-counts.js';
import { curvatureBiasSeries } from '../../series/curvature-allotment.js';
import { posBiasSeries } from '../../series/pos-allotment.js';
import { thresholdMoments } from '../../series/threshold-moments.js';
import type { CellModel, ModelInput } from '../cell-model.js';
import { once } from '../once.js';
import { clippedNormaliser, positiveNormaliser, projectedNormaliser, rawNormaliser } from './normalisers.js';
import { simplexModel } from './simplex-model.js';
import { hasSteadyClippedTotal, hasSteadyProjectedTotal, hasSteadyThreshold, hasSteadyTotal } from './unrest.js';

type AllotmentModel = (input: ModelInput) => CellModel;

const ofRawCounts: AllotmentModel = (input) => {
  const { truth, counts, weights, noise } = input;
  return {
    series: () => curvatureBiasSeries(counts, weights, noise),
    normaliser: () => rawNormaliser(input, nearZero(noise)),
    largestOutcome: null,
    control: () => (hasSteadyTotal(input) ? rawSharesControl(truth, counts, weights, noise, false) : null),
    rareClipping: () => null,
  };
};

const ofClippedCounts: AllotmentModel = (input) => {
  const { truth, counts, weights, noise } = input;
  return {
    exact: () => baselineBiasInSteps({ counts, weights, noise }),
    normaliser: () => clippedNormaliser(input),
    largestOutcome: 1,
    control: () => (hasSteadyClippedTotal(input) ? baselineControl(truth, counts, weights, noise) : null),
    // The control holds the clipped counts themselves.
    rareClipping: (controlled) =>
      controlled ? null : { above: counts, effect: sharesOfOneCount(input), ownInControl: false },
  };
};

const ofCountsWithTheirTotal: AllotmentModel = (input) => {
  const { truth, counts, weights, noise } = input;
  return {
    // With equal weights a fixed total makes shares proportional to counts.
    ...(hasEqualWeights(weights) ? { exact: () => exactlyUnbiased(counts.length) } : {}),
    normaliser: () => (hasEqualWeights(weights) ? positiveNormaliser() : projectedNormaliser(input, nearZero(noise))),
    largestOutcome: null,
    control: () => (hasSteadyProjectedTotal(input) ? rawSharesControl(truth, counts, weights, noise, true) : null),
    rareClipping: () => null,
  };
};

const ofProjectedCounts: AllotmentModel = (input) => {
  const { counts, weights, noise, truth } = input;
  const moments = once(() => thresholdMoments(counts, null, noise));
  const projection = simplexModel(counts, noise, moments, compensatedSum(counts));
  const common = { ...projection, normaliser: positiveNormaliser, largestOutcome: 1 };
  if (hasEqualWeights(weights)) return common;
  const { exact: _exact, series: _series, bounds: _bounds, ...unequal } = common;
  return {
    ...unequal,
    control: () =>
      hasSteadyProjectedTotal(input) && hasSteadyThreshold({ counts, weights: null, noise }, moments())
        ? rawSharesControl(truth, counts, weights, noise, true)
        : null,
    rareClipping: () => ({
      above: counts.map((x) => x - moments().threshold),
      effect: sharesOfOneProjectedCount(input),
      ownInControl: false,
    }),
  };
};

const ofProjectedShares: AllotmentModel = (input) => {
  const { truth, counts, weights, noise } = input;
  const moments = once(() => thresholdMoments(counts, weights, noise));
  return {
    // The expansion asks for the density at the threshold.
    ...(noise.support === 'real' ? { series: () => posBiasSeries(counts, weights, noise) } : {}),
    normaliser: () => rawNormaliser(input, conventions.projectedAnyway),
    largestOutcome: 1,
    control: () =>
      hasSteadyTotal(input) && hasSteadyThreshold(input, moments())
        ? posControl(truth, counts, weights, noise, moments())
        : null,
    simplexStart: () => moments().threshold / moments().total,
    rareClipping: (controlled) => ({
      above: counts.map((x, i) => x - moments().threshold / weightOf(weights, i)),
      effect: sharesOfOneCount(input),
      ownInControl: controlled,
    }),
  };
};

/** What shares over a total near zero are. */
const nearZero = ({ support }: ModelInput['noise']) =>
  support === 'real' ? conventions.noMean : conventions.hugeShares;

/** a_i / sum a_j x_j. */
function sharesOfOneCount(input: ModelInput): Float64Array {
  const total = weightedTotal(input);
  return input.counts.map((_, i) => weightOf(input.weights, i) / total);
}

/** The same where the others pay for a clipped count in equal parts: at most (a_i + 1.5 mean a) / sum a_j x_j. */
function sharesOfOneProjectedCount(input: ModelInput): Float64Array {
  const own = sharesOfOneCount(input);
  const mean = compensatedSum(own) / own.length;
  return own.map((share) => share + 1.5 * mean);
}

/** One entity gets everything, whatever the noise. */
const unlessAlone =
  (model: AllotmentModel): AllotmentModel =>
  (input) =>
    input.counts.length > 1 ? model(input) : { ...model(input), exact: () => exactlyUnbiased(1) };

/** What is known of an allotment of shares, by post-processing. */
export const allotmentModels: Readonly<Record<PostName, AllotmentModel>> = {
  none: unlessAlone(ofRawCounts),
  clip: unlessAlone(ofClippedCounts),
  sum: unlessAlone(ofCountsWithTheirTotal),
  simplex: unlessAlone(ofProjectedCounts),
  baseline: unlessAlone(ofClippedCounts),
  pos: unlessAlone(ofProjectedShares),
};
