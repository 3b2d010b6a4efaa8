import { distance, type Metric } from '../metrics/index.js';

/**
 * Pairs of each of the rows in `queries` with its `neighbours` nearest other rows under the metric, each pair once, as places of rows: first, second,
 * first, second, ... Of rows equally near the one that comes first is taken. O(queries x rows x columns).
 *
 * @param points Rows of the metric's columns.
 */
export function nearestPairs(
  metric: Metric,
  points: Float64Array,
  queries: ArrayLike<number>,
  neighbours: number,
): Int32Array {
  const width = metric.scales.length;
  const rows = points.length / width;
  const seen = new Set<number>();
  const near: number[] = [];
  const far: number[] = [];
  for (let q = 0; q < queries.length; q++) {
    const row = queries[q] as number;
    near.length = 0;
    far.length = 0;
    for (let other = 0; other < rows; other++) {
      if (other === row) continue;
      const d = distance(metric, points, points, row * width, other * width);
      if (near.length === neighbours && !(d < (far[neighbours - 1] as number))) continue;
      let place = near.length;
      while (place > 0 && (far[place - 1] as number) > d) place--;
      near.splice(place, 0, other);
      far.splice(place, 0, d);
      near.length = far.length = Math.min(neighbours, near.length);
    }
    for (const other of near) seen.add(Math.min(row, other) * rows + Math.max(row, other));
  }
  return Int32Array.from([...seen].flatMap((key) => [Math.floor(key / rows), key % rows]));
}
