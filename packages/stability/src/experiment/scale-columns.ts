import { meanAndDeviation } from '@dpfair/stats';
import type { TrainingSet } from '../program/training-set.js';

/**
 * Columns minus their mean, over their standard deviation (divisor n), both over some rows; a column that holds one value there becomes that
 * value's distance from it, unscaled. Other columns stay as they are.
 *
 * @param rows that mean and deviation are taken over: those of the pool, so that nothing is learned from test rows.
 * @param isScaled which columns.
 */
export function scaleColumns(set: TrainingSet, rows: Int32Array, isScaled: readonly boolean[]): TrainingSet {
  const width = set.columns.length;
  const features = set.features.slice();
  const values = new Float64Array(rows.length);
  isScaled.forEach((scaled, column) => {
    if (!scaled) return;
    // Float64Array.from with a function takes twenty times as long.
    rows.forEach((row, at) => {
      values[at] = features[row * width + column] as number;
    });
    const { mean, deviation } = meanAndDeviation(values);
    const scale = deviation === 0 ? 1 : deviation;
    for (let at = column; at < features.length; at += width) features[at] = ((features[at] as number) - mean) / scale;
  });
  return { ...set, features };
}
