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
  isScaled.forEach((scaled, column) => {
    if (!scaled) return;
    let sum = 0;
    for (const row of rows) sum += features[row * width + column] as number;
    const mean = sum / rows.length;
    let squares = 0;
    for (const row of rows) squares += ((features[row * width + column] as number) - mean) ** 2;
    const deviation = Math.sqrt(squares / rows.length) || 1;
    for (let at = column; at < features.length; at += width)
      features[at] = ((features[at] as number) - mean) / deviation;
  });
  return { ...set, features };
}
