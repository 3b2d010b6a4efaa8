// Chernoff's bound for binomial tails (Hoeffding 1963, theorem 1).

/**
 * What the classes other than the most frequent one have at most together, from draws: it is not above this for the class that was found but with probability `error`. The largest q with
 * `n KL(frequency of the rest || q) <= log(classes / error)`; 1 where that says nothing.
 *
 * @param counts One per class, with a sum above 0. @param error Within (0, 1).
 * @example
 * restAtMost([0, 1000], 0.001) // 1 - 0.0005^(1/1000) = 0.0076
 */
export function restAtMost(counts: ArrayLike<number>, error: number): number {
  const list = Array.from(counts);
  const draws = list.reduce((sum, count) => sum + count, 0);
  const rest = 1 - Math.max(...list) / draws;
  const allowed = Math.log(list.length / error) / draws;
  let low = rest;
  let high = 1;
  // A bisection from above, and a little more: what is returned is never too small.
  for (let k = 0; k < 60; k++) {
    const middle = (low + high) / 2;
    if (divergence(rest, middle) <= allowed) low = middle;
    else high = middle;
  }
  return Math.min(1, high * (1 + 1e-12));
}

/** Kullback-Leibler divergence between Bernoulli distributions of p and q, 0 <= p <= q < 1. */
function divergence(p: number, q: number): number {
  const first = p === 0 ? 0 : p * Math.log(p / q);
  return first + (1 - p) * Math.log((1 - p) / (1 - q));
}
