// Rule: Takahasi and Mori, "Double exponential formulas for numerical integration", Publ. RIMS 9 (1974).
import { weightOf } from '../noisy-counts.js';
import type { Steps } from '../steps/steps.js';
import { agree, differences, type IntegratedShares, type ShareIntegrator } from './share-integrator.js';

/** t = exp(pi/2 sinh v) / E S: both ends decay double exponentially, also when the integrand falls only like 1 / t^2. */
const REACH_BELOW = 4.2;
const LARGEST_LEVEL = 7;
/** Transforms that a step of the computation takes: some tenths of a millisecond. */
const STEP = 2_000;

/**
 * The integrals by a double-exponential rule on (0, infinity), whose step is halved until it agrees with itself. The upper
 * end is so far out that what lies beyond is less than 1e-17 of the share of the entity with the smallest weight. A bound
 * of it is part of the error, and so is the rounding of the nodes, whose logarithms are large.
 */
export function* doubleExponentialShares(integrator: ShareIntegrator): Steps<IntegratedShares> {
  const { counts } = integrator.problem;
  const above = reachAbove(integrator);
  let step = 0.25;
  let sums = yield* trapezoid(integrator, step, 0, above, new Float64Array(counts.length));
  let shares = sums.map((sum) => sum * step);
  for (let level = 1; ; level++) {
    // The nodes half-way between the old ones are added to the same sums.
    sums = yield* trapezoid(integrator, step, step / 2, above, sums);
    step /= 2;
    const finer = sums.map((sum) => sum * step);
    const found = { shares: finer, errors: differences(shares, finer) };
    shares = finer;
    if (agree(found) || level === LARGEST_LEVEL) return withBounds(integrator, above, found);
  }
}

/** log(E S rate / a) for the entity where that is largest: there the smallest values of every U_i have been resolved. */
function reachAbove({ problem, expectedTotal }: ShareIntegrator): number {
  const { counts, weights, noise } = problem;
  let largest = 0;
  for (let i = 0; i < counts.length; i++) {
    const weight = weightOf(weights, i);
    if (weight > 0) largest = Math.max(largest, noise.finestRate(counts[i] as number) / weight);
  }
  const exponent = Math.log(expectedTotal * largest);
  return Math.max(REACH_BELOW, Number.isFinite(exponent) ? Math.asinh((2 / Math.PI) * exponent) : 0);
}

function* trapezoid(
  { add, expectedTotal }: ShareIntegrator,
  step: number,
  offset: number,
  above: number,
  sums: Float64Array,
): Steps<Float64Array> {
  let transforms = 0;
  for (let v = -REACH_BELOW + offset; v <= above; v += step) {
    const t = Math.exp((Math.PI / 2) * Math.sinh(v)) / expectedTotal;
    add(t, t * (Math.PI / 2) * Math.cosh(v), sums);
    transforms += sums.length;
    if (transforms < STEP) continue;
    transforms = 0;
    yield;
  }
  return sums;
}

/**
 * Beyond T lies integral_T E[U_i exp(-t U_i)] prod_{j != i} E exp(-t U_j) dt <= E[exp(-T U_i); U_i > 0] times that product at T.
 */
function withBounds(
  { problem, expectedTotal }: ShareIntegrator,
  above: number,
  { shares, errors }: IntegratedShares,
): IntegratedShares {
  const { counts, weights, noise } = problem;
  const exponent = (Math.PI / 2) * Math.sinh(above);
  const end = Math.exp(exponent) / expectedTotal;
  const logs = counts.map((x, i) => noise.logPositivePartTransform(x, end * weightOf(weights, i)));
  const all = logs.reduce((sum, log) => sum + log, 0);
  const tail = (i: number) => {
    const weight = weightOf(weights, i);
    if (weight === 0) return 0;
    return Math.exp(all - (logs[i] as number)) * noise.positiveTransformBound(counts[i] as number, end * weight);
  };
  const rounding = exponent * Number.EPSILON;
  return { shares, errors: errors.map((error, i) => error + tail(i) + rounding * (shares[i] as number)) };
}
