// Derived for dpfair: docs/methods/series-pos.md.
import { type ContinuousNoise, compensatedSum } from '@dpfair/stats';
import type { AnalyticEstimate } from '../estimate.js';
import { weightOf } from '../noisy-counts.js';
import { expandThreshold, type ThresholdTerms } from './threshold-expansion.js';
import { type ThresholdMoments, thresholdMoments } from './threshold-moments.js';

/**
 * Bias of the allotment rule PoS to second order in the fluctuations of the threshold and of the normaliser around
 * their mean-field values. Asymptotic in the number of entities; O(n).
 *
 * @returns biases in shares, with an estimate of the first neglected order.
 */
export function posBiasSeries(
  counts: Float64Array,
  weights: Float64Array | null,
  noise: ContinuousNoise,
): AnalyticEstimate {
  const moments = thresholdMoments(counts, weights, noise);
  const { value, errors } = expandThreshold(posTerms(counts, weights, noise, moments), moments);
  const { total } = moments;
  return {
    method: 'series',
    bias: value.map((amount, i) => (amount - weightOf(weights, i) * (counts[i] as number)) / total),
    errors: errors.map((error) => error / total),
    estimator: 'pos-expansion',
  };
}

/**
 * The surplus of one entity is g = (y - t)_+ - y - E[...]: constant (-t - mean) where it is active, -y - mean where not;
 * s = a noise is its contribution to the normaliser.
 */
function posTerms(
  counts: Float64Array,
  weights: Float64Array | null,
  noise: ContinuousNoise,
  { threshold, active, excess, shortfall }: ThresholdMoments,
): ThresholdTerms {
  const n = counts.length;
  const column = () => new Float64Array(n);
  const terms = {
    activeSurplus: column(),
    activeSurplusSquared: column(),
    surplusVariance: column(),
    surplusAtThreshold: column(),
    density: column(),
    excessNormaliser: column(),
    excessNormaliserSquared: column(),
    activeSurplusNormaliser: column(),
    surplusNormaliser: column(),
    normaliserVariance: column(),
  };
  for (let i = 0; i < n; i++) {
    const a = weightOf(weights, i);
    const x = counts[i] as number;
    const cut = threshold / a - x;
    const p = active[i] as number;
    const m1 = noise.tailMoment(1, cut);
    const m2 = noise.tailMoment(2, cut);
    const m3 = noise.tailMoment(3, cut);
    // By symmetry these are the moments of -noise where the entity is not active.
    const below0 = noise.tailMoment(0, -cut);
    const below1 = noise.tailMoment(1, -cut);
    const below2 = noise.tailMoment(2, -cut);
    const lead = a * x - threshold;
    // g where active is -t - E[Z - y] = -(E (y - t)_-); where inactive it is -(offset + a noise).
    const g = -(shortfall[i] as number);
    const offset = a * x - threshold + (shortfall[i] as number);
    terms.activeSurplus[i] = p * g;
    terms.activeSurplusSquared[i] = p * g * g;
    terms.surplusVariance[i] = p * g * g + offset * offset * below0 - 2 * offset * a * below1 + a * a * below2;
    terms.surplusAtThreshold[i] = g;
    terms.density[i] = noise.pdf(cut) / a;
    terms.excessNormaliser[i] = a * lead * m1 + a * a * m2;
    terms.excessNormaliserSquared[i] = a * a * (lead * m2 + a * m3);
    terms.activeSurplusNormaliser[i] = g * a * m1;
    terms.surplusNormaliser[i] = g * a * m1 + a * offset * below1 - a * a * below2;
    terms.normaliserVariance[i] = a * a * noise.variance;
  }
  return { ...terms, excess, normaliser: compensatedSum(counts.map((x, i) => weightOf(weights, i) * x)) };
}
