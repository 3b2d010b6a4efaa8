import { finiteAt, type QuadratureResult } from './quadrature-result.js';

export interface HalfLineOptions {
  /** Relative error asked for. @default 1e-12 */
  readonly tolerance?: number;
  /** Where the integrand has its mass, within a factor of a million, in units of x; a peak much narrower than that is missed. @default 1 */
  readonly scale?: number;
}

const reach = 4.5;
const coarsest = 0.25;

/**
 * Integral of f over (0, infinity) by exp-sinh quadrature, `x = scale exp(pi/2 sinh u)` with the trapezoid rule in u
 * (Takahasi and Mori, Double exponential formulas, 1974): geometric for integrands that are analytic on the half line, an algebraic or logarithmic
 * singularity at 0 included. For `exp(-x)` times a polynomial take `gaussLaguerre`; for kinks take `integrate`.
 *
 * A coarse sweep over x / scale within 1e-31 to 1e31 finds where the integrand lives; the step is then halved until two results
 * agree, and the error is their difference (the last result is far better) or the rounding of the sum.
 *
 * @throws RangeError when f is not finite where it is called, or an option is out of range.
 * @example
 * integrateHalfLine((x) => Math.exp(-x) / Math.sqrt(x)).value // 1.772453850905515
 */
export function integrateHalfLine(f: (x: number) => number, options: HalfLineOptions = {}): QuadratureResult {
  const { tolerance = 1e-12, scale = 1 } = options;
  if (!(tolerance > 0)) throw new RangeError(`tolerance: ${tolerance} (allowed: above 0)`);
  if (!(scale > 0 && scale < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`scale: ${scale} (allowed: a finite number above 0)`);
  }
  let evaluations = 0;
  let sum = 0;
  let size = 0;
  const term = (u: number): number => {
    evaluations++;
    const x = scale * Math.exp(0.5 * Math.PI * Math.sinh(u));
    return finiteAt(f, x) * x * 0.5 * Math.PI * Math.cosh(u);
  };
  const include = (value: number): void => {
    sum += value;
    size += Math.abs(value);
  };

  const sweep = Array.from({ length: (2 * reach) / coarsest + 1 }, (_, i) => term(i * coarsest - reach));
  const peak = sweep.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  sweep.forEach(include);
  const counts = (value: number): boolean => Math.abs(value) > 1e-18 * peak;
  // a sweep of zeros says nothing about where to look: keep the whole line
  const first = peak === 0 ? 0 : Math.max(0, sweep.findIndex(counts) - 1);
  const last = peak === 0 ? sweep.length - 1 : Math.min(sweep.length - 1, sweep.findLastIndex(counts) + 1);

  let step = coarsest;
  let value = step * sum;
  let error = Number.POSITIVE_INFINITY;
  for (let level = 0; level < 9; level++) {
    const intervals = ((last - first) * coarsest) / step;
    for (let i = 0; i < intervals; i++) include(term(first * coarsest - reach + (i + 0.5) * step));
    step *= 0.5;
    const refined = step * sum;
    error = Math.max(Math.abs(refined - value), 2 ** -52 * step * size);
    value = refined;
    if (level > (peak === 0 ? 3 : 0) && error <= tolerance * Math.abs(value)) break;
  }
  return { value, error, evaluations };
}
