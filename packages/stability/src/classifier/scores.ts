import { innerProduct } from '@dpfair/stats';
import { groupsMissing, wrongLength } from '../messages.js';
import { combinations } from '../program/combinations.js';
import type { GroupColumn } from '../program/training-set.js';
import type { Classifier } from './classifier.js';
import { kernelOf, squaredDistance } from './kernel.js';

/**
 * Scores of rows, one each: the favourable class is predicted where it is at least 0.
 *
 * @param features rows x columns, in the order of the training set's columns.
 * @param groups Group columns as in the training set (the same values in the same order), read by classifiers by group only.
 * @throws DpfairError domain where lengths do not fit the classifier, or a classifier by group gets other groups.
 * @example
 * scores({ kind: 'linear', weights: Float64Array.of(2), intercept: -1 }, Float64Array.of(0, 1), 2, 1, []) // Float64Array(2) [ -1, 1 ]
 */
export function scores(
  classifier: Classifier,
  features: Float64Array,
  rows: number,
  columns: number,
  groups: readonly GroupColumn[],
): Float64Array {
  if (features.length !== rows * columns) throw wrongLength('features to score', features.length, rows * columns);
  const row = (at: number) => features.subarray(at * columns, (at + 1) * columns);
  if (classifier.kind === 'linear') {
    expectColumns(classifier.weights.length, columns);
    return Float64Array.from(
      { length: rows },
      (_, at) => innerProduct(classifier.weights, row(at)) + classifier.intercept,
    );
  }
  if (classifier.kind === 'kernel') {
    const { points, coefficients, intercept } = classifier;
    expectColumns(points.length / Math.max(1, coefficients.length), columns);
    const kernel = kernelOf(classifier.kernel);
    return Float64Array.from({ length: rows }, (_, at) => {
      let score = intercept;
      coefficients.forEach((coefficient, point) => {
        score += coefficient * kernel(squaredDistance(points, point, features, at, columns));
      });
      return score;
    });
  }
  const { weights, intercepts } = classifier;
  expectColumns(weights[0]?.length ?? 0, columns);
  const { of, count } = combinations(groups, rows);
  if (count !== weights.length) throw groupsMissing(count, weights.length);
  return Float64Array.from({ length: rows }, (_, at) => {
    const group = of[at] as number;
    return innerProduct(weights[group] as Float64Array, row(at)) + (intercepts[group] as number);
  });
}

function expectColumns(expected: number, found: number): void {
  if (expected !== found) throw wrongLength('columns to score', found, expected);
}
