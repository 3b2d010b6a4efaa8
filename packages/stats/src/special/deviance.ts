// Loader, "Fast and accurate computation of binomial probabilities" (2000).
/** `k ln(k / m) + m - k`, without cancellation where k is close to m. */
export function deviance(k: number, m: number): number {
  const difference = k - m;
  if (Math.abs(difference) >= 0.1 * (k + m)) return k * Math.log(k / m) - difference;
  const v = difference / (k + m);
  let sum = difference * v;
  let term = 2 * k * v;
  for (let j = 3; ; j += 2) {
    term *= v * v;
    const next = sum + term / j;
    if (next === sum) return next;
    sum = next;
  }
}
