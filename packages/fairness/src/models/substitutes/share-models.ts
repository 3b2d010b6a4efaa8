import { allottedOf, type SubstituteSpec, weightedCounts } from '@dpfair/decisions';
import { noiseKinds } from '@dpfair/mechanisms';
import { upperTailOfWeightedSum } from '@dpfair/stats';
import type { ControlVariate } from '../../controls/control-variate.js';
import { proportionalControl } from '../../controls/proportional-control.js';
import { slackControl } from '../../controls/ratio-control.js';
import { simplexControl } from '../../controls/threshold-control.js';
import type { AnalyticEstimate } from '../../estimate.js';
import { exactlyUnbiased } from '../../exact/unbiased.js';
import { conventions } from '../../messages.js';
import { inverseNormaliserBias } from '../../series/inverse-normaliser.js';
import { thresholdMoments } from '../../series/threshold-moments.js';
import { positiveNormaliser } from '../allotment/normalisers.js';
import { simplexModel } from '../allotment/simplex-model.js';
import { hasSteadyThreshold, hasSteadyTotal } from '../allotment/unrest.js';
import type { CellModel } from '../cell-model.js';
import { once } from '../once.js';
import type { Problem } from '../problem.js';

type SpecOf<Name extends SubstituteSpec['name']> = Extract<SubstituteSpec, { name: Name }>;

/** Shares over a normaliser that was released by itself. */
export function releasedTotalModel(
  problem: Problem,
  truth: Float64Array,
  spec: SpecOf<'redundant-release'>,
): CellModel {
  const { input, noise, post } = problem;
  const { counts, weights, normaliser, shares } = allottedOf(input);
  const ratio = spec.normaliserSpread / normaliser;
  const probabilityNotPositive = noiseKinds[noise.kind].distribution(spec.normaliserSpread).survival(normaliser);
  if (post === 'pos')
    return repaired(problem, truth, normaliser, { probabilityNotPositive, convention: conventions.projectedAnyway });
  return {
    series: () => inProportion(shares, inverseNormaliserBias(noise.kind, ratio), 'normaliser-expansion'),
    normaliser: () => ({ probabilityNotPositive, convention: conventions.noMean }),
    largestOutcome: null,
    control: () => proportionalControl(truth, counts, weights, normaliser),
    rareClipping: () => null,
  };
}

/** Shares over a public constant. */
export function constantTotalModel(problem: Problem, truth: Float64Array, spec: SpecOf<'linear-proxy'>): CellModel {
  const { input, post } = problem;
  const { counts, weights, normaliser, shares } = allottedOf(input);
  if (post === 'pos') return repaired(problem, truth, spec.normaliser, positiveNormaliser());
  const factor = (normaliser - spec.normaliser) / spec.normaliser;
  const relative = { bias: factor, error: 4 * Number.EPSILON * (1 + Math.abs(factor)) };
  return {
    exact: () => inProportion(shares, relative, 'proportional'),
    normaliser: positiveNormaliser,
    largestOutcome: null,
    control: () => proportionalControl(truth, counts, weights, spec.normaliser),
    rareClipping: () => null,
  };
}

