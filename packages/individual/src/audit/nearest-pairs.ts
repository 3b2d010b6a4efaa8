import { distance, type Metric } from '../metrics/index.js';

/**
 * Pairs of each of the rows in `queries` with its `neighbours` nearest other rows under the metric, each pair once, as places of rows: first, second,
 * first, second, ... Of rows equally near the one that comes first is taken.
 *
 * Exact: rows are visited outward along the column in which they lie farthest apart, and a direction is left where that column alone is
 * farther than the farthest neighbour so far. O(queries x rows x columns) at worst.
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
  const along = widestColumn(metric, points);
  const order = Array.from(along.keys());
  order.sort((a, b) => (along[a] as number) - (along[b] as number) || a - b);
  const placeOf = new Int32Array(rows);
  for (const [place, row] of order.entries()) placeOf[row] = place;
  const seen = new Set<number>();
  for (let q = 0; q < queries.length; q++) {
    const row = queries[q] as number;
    const near: number[] = [];
    const far: number[] = [];
    for (const step of [-1, 1]) {
      for (let place = (placeOf[row] as number) + step; place >= 0 && place < rows; place += step) {
        const other = order[place] as number;
        const farthest = far[neighbours - 1] ?? Number.POSITIVE_INFINITY;
        if (Math.abs((along[other] as number) - (along[row] as number)) > farthest * (1 + 1e-12)) break;
        insert(near, far, other, distance(metric, points, points, row * width, other * width), neighbours);
      }
    }
    for (const other of near) seen.add(Math.min(row, other) * rows + Math.max(row, other));
  }
  return Int32Array.from([...seen].flatMap((key) => [Math.floor(key / rows), key % rows]));
}

/** Values of the column of the largest scaled range, times its scale. */
function widestColumn({ scales }: Metric, points: Float64Array): Float64Array {
  const width = scales.length;
  let widest = new Float64Array(points.length / width);
  let largest = -1;
  for (const [i, scale] of scales.entries()) {
    const values = Float64Array.from(widest, (_, row) => scale * (points[row * width + i] as number));
    const range =
      values.reduce((a, b) => Math.max(a, b), -Infinity) - values.reduce((a, b) => Math.min(a, b), Infinity);
    if (range > largest) {
      widest = values;
      largest = range;
    }
  }
  return widest;
}

/** Keeps the `limit` rows of the smallest distances in order, the earlier row first where two are equal. */
function insert(near: number[], far: number[], row: number, d: number, limit: number): void {
  let place = near.length;
  while (place > 0) {
    const before = far[place - 1] as number;
    if (before < d || (before === d && (near[place - 1] as number) < row)) break;
    place--;
  }
  if (place === limit) return;
  near.splice(place, 0, row);
  far.splice(place, 0, d);
  near.length = far.length = Math.min(limit, near.length);
}
