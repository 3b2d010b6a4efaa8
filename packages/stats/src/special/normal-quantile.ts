import { normalSurvival } from './normal.js';
import { scaledTail } from './scaled-tail.js';

/**
 * The z below which a standard normal falls with probability p.
 *
 * Wichura's rational approximations (Algorithm AS 241, Applied Statistics 37, 1988), and in the tails one Newton step on the
 * exact survival function. At most 4 ulp for every double in (0, 1), the smallest subnormal (z = -38.47) included.
 * simple-statistics' probit is off by 1e-2 at p = .999; jStat's is good to about 1e-8.
 *
 * @param p Probability within [0, 1]; 0 gives -Infinity, 1 gives Infinity; outside, NaN.
 *   Above 1/2 a double resolves p poorly: where the upper tail is known take {@link normalUpperQuantile}.
 * @example
 * normalQuantile(0.975) // 1.959963984540054
 */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) return central(q);
  if (!(p > 0 && p < 1)) return p === 0 ? Number.NEGATIVE_INFINITY : p === 1 ? Number.POSITIVE_INFINITY : Number.NaN;
  return q < 0 ? -tail(p) : tail(1 - p);
}

/** The z that a standard normal exceeds with probability p: `-normalQuantile(p)`, accurate for p as small as a double can be. */
export function normalUpperQuantile(p: number): number {
  return -normalQuantile(p);
}

function central(q: number): number {
  const r = 0.180625 - q * q;
  const top =
    ((((((2509.0809287301226727 * r + 33430.575583588128105) * r + 67265.770927008700853) * r + 45921.953931549871457) *
      r +
      13731.693765509461125) *
      r +
      1971.5909503065514427) *
      r +
      133.14166789178437745) *
      r +
    3.387132872796366608;
  const bottom =
    ((((((5226.495278852545925 * r + 28729.085735721942674) * r + 39307.89580009271061) * r + 21213.794301586595867) *
      r +
      5394.1960214247511077) *
      r +
      687.1870074920579083) *
      r +
      42.313330701600911252) *
      r +
    1;
  return (q * top) / bottom;
}

/** Start within 1e-15 (near) or 1e-3 (far), then Newton on survival: z + (S(z) - p) / pdf(z), with S / pdf a Mills ratio. */
function tail(p: number): number {
  const r = Math.sqrt(-Math.log(p));
  const start = r <= 5 ? near(r - 1.6) : far(r - 5);
  if (p < 1e-290) return start;
  const survival = normalSurvival(start);
  return start + ((survival - p) / survival) * 2.5066282746310007 * scaledTail(0, start);
}

function near(r: number): number {
  const top =
    ((((((7.7454501427834140764e-4 * r + 0.0227238449892691845833) * r + 0.24178072517745061177) * r +
      1.27045825245236838258) *
      r +
      3.64784832476320460504) *
      r +
      5.7694972214606914055) *
      r +
      4.6303378461565452959) *
      r +
    1.42343711074968357734;
  const bottom =
    ((((((1.05075007164441684324e-9 * r + 5.475938084995344946e-4) * r + 0.0151986665636164571966) * r +
      0.14810397642748007459) *
      r +
      0.68976733498510000455) *
      r +
      1.6763848301838038494) *
      r +
      2.05319162663775882187) *
      r +
    1;
  return top / bottom;
}

function far(r: number): number {
  const top =
    ((((((2.01033439929228813265e-7 * r + 2.71155556874348757815e-5) * r + 0.0012426609473880784386) * r +
      0.026532189526576123093) *
      r +
      0.29656057182850489123) *
      r +
      1.7848265399172913358) *
      r +
      5.4637849111641143699) *
      r +
    6.6579046435011037772;
  const bottom =
    ((((((2.04426310338993978564e-15 * r + 1.4215117583164458887e-7) * r + 1.8463183175100546818e-5) * r +
      7.868691311456132591e-4) *
      r +
      0.0148753612908506148525) *
      r +
      0.13692988092273580531) *
      r +
      0.59983220655588793769) *
      r +
    1;
  return top / bottom;
}
