import { normalSurvival } from './normal.js';
import { centralQuantile, outerQuantile } from './normal-quantile-formulas.js';
import { scaledTail } from './scaled-tail.js';

/**
 * The z below which a standard normal falls with probability p.
 *
 * Wichura's rational approximations (Algorithm AS 241, Applied Statistics 37, 1988), and in the tails one Newton step on the
 * exact survival function. At most 4 ulp for every double in (0, 1), the smallest subnormal (z = -38.47) included.
 * simple-statistics' probit is off by 1e-2 at p = .001; jStat's is good in the middle, off by 3e-9 at 1e-10 and by .1 at 1e-20.
 *
 * @param p Probability within [0, 1]; 0 gives -Infinity, 1 gives Infinity; outside, NaN.
 *   Above 1/2 a double resolves p poorly: where the upper tail is known take {@link normalUpperQuantile}.
 * @example
 * normalQuantile(0.975) // 1.959963984540054
 */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) return centralQuantile(q);
  if (!(p > 0 && p < 1)) return p === 0 ? Number.NEGATIVE_INFINITY : p === 1 ? Number.POSITIVE_INFINITY : Number.NaN;
  return q < 0 ? -tail(p) : tail(1 - p);
}

/** The z that a standard normal exceeds with probability p: `-normalQuantile(p)`, accurate for p as small as a double can be. */
export function normalUpperQuantile(p: number): number {
  return -normalQuantile(p);
}

/** Start within 1e-15, then one Newton step on survival: z + (S(z) - p) / pdf(z), with S / pdf a Mills ratio. */
function tail(p: number): number {
  const start = outerQuantile(Math.sqrt(-Math.log(p)));
  if (p < 1e-290) return start;
  const survival = normalSurvival(start);
  return start + ((survival - p) / survival) * 2.5066282746310007 * scaledTail(0, start);
}
