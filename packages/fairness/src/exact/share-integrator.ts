// Derived for dpfair: docs/methods/exact-baseline.md. 1/S = integral of exp(-t S) dt turns the ratio of dependent terms
// into a product of independent ones.
import { compensatedSum, transformRow } from '@dpfair/stats';
import { type NoisyCounts, weightOf } from '../noisy-counts.js';

/** Evaluates the integrand of every share at one node and adds it up. */
export interface ShareIntegrator {
  readonly problem: NoisyCounts;
  /** E S, of which the inverse is the width of the integrand in t. */
  readonly expectedTotal: number;
  /** Upper bound of the variance of S, over the square of its mean. */
  readonly unrest: number;
  /** Adds `weight` times the integrand at t to `into`. */
  readonly add: (t: number, weight: number, into: Float64Array) => void;
}

/** The integrals of every share, and the difference to a coarser rule. */
export interface IntegratedShares {
  readonly shares: Float64Array;
  readonly errors: Float64Array;
}

/** Two rules that agree to this, relative to the largest share, are taken as exact. */
export const AGREEMENT = 2e-14;

/** With U_j = a_j (x_j + noise)_+, the integrand of share i is E[U_i exp(-t U_i)] prod_{j != i} E exp(-t U_j). O(n). */
export function shareIntegrator(problem: NoisyCounts): ShareIntegrator {
  const { counts, weights, noise } = problem;
  const expectedTotal = compensatedSum(counts.map((count, i) => weightOf(weights, i) * noise.positivePart(count)));
  const logTransforms = new Float64Array(counts.length);
  const ratios = new Float64Array(counts.length);
  let squares = 0;
  for (let i = 0; i < counts.length; i++) squares += (weightOf(weights, i) / expectedTotal) ** 2;
  return {
    problem,
    expectedTotal,
    unrest: noise.variance * squares,
    add: (t, weight, into) => {
      transformRow(noise, counts, weights, t, logTransforms, ratios);
      const factor = weight * Math.exp(compensatedSum(logTransforms));
      for (let i = 0; i < into.length; i++) into[i] = (into[i] as number) + factor * (ratios[i] as number);
    },
  };
}

/** Whether two rules agree for every share, relative to the largest. */
export function agree({ shares, errors }: IntegratedShares): boolean {
  return maximum(errors) <= AGREEMENT * maximum(shares);
}

export const differences = (a: Float64Array, b: Float64Array) =>
  a.map((value, i) => Math.abs(value - (b[i] as number)));

function maximum(values: Float64Array): number {
  let largest = Number.NEGATIVE_INFINITY;
  for (const value of values) if (value > largest) largest = value;
  return largest;
}
