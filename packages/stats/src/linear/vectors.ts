/** Adds `factor` times `vector` to `into`, of the same length. */
export function addMultiple(factor: number, vector: Float64Array, into: Float64Array): void {
  for (let j = 0; j < into.length; j++) into[j] = (into[j] as number) + factor * (vector[j] as number);
}

/**
 * Sum of products of two vectors of the same length, from the first on.
 *
 * @example
 * innerProduct(Float64Array.of(1, 2), Float64Array.of(3, 4)) // 11
 */
export function innerProduct(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < a.length; j++) sum += (a[j] as number) * (b[j] as number);
  return sum;
}

/**
 * Root of the inner product of a vector with itself; beyond 1e154 it overflows.
 *
 * @example
 * euclideanNorm(Float64Array.of(3, 4)) // 5
 */
export function euclideanNorm(vector: Float64Array): number {
  return Math.sqrt(innerProduct(vector, vector));
}
