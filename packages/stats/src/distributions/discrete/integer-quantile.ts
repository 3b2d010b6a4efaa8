/**
 * The least whole number for which a condition holds that is false below it and true from it on, found from a guess by doubling
 * steps and bisection: O(log of the distance).
 */
export function leastInteger(holds: (k: number) => boolean, guess: number): number {
  let upper = Math.ceil(guess);
  let step = 1;
  if (!holds(upper)) {
    let lower = upper;
    while (!holds(upper)) {
      lower = upper;
      upper += step;
      step *= 2;
    }
    return bisect(holds, lower, upper);
  }
  let lower = upper - step;
  while (holds(lower)) {
    upper = lower;
    step *= 2;
    lower -= step;
  }
  return bisect(holds, lower, upper);
}

function bisect(holds: (k: number) => boolean, below: number, from: number): number {
  let [lower, upper] = [below, from];
  for (;;) {
    const middle = Math.floor(lower / 2 + upper / 2);
    // Beyond 2^53 neighbouring doubles are further apart than 1.
    if (!(middle > lower && middle < upper)) return upper;
    if (holds(middle)) upper = middle;
    else lower = middle;
  }
}

/** Quantiles of a symmetric law on the whole numbers from `P(eta >= k)` and a guess at the upper one. */
export function integerQuantiles(atLeast: (k: number) => number, guess: (p: number) => number) {
  const outside = (p: number, one: number): number | null =>
    p > 0 && p < 1 ? null : p === 0 ? -one : p === 1 ? one : Number.NaN;
  const infinity = Number.POSITIVE_INFINITY;
  return {
    /** The least k with P(eta <= k) = P(eta >= -k) >= p. */
    quantile: (p: number) => outside(p, infinity) ?? leastInteger((k) => atLeast(-k) >= p, -guess(p)),
    /** The least k with P(eta > k) <= p. */
    upperQuantile: (p: number) => outside(p, -infinity) ?? leastInteger((k) => atLeast(k + 1) <= p, guess(p)),
  };
}
