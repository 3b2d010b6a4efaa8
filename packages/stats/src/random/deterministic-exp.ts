/** `exp(-y)` for y >= 0, bit-identical in every engine (see `deterministic-log.ts`): + - * /, rounding and integers only. At most 2 ulp down to 1e-300. */
export function negativeExponential(y: number): number {
  if (!(y < 745)) return y >= 745 ? 0 : Number.NaN;
  const halvings = Math.round(y * Math.LOG2E);
  // ln 2 in two parts, of which the first times an integer below 2^11 is exact.
  const rest = y - halvings * 0.6931471803691238 - halvings * 1.9082149292705877e-10;
  let sum = 1;
  for (let k = 14; k >= 1; k--) sum = 1 - (rest / k) * sum;
  let value = sum;
  for (let left = halvings; left > 0; left -= 30) value *= 1 / (1 << Math.min(left, 30));
  return value;
}
