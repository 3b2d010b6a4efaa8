/**
 * Sum with a running compensation for what rounding lost. The error is at most 2^-53 of the sum plus n 2^-105 of the sum of magnitudes.
 * For sums that cancel, such as biases that add to 0. O(n), about four times a plain sum. An empty array sums to 0.
 *
 * Source: Neumaier (ZAMM 54, 1974), the improved Kahan-Babuska sum.
 *
 * @example
 * compensatedSum(Float64Array.of(1, 1e100, 1, -1e100)) // 2
 */
export function compensatedSum(values: Float64Array): number {
  let sum = 0;
  let lost = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return Number.isFinite(sum) ? sum + lost : sum;
}

/**
 * Sum by halves down to runs of 128. The error is at most about (128 + log2(n / 128)) 2^-53 of the sum of magnitudes, against n 2^-53 for a
 * plain sum, at the same speed. For sums of one sign. The order is fixed by the length alone. An empty array sums to 0.
 *
 * Source: Higham, "The accuracy of floating point summation" (SIAM J. Sci. Comput. 14, 1993).
 */
export function pairwiseSum(values: Float64Array): number {
  return sumRange(values, 0, values.length);
}

function sumRange(values: Float64Array, start: number, end: number): number {
  if (end - start > 128) {
    const middle = start + ((end - start) >>> 1);
    return sumRange(values, start, middle) + sumRange(values, middle, end);
  }
  let sum = 0;
  for (let i = start; i < end; i++) sum += values[i] as number;
  return sum;
}