/** Noise on the shares themselves. */
export function perturbedSharesModel(
  problem: Problem,
  truth: Float64Array,
  { perCount }: SpecOf<'output-perturbation'>,
): CellModel {
  const { input, noise, post } = problem;
  const { counts } = allottedOf(input);
  const ofShares = noiseKinds[noise.kind].distribution(perCount * noise.spread);
  const onShares = (control: ControlVariate | null): ControlVariate | null => {
    if (control === null) return null;
    const noisyShares = new Float64Array(truth.length);
    return {
      expectedMinusTruth: control.expectedMinusTruth,
      accumulate: (noisy, outcome, into) => {
        for (let i = 0; i < noisyShares.length; i++)
          noisyShares[i] = (truth[i] as number) + perCount * ((noisy[i] as number) - (counts[i] as number));
        control.accumulate(noisyShares, outcome, into);
      },
    };
  };
  if (post === 'pos') {
    const moments = once(() => thresholdMoments(truth, null, ofShares));
    const projection = simplexModel(truth, ofShares, moments, 1);
    return {
      ...(projection.series && { series: projection.series }),
      normaliser: () => null,
      largestOutcome: 1,
      control: () => onShares(projection.control()),
      // In counts, whose noise is that of the shares over `perCount`.
      rareClipping: (controlled) => {
        const clipping = projection.rareClipping(controlled);
        if (clipping === null) return null;
        const { above, effect } = clipping;
        return {
          ...clipping,
          above: above.map((distance) => distance / perCount),
          effect: effect.map((share) => share * perCount),
        };
      },
    };
  }
  return {
    exact: () => exactlyUnbiased(truth.length),
    normaliser: () => null,
    largestOutcome: null,
    control: () => proportionalShares(truth, counts, perCount),
    rareClipping: () => null,
  };
}

/** Raised counts over a lowered total. */
export function noPenaltyModel(problem: Problem, truth: Float64Array, spec: SpecOf<'no-penalty'>): CellModel {
  const { input, noise } = problem;
  const { counts, weights, normaliser } = allottedOf(input);
  const mean = normaliser - spec.deduction;
  const spreads = weights.map((weight) => weight * noise.spread);
  return {
    normaliser: () => ({
      // There is no such allotment under noise on the whole numbers.
      probabilityNotPositive: noise.support === 'real' ? upperTailOfWeightedSum(noise.kind, spreads, mean) : 1,
      convention: conventions.noMean,
    }),
    largestOutcome: null,
    control: () => slackControl(truth, counts, weights, noise, spec),
    rareClipping: () => ({
      above: counts.map((x) => x + spec.slack),
      effect: weights.map((weight) => weight / mean),
      ownInControl: false,
    }),
  };
}

/** Shares over something steady, projected onto the simplex of shares. */
function repaired(
  { input, noise }: Problem,
  truth: Float64Array,
  divisor: number,
  normaliser: NonNullable<ReturnType<CellModel['normaliser']>>,
): CellModel {
  const { counts, weights } = weightedCounts(input);
  const { weights: every, normaliser: total } = allottedOf(input);
  const moments = once(() => thresholdMoments(counts, weights, noise));
  const isExact = Math.abs(divisor / total - 1) < 1e-12;
  return {
    // One entity gets everything, whatever the noise.
    ...(counts.length === 1 ? { exact: () => exactlyUnbiased(1) } : {}),
    normaliser: () => normaliser,
    largestOutcome: 1,
    control: () => {
      if (!hasSteadyTotal({ counts, weights, noise })) return null;
      return isExact && hasSteadyThreshold({ counts, weights, noise }, moments())
        ? simplexControl(counts, moments(), total, every)
        : proportionalControl(truth, counts, weights, divisor);
    },
    rareClipping: () => ({
      above: counts.map((x, i) => x - moments().threshold / (every[i] as number)),
      effect: every.map((weight) => weight / divisor),
      ownInControl: false,
    }),
  };
}

function inProportion(
  shares: Float64Array,
  { bias, error }: { readonly bias: number; readonly error: number },
  estimator: 'normaliser-expansion' | 'proportional',
): AnalyticEstimate {
  const method = estimator === 'proportional' ? 'exact' : 'series';
  return { method, estimator, bias: shares.map((share) => share * bias), errors: shares.map((share) => share * error) };
}

/** The noisy share itself, which is what comes out. */
function proportionalShares(truth: Float64Array, counts: Float64Array, perCount: number): ControlVariate {
  return {
    expectedMinusTruth: new Float64Array(truth.length),
    accumulate: (noisy, outcome, into) => {
      for (let i = 0; i < into.length; i++) {
        const share = (truth[i] as number) + perCount * ((noisy[i] as number) - (counts[i] as number));
        into[i] = (into[i] as number) + (outcome[i] as number) - share;
      }
    },
  };
}
