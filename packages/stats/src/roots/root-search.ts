import { type RootOptions, requireBracket } from './root-options.js';

/**
 * The search of `findRoot`, for a function that is computed elsewhere: it yields each x at which it wants to know f, is given
 * f there, and returns the zero.
 *
 * @throws RangeError as `findRoot` does.
 * @example
 * const search = rootSearch(0, 2);
 * let next = search.next();
 * while (!next.done) next = search.next(next.value * next.value - 2);
 * next.value // 1.4142135623730951
 */
export function* rootSearch(
  lower: number,
  upper: number,
  options: RootOptions = {},
): Generator<number, number, number> {
  const { tolerance = 0, maxEvaluations = 3000 } = options;
  // b is the best estimate, [b, c] the bracket, a the estimate before b
  let a = lower;
  let b = upper;
  let fa = yield a;
  let fb = yield b;
  requireBracket(lower, upper, fa, fb);
  if (fa === 0) return a;
  let c = a;
  let fc = fa;
  let step = b - a;
  let stepBefore = step;
  for (let evaluations = 2; evaluations < maxEvaluations; evaluations++) {
    if (Math.abs(fc) < Math.abs(fb)) {
      [a, b, c] = [b, c, b];
      [fa, fb, fc] = [fb, fc, fb];
    }
    const least = 2 ** -52 * Math.abs(b) + 0.5 * tolerance + Number.MIN_VALUE;
    const half = 0.5 * (c - b);
    if (fb === 0 || Math.abs(half) <= least) return b;
    const guess =
      Math.abs(stepBefore) >= least && Math.abs(fa) > Math.abs(fb) ? interpolate(a, b, c, fa, fb, fc) : half;
    const accepted =
      guess * half > 0 &&
      Math.abs(guess) < 1.5 * Math.abs(half) - 0.5 * least &&
      Math.abs(guess) < 0.5 * Math.abs(stepBefore);
    stepBefore = accepted ? step : half;
    step = accepted ? guess : half;
    a = b;
    fa = fb;
    b += Math.abs(step) > least ? step : Math.sign(half) * least;
    fb = yield b;
    if (Number.isNaN(fb)) throw new RangeError(`function at ${b}: NaN (allowed: a number)`);
    if (fb > 0 === fc > 0) {
      c = a;
      fc = fa;
      step = b - a;
      stepBefore = step;
    }
  }
  throw new RangeError(`evaluations to find a root in ${lower} to ${upper}: ${maxEvaluations} (allowed: more)`);
}

/** Step from b: secant when only two points are known, else inverse quadratic through the three. */
function interpolate(a: number, b: number, c: number, fa: number, fb: number, fc: number): number {
  const s = fb / fa;
  if (a === c) return ((b - c) * s) / (1 - s);
  const q = fa / fc;
  const r = fb / fc;
  return (s * ((b - a) * (r - 1) - (c - b) * q * (q - r))) / ((q - 1) * (r - 1) * (s - 1));
}
