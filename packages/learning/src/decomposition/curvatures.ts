import type { Examples } from '@dpfair/result';
import type { Model } from '../models/model.js';
import type { TrackedRows } from './tracked-rows.js';

/** v' H_a v along each direction, for each group: mean over its tracked rows; 0 for a group without rows. */
export function meanCurvatures(
  model: Model,
  examples: Examples,
  parameters: Float64Array,
  { byGroup }: TrackedRows,
  directions: readonly Float64Array[],
): readonly Float64Array[] {
  const means = directions.map(() => new Float64Array(byGroup.length));
  byGroup.forEach((rows, a) => {
    const values = directions.map(() => new Float64Array(rows.length));
    model.curvaturesAlong(parameters, examples, rows, directions, values);
    values.forEach((ofRows, d) => {
      (means[d] as Float64Array)[a] = meanOf(ofRows);
    });
  });
  return means;
}

/** Mean of the elements; 0 where there are none. */
export function meanOf(values: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < values.length; k++) sum += values[k] as number;
  return values.length === 0 ? 0 : sum / values.length;
}
