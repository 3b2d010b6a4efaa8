/** Probability that Gamma(n), n an integer, exceeds x: fewer than n events of a Poisson process of mean x. */
export function poissonBelow(n: number, x: number): number {
  let term = Math.exp(-x);
  let sum = 0;
  for (let k = 0; k < n; k++) {
    sum += term;
    term *= x / (k + 1);
  }
  return sum;
}
