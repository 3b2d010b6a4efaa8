import type { Examples } from '@dpfair/result';
import type { Model } from '../models/model.js';
import type { TrackedRows } from './tracked-rows.js';

const CHUNK = 512;

/** Mean loss of each group over its tracked rows; NaN for a group without rows. */
export function meanLosses(
  model: Model,
  examples: Examples,
  parameters: Float64Array,
  { byGroup }: TrackedRows,
): Float64Array {
  const pass = model.open(CHUNK);
  return Float64Array.from(byGroup, (rows) => {
    let sum = 0;
    for (let from = 0; from < rows.length; from += CHUNK) {
      const count = Math.min(CHUNK, rows.length - from);
      pass.run(parameters, examples, rows, from, count, 'forward');
      for (let k = 0; k < count; k++) sum += pass.losses[k] as number;
    }
    return sum / rows.length;
  });
}
