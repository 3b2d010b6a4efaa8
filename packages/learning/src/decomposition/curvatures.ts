import type { Examples } from '@dpfair/result';
import type { Model } from '../models/model.js';
import type { TrackedRows } from './tracked-rows.js';

/** v' H_a v for each group: mean over its tracked rows; 0 for a group without rows. */
export function meanCurvatures(
  model: Model,
  examples: Examples,
  parameters: Float64Array,
  { byGroup }: TrackedRows,
  direction: Float64Array,
): Float64Array {
  return Float64Array.from(byGroup, (rows) => {
    const values = new Float64Array(rows.length);
    model.curvatures(parameters, examples, rows, direction, values);
    return meanOf(values);
  });
}

/** Mean of the elements; 0 where there are none. */
export function meanOf(values: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < values.length; k++) sum += values[k] as number;
  return values.length === 0 ? 0 : sum / values.length;
}
