/** `log(sum of exp(terms))` without overflow; minus infinity for no terms. */
export function logSumExp(terms: Float64Array): number {
  let largest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < terms.length; i++) largest = Math.max(largest, terms[i] as number);
  if (!Number.isFinite(largest)) return largest;
  let sum = 0;
  for (let i = 0; i < terms.length; i++) sum += Math.exp((terms[i] as number) - largest);
  return largest + Math.log(sum);
}

/** `log(1 + exp(x))` with all digits, for any x. */
export function softPlus(x: number): number {
  return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
}
