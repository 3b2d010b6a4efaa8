/** `Products.squaredNorm` without the kernel. */
export function squaredNorm(values: Float64Array, at: number, count: number): number {
  let sum = 0;
  for (let k = at; k < at + count; k++) sum += (values[k] as number) * (values[k] as number);
  return sum;
}
