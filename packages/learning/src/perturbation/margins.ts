import type { Examples } from '@dpfair/result';

/** Score of each row under the parameters of a model with one score, and the deviation it has for noise of deviation 1 on each parameter. */
export interface NoisyScores {
  readonly mean: Float64Array;
  /** sqrt(|features|^2 + 1): the bias counts as a feature that is 1. */
  readonly length: Float64Array;
}

/** Scores of a linear model with one output: normal with these means and `deviation x length` when its parameters are noised. */
export function noisyScores(parameters: Float64Array, { features, rows, featureNames }: Examples): NoisyScores {
  const width = featureNames.length;
  const mean = new Float64Array(rows);
  const length = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    let score = parameters[width] as number;
    let square = 1;
    for (let j = 0; j < width; j++) {
      const value = features[row * width + j] as number;
      score += value * (parameters[j] as number);
      square += value * value;
    }
    mean[row] = score;
    length[row] = Math.sqrt(square);
  }
  return { mean, length };
}
