import type { TrainingSet } from '../src/index.js';

/** Numbers from 0 to 1 that look random and are the same every time (a Weyl sequence, stirred). */
export function numbers(start: number): () => number {
  let at = start;
  return () => {
    at += 0.618033988749895;
    const stirred = Math.sin(at * 12.9898) * 43758.5453;
    return stirred - Math.floor(stirred);
  };
}

/** A training set with two columns of numbers, two indicators, two group columns of two and three values, and labels that follow both. */
export function smallSet(rows: number, start: number): TrainingSet {
  const next = numbers(start);
  const features = new Float64Array(rows * 4);
  const labels = new Int8Array(rows);
  const sex = new Int32Array(rows);
  const region = new Int32Array(rows);
  for (let row = 0; row < rows; row++) {
    sex[row] = row % 2;
    region[row] = Math.floor(3 * next());
    const kind = next();
    features.set(
      [2 * next() + 0.7 * (sex[row] as number), 10 + 5 * next(), kind < 0.3 ? 1 : 0, kind > 0.8 ? 0 : 1],
      4 * row,
    );
    const odds = (features[4 * row] as number) - 1 + (features[4 * row + 2] as number) + 2 * (next() - 0.5);
    labels[row] = odds > 0 ? 1 : -1;
  }
  return {
    rows,
    columns: ['skill', 'years', 'kind a', 'not kind c'],
    features,
    labels,
    groups: [
      { name: 'sex', values: ['f', 'm'], of: sex },
      { name: 'region', values: ['n', 's', 'w'], of: region },
    ],
  };
}

/** The same with rows in another order, or some of them, or more than once. */
export function pickRows(set: TrainingSet, rows: readonly number[]): TrainingSet {
  const width = set.columns.length;
  return {
    rows: rows.length,
    columns: set.columns,
    features: Float64Array.from(rows.flatMap((row) => [...set.features.subarray(row * width, (row + 1) * width)])),
    labels: Int8Array.from(rows, (row) => set.labels[row] as number),
    groups: set.groups.map((group) => ({ ...group, of: Int32Array.from(rows, (row) => group.of[row] as number) })),
  };
}
