// Derived for dpfair: docs/methods/series-pos.md.
import { compensatedSum } from '@dpfair/stats';
import type { ThresholdMoments } from './threshold-moments.js';

/**
 * Per-entity moments for the expansion of (y_i - t)_+ / S around the mean-field threshold. With I the indicator of being
 * active, Z = (y - t)_+, g the centred contribution to the surplus sum G whose root defines the threshold, and s the
 * centred contribution to the normaliser (all zero when it is fixed):
 */
export interface ThresholdTerms {
  /** E Z. */
  readonly excess: Float64Array;
  /** E[I g]. */
  readonly activeSurplus: Float64Array;
  /** E[I g^2]. */
  readonly activeSurplusSquared: Float64Array;
  /** Var g. */
  readonly surplusVariance: Float64Array;
  /** g where y = t. */
  readonly surplusAtThreshold: Float64Array;
  /** Density of y at t. */
  readonly density: Float64Array;
  /** E[Z s]. */
  readonly excessNormaliser: Float64Array;
  /** E[Z s^2]. */
  readonly excessNormaliserSquared: Float64Array;
  /** E[I g s]. */
  readonly activeSurplusNormaliser: Float64Array;
  /** E[g s]. */
  readonly surplusNormaliser: Float64Array;
  /** Var s. */
  readonly normaliserVariance: Float64Array;
  /** E S. */
  readonly normaliser: number;
}

/** Expected value of (y_i - t)_+ E S / S per entity, and an estimate of its error. */
export interface Expansion {
  readonly value: Float64Array;
  readonly errors: Float64Array;
}

/**
 * Second-order expansion. The threshold moves by d = G/N - G dN/N^2 + D G^2/(2 N^3), N the expected number of active
 * entities, dN its fluctuation, D the summed density at the threshold. Then, with dS the fluctuation of S,
 * E[(y_i - t - d)_+ / S] S0 = E Z - E[I d] + 1/2 E[d^2 delta] - (E[Z dS] - E[I d dS]) / S0 + E[Z dS^2] / S0^2.
 */
export function expandThreshold(terms: ThresholdTerms, moments: ThresholdMoments): Expansion {
  const n = moments.active.length;
  const count = moments.expectedActive;
  const total = terms.normaliser;
  const density = compensatedSum(terms.density);
  const surplusVariance = compensatedSum(terms.surplusVariance);
  const surplusActive = compensatedSum(terms.activeSurplus);
  const surplusNormaliser = compensatedSum(terms.surplusNormaliser);
  const normaliserVariance = compensatedSum(terms.normaliserVariance);
  const value = new Float64Array(n);
  const corrections = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const p = moments.active[i] as number;
    const ig = terms.activeSurplus[i] as number;
    const others = surplusVariance - (terms.surplusVariance[i] as number);
    const shift =
      ig / count -
      (ig * (1 - p) + p * (surplusActive - ig)) / count ** 2 +
      (density * ((terms.activeSurplusSquared[i] as number) + p * others)) / (2 * count ** 3);
    const crossing =
      ((terms.density[i] as number) * ((terms.surplusAtThreshold[i] as number) ** 2 + others)) / (2 * count ** 2);
    const jointShift =
      ((terms.activeSurplusNormaliser[i] as number) +
        p * (surplusNormaliser - (terms.surplusNormaliser[i] as number))) /
      count;
    const rescaling =
      (jointShift - (terms.excessNormaliser[i] as number)) / total +
      ((terms.excessNormaliserSquared[i] as number) +
        (terms.excess[i] as number) * (normaliserVariance - (terms.normaliserVariance[i] as number))) /
        total ** 2;
    const correction = crossing - shift + rescaling;
    value[i] = (terms.excess[i] as number) + correction;
    corrections[i] = correction;
  }
  const unrest =
    Math.sqrt(normaliserVariance) / total +
    (Math.sqrt(surplusVariance) * density) / count ** 2 +
    Math.sqrt(compensatedSum(moments.active.map((p) => p * (1 - p)))) / count;
  // The values should add up to the total; what is missing belongs to the neglected orders.
  const defect = Math.abs(compensatedSum(value) - moments.total) / moments.total;
  return {
    value,
    // In a far tail the correction is as large as the first order: its square over that is the next one.
    errors: corrections.map((correction, i) => {
      const first = Math.abs((moments.shortfall[i] as number) - moments.threshold);
      const next = correction === 0 ? 0 : correction ** 2 / Math.max(first, Math.abs(correction) / 8);
      const size = Math.abs(value[i] as number);
      return Math.abs(correction) * unrest + next + size * (defect + 4 * Number.EPSILON);
    }),
  };
}
