// Sources: Lentz's continued fraction (Numerical Recipes 6.4); prefactor after Loader, "Fast and accurate computation of binomial
// probabilities" (2000), which has no cancellation at any size of a and b.

import { deviance } from '../special/deviance.js';
import { stirlingError } from '../special/stirling-error.js';

/** The two tails of a beta distribution at a point, and `x^a y^b / B(a, b)`, from which densities follow. */
export interface BetaTails {
  /** Probability below x, the regularized incomplete beta function I_x(a, b). */
  readonly lower: number;
  /** Probability above x. */
  readonly upper: number;
  /** `x^a y^b / B(a, b)`: the density of the beta distribution times x y. */
  readonly weight: number;
}

/**
 * Tails of the Beta(a, b) distribution at x. Relative error of the smaller tail about 1e-13 for a and b up to 1e4, 1e-11 up to 1e6; takes about
 * `sqrt(max(a, b))` steps. jStat's stops after 100 steps, which is too early above a few thousand.
 *
 * @param x Within (0, 1).
 * @param y 1 - x, given apart so that neither is lost next to 0.
 */
export function betaTails(a: number, b: number, x: number, y: number): BetaTails {
  const weight = betaWeight(a, b, x, y);
  if (x * (a + b + 2) < a + 1) {
    const lower = (weight * continuedFraction(a, b, x)) / a;
    return { lower, upper: 1 - lower, weight };
  }
  const upper = (weight * continuedFraction(b, a, y)) / b;
  return { lower: 1 - upper, upper, weight };
}
/** `x^a y^b / B(a, b)`, with y = 1 - x; relative error about 1e-14 times the logarithm of its size. */
export function betaWeight(a: number, b: number, x: number, y: number): number {
  const n = a + b;
  const exponent = stirlingError(n) - stirlingError(a) - stirlingError(b) - deviance(a, n * x) - deviance(b, n * y);
  return Math.sqrt(((a / n) * b) / (2 * Math.PI)) * Math.exp(exponent);
}

function continuedFraction(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 / guard(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m < 1_000_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / guard(1 + even * d);
    c = guard(1 + even / c);
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / guard(1 + odd * d);
    c = guard(1 + odd / c);
    const factor = d * c;
    value *= factor;
    if (!(Math.abs(factor - 1) >= 1e-15)) break;
  }
  return value;
}

/** Lentz's device: a denominator is never exactly 0. */
function guard(value: number): number {
  return Math.abs(value) < 1e-300 ? 1e-300 : value;
}
