import type { TrainingSet } from '../program/training-set.js';

/**
 * Some rows of a set, in this order; a row may be named twice.
 *
 * @param groups which group columns are kept, places in `set.groups`. @default all
 */
export function pickRows(set: TrainingSet, rows: Int32Array, groups?: readonly number[]): TrainingSet {
  const width = set.columns.length;
  const features = new Float64Array(rows.length * width);
  rows.forEach((row, at) => {
    features.set(set.features.subarray(row * width, (row + 1) * width), at * width);
  });
  const kept = groups === undefined ? set.groups : set.groups.filter((_, place) => groups.includes(place));
  return {
    rows: rows.length,
    columns: set.columns,
    features,
    labels: Int8Array.from(rows, (row) => set.labels[row] as number),
    groups: kept.map(({ name, values, of }) => ({
      name,
      values,
      of: Int32Array.from(rows, (row) => of[row] as number),
    })),
  };
}
