/** Mean over the rows of a group, or over all rows for null; NaN where there are none. */
export function meanOfRows(values: Float64Array, groups: Int32Array, group: number | null): number {
  let [sum, rows] = [0, 0];
  for (let row = 0; row < values.length; row++) {
    if (group !== null && groups[row] !== group) continue;
    sum += values[row] as number;
    rows++;
  }
  return sum / rows;
}
