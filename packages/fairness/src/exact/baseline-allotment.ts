// Derived for dpfair: docs/methods/exact-baseline.md. 1/S = integral of exp(-t S) dt turns the ratio of dependent terms
// into a product of independent ones.
import { compensatedSum, gaussLaguerre, type NoiseDistribution, transformRow } from '@dpfair/stats';
import type { AnalyticEstimate } from '../estimate.js';
import { weightOf } from '../noisy-counts.js';

/** The counts, public weights (null: all 1) and noise of one baseline allotment. */
export interface BaselineProblem {
  readonly counts: Float64Array;
  readonly weights: Float64Array | null;
  readonly noise: NoiseDistribution;
}

/**
 * Bias of the baseline allotment rule, exact for any number of entities.
 *
 * With U_j = a_j (x_j + noise)_+ and S = sum U_j, E[U_i / S] = integral over t > 0 of
 * E[U_i exp(-t U_i)] prod_{j != i} E[exp(-t U_j)]. Where S = 0 everyone gets 1 / n by convention.
 * The integral is done by Gauss-Laguerre quadrature scaled by E S when two orders agree, and otherwise by a
 * double-exponential rule whose step is halved until it agrees with itself. O(n) per node.
 *
 * @returns biases in shares, with the estimated quadrature error.
 * @example exactBaselineBias({ counts: Float64Array.of(0, 3, 10, 40, 200), weights: null, noise: laplace(10) }).bias[0]
 * // 0.01812990809...
 */
export function exactBaselineBias(problem: BaselineProblem): AnalyticEstimate {
  const n = problem.counts.length;
  const integrator = shareIntegrator(problem);
  const { shares, errors } = laguerreShares(integrator) ?? doubleExponentialShares(integrator);
  const allZero = probabilityAllZero(problem);
  const truth = trueShares(problem);
  // Shares add up to 1: whatever is missing is error, in proportion.
  const defect = Math.abs(compensatedSum(shares) + allZero - 1);
  const stated = errors.map(
    (error, i) => error + defect * (shares[i] as number) + 4 * Number.EPSILON * (truth[i] as number),
  );
  return {
    method: 'exact',
    // A difference below its own rounding error is no difference: nobody gains by 1e-18.
    bias: shares.map((share, i) => {
      const bias = share + allZero / n - (truth[i] as number);
      return Math.abs(bias) <= (stated[i] as number) ? 0 : bias;
    }),
    errors: stated,
    estimator: 'baseline-quadrature',
  };
}

/** P(every clipped count is 0) = prod_j P(noise <= -x_j). */
export function probabilityAllZero({ counts, noise }: BaselineProblem): number {
  let logarithm = 0;
  for (const count of counts) logarithm += noise.logSurvival(count);
  return Math.exp(logarithm);
}

function trueShares({ counts, weights }: BaselineProblem): Float64Array {
  const weighted = counts.map((count, i) => weightOf(weights, i) * count);
  const total = compensatedSum(weighted);
  return weighted.map((value) => value / total);
}

/** Evaluates the integrand of every share at one node and adds it up. */
interface ShareIntegrator {
  /** 1 / E S: the width of the integrand in t. */
  readonly scale: number;
  /** Adds exp(logWeight) times the integrand at t to `into`. */
  readonly add: (t: number, logWeight: number, into: Float64Array) => void;
  readonly empty: () => Float64Array;
}

function shareIntegrator({ counts, weights, noise }: BaselineProblem): ShareIntegrator {
  const expected = counts.map((count, i) => weightOf(weights, i) * noise.positivePart(count));
  const logTransforms = new Float64Array(counts.length);
  const ratios = new Float64Array(counts.length);
  return {
    scale: 1 / compensatedSum(expected),
    empty: () => new Float64Array(counts.length),
    add: (t, logWeight, into) => {
      transformRow(noise, counts, weights, t, logTransforms, ratios);
      const factor = Math.exp(logWeight + compensatedSum(logTransforms));
      for (let i = 0; i < into.length; i++) into[i] = (into[i] as number) + factor * (ratios[i] as number);
    },
  };
}

interface Shares {
  readonly shares: Float64Array;
  readonly errors: Float64Array;
}

/** Two orders that agree to this, relative to the largest share, are taken as exact. */
const AGREEMENT = 2e-14;

/** Orders tried in turn, until two neighbours agree. */
const ORDERS = [4, 6, 9, 13];

function laguerreShares(integrator: ShareIntegrator): Shares | null {
  let coarse = laguerre(integrator, ORDERS[0] as number);
  for (const order of ORDERS.slice(1)) {
    const fine = laguerre(integrator, order);
    const errors = differences(coarse, fine);
    if (maximum(errors) <= AGREEMENT * maximum(fine)) return { shares: fine, errors };
    coarse = fine;
  }
  return null;
}

function laguerre(integrator: ShareIntegrator, order: number): Float64Array {
  const { nodes, weights } = gaussLaguerre(order);
  const shares = integrator.empty();
  for (let k = 0; k < order; k++) {
    const node = nodes[k] as number;
    integrator.add(node * integrator.scale, node + Math.log((weights[k] as number) * integrator.scale), shares);
  }
  return shares;
}

/** t = scale exp(pi/2 sinh v): both ends decay double exponentially, also when the integrand falls only like 1 / t^2. */
const REACH = 4.2;
const LARGEST_LEVEL = 7;

function doubleExponentialShares(integrator: ShareIntegrator): Shares {
  let step = 0.25;
  let sums = trapezoid(integrator, step, 0, integrator.empty());
  let shares = sums.map((sum) => sum * step);
  for (let level = 1; ; level++) {
    // The nodes half-way between the old ones are added to the same sums.
    sums = trapezoid(integrator, step, step / 2, sums);
    step /= 2;
    const finer = sums.map((sum) => sum * step);
    const errors = differences(shares, finer);
    shares = finer;
    if (maximum(errors) <= AGREEMENT * maximum(shares) || level === LARGEST_LEVEL) return { shares, errors };
  }
}

function trapezoid(integrator: ShareIntegrator, step: number, offset: number, sums: Float64Array): Float64Array {
  for (let v = -REACH + offset; v <= REACH; v += step) {
    const exponent = (Math.PI / 2) * Math.sinh(v);
    const t = integrator.scale * Math.exp(exponent);
    integrator.add(t, Math.log(t * (Math.PI / 2) * Math.cosh(v)), sums);
  }
  return sums;
}

const differences = (a: Float64Array, b: Float64Array) => a.map((value, i) => Math.abs(value - (b[i] as number)));

function maximum(values: Float64Array): number {
  let largest = Number.NEGATIVE_INFINITY;
  for (const value of values) if (value > largest) largest = value;
  return largest;
}
