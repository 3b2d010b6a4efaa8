// Source: Hoeffding (Journal of the American Statistical Association 58, 1963), theorem 1, with section 5b for means over pairs of two samples.
import { findRoot, type Interval } from '@dpfair/stats';

/**
 * Interval for the probability that a member scores above another, from its estimate, ties as half: all a with
 * pairs (u ln(u / a) + (1 - u) ln((1 - u) / (1 - a))) <= ln(2 / (1 - confidence)), u the estimate.
 *
 * Covers at least as often as it says, for any number of rows and any distribution. The estimate is the mean, over all ways to pair rows, of the mean of
 * independent pairs, and a mean of such means is no farther from the truth, by exponential moments, than one of them. Wide: about twice what
 * a normal approximation gives, and more where one sample is much the larger.
 *
 * @param estimate inside (0, 1)
 * @param pairs the smaller number of rows, from 1 on
 * @param confidence inside (0, 1)
 * @example
 * hoeffdingInterval(0.5, 2, 0.95) // lower 0.0063, upper 0.9937: both where 4 a (1 - a) = 0.025
 */
export function hoeffdingInterval(estimate: number, pairs: number, confidence: number): Interval {
  const most = Math.log(2 / (1 - confidence)) / pairs;
  return { lower: logistic(lowest(estimate, most)), upper: logistic(-lowest(1 - estimate, most)) };
}

/** The logit, below that of u, at which the divergence of u is `most`. */
function lowest(u: number, most: number): number {
  const entropy = -u * Math.log(u) - (1 - u) * Math.log1p(-u);
  const excess = (logit: number) => u * softplus(-logit) + (1 - u) * softplus(logit) - entropy - most;
  // The first term alone is entropy + most, and u more, at the lower end.
  return findRoot(excess, -(entropy + most) / u - 1, Math.log(u / (1 - u)), { tolerance: 1e-12 });
}

/** ln(1 + exp(x)). */
const softplus = (x: number) => Math.max(0, x) + Math.log1p(Math.exp(-Math.abs(x)));

const logistic = (x: number) => 1 / (1 + Math.exp(-x));
