/** Adds weight times the outer product of a vector with itself to the lower triangle of a matrix. */
export function addSquare(vector: Float64Array, weight: number, into: Float64Array): void {
  const size = vector.length;
  for (let i = 0; i < size; i++) {
    const own = weight * (vector[i] as number);
    for (let j = 0; j <= i; j++) into[i * size + j] = (into[i * size + j] as number) + own * (vector[j] as number);
  }
}
