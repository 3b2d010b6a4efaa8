/** Puts rows of `active.length` unit draws at the active columns of rows of `out`, times the factor of the column; 0 elsewhere. */
export function scatter(out: Float64Array, unit: Float64Array, active: Int32Array, factors: Float64Array): void {
  const width = factors.length;
  const count = active.length;
  if (count < width) out.fill(0);
  for (let row = 0, at = 0; at < unit.length; row += width, at += count) {
    for (let k = 0; k < count; k++) {
      const i = active[k] as number;
      out[row + i] = (factors[i] as number) * (unit[at + k] as number);
    }
  }
}
