import type { Examples } from '@dpfair/result';

/** These rows, in this order. */
export function pickExamples(examples: Examples, rows: Int32Array): Examples {
  const width = examples.featureNames.length;
  const features = new Float64Array(rows.length * width);
  rows.forEach((row, k) => {
    features.set(examples.features.subarray(row * width, (row + 1) * width), k * width);
  });
  return {
    ...examples,
    rows: rows.length,
    features,
    target: Float64Array.from(rows, (row) => examples.target[row] as number),
    group: Int32Array.from(rows, (row) => examples.group[row] as number),
  };
}

/** The rows of both, which have the same columns, classes and groups. */
export function joinExamples(first: Examples, second: Examples): Examples {
  return {
    ...first,
    rows: first.rows + second.rows,
    features: joined(first.features, second.features),
    target: joined(first.target, second.target),
    group: Int32Array.from({ length: first.rows + second.rows }, (_, row) =>
      row < first.rows ? (first.group[row] as number) : (second.group[row - first.rows] as number),
    ),
  };
}

function joined(first: Float64Array, second: Float64Array): Float64Array {
  const both = new Float64Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
