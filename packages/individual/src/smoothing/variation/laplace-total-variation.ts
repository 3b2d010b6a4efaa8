import { roundUp } from './round-up.js';

/**
 * `1 - exp(-D)`: the most by which answers under Laplace smoothing differ for two people at distance D, in total variation, whatever the
 * model. Rounded up.
 *
 * Why: shift both densities to `exp(-2 ||t -+ delta / 2||) / Z`. The larger of the two norms is at most `||t|| + D / 2`, so what the densities share is
 * at least `exp(-D)`. It is attained under L1 by people who differ in one column. Below `tanh(D)` (theorem 3's proof), which is below D.
 *
 * @param distance D(a, b) under the metric of the smoothing, 0 or more.
 * @example
 * laplaceTotalVariation(0.5) // 0.3934693402873673
 */
export function laplaceTotalVariation(distance: number): number {
  return Math.min(distance, roundUp(-Math.expm1(-distance)), 1);
}

/**
 * `tanh(D)`: the bound that the proof of theorem 3 contains, from the ratio of the densities alone, so that it holds for every noise whose
 * density changes by a factor of at most `exp(2 D)`. Rounded up.
 *
 * @param distance D(a, b), 0 or more.
 * @example
 * densityRatioTotalVariation(0.5) // 0.46211715726001057
 */
export function densityRatioTotalVariation(distance: number): number {
  return Math.min(distance, roundUp(Math.tanh(distance)), 1);
}
