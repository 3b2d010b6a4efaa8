import { innerProduct } from '@dpfair/stats';
import type { Classifier } from './classifier.js';
import { kernelOf, squaredDistance } from './kernel.js';

/**
 * `||f||`, the square root of what the stability term counts: the weights (of all groups together), or `c' K c` of a kernel classifier, and the
 * squares of intercepts where they are counted. O(points^2 x columns) for a kernel.
 *
 * @param countsIntercept whether the stability term counts the intercept.
 * @example
 * classifierNorm({ kind: 'linear', weights: Float64Array.of(3), intercept: 4 }, true) // 5
 */
export function classifierNorm(classifier: Classifier, countsIntercept: boolean): number {
  const counted = (intercept: number) => (countsIntercept ? intercept ** 2 : 0);
  if (classifier.kind === 'linear') {
    const { weights, intercept } = classifier;
    return Math.sqrt(innerProduct(weights, weights) + counted(intercept));
  }
  if (classifier.kind === 'by-group') {
    const { weights, intercepts } = classifier;
    const squares = weights.map((own, group) => innerProduct(own, own) + counted(intercepts[group] as number));
    return Math.sqrt(squares.reduce((sum, square) => sum + square, 0));
  }
  const { points, coefficients, intercept } = classifier;
  const kernel = kernelOf(classifier.kernel);
  const columns = points.length / Math.max(1, coefficients.length);
  let square = counted(intercept);
  coefficients.forEach((one, row) => {
    coefficients.forEach((other, at) => {
      square += one * other * kernel(squaredDistance(points, row, points, at, columns));
    });
  });
  return Math.sqrt(Math.abs(square));
}
