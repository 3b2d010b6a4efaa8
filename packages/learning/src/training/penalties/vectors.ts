/** Adds `factor` times `vector` to `into`. */
export function addScaled(factor: number, vector: Float64Array, into: Float64Array): void {
  for (let j = 0; j < into.length; j++) into[j] = (into[j] as number) + factor * (vector[j] as number);
}

/** Sum of products, of two vectors of the same length. */
export function innerProduct(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < a.length; j++) sum += (a[j] as number) * (b[j] as number);
  return sum;
}
