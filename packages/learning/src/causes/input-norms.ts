import type { Examples } from '@dpfair/result';

/** Euclidean norm of the features of each row, without the constant 1. */
export function inputNorms({ rows, features, featureNames }: Examples): Float64Array {
  const width = featureNames.length;
  return Float64Array.from({ length: rows }, (_, row) => {
    let square = 0;
    for (let j = row * width; j < (row + 1) * width; j++) square += (features[j] as number) ** 2;
    return Math.sqrt(square);
  });
}
