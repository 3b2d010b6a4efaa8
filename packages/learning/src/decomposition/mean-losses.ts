import type { Examples } from '@dpfair/result';
import type { Model } from '../models/model.js';
import type { TrackedRows } from './tracked-rows.js';

const CHUNK = 512;

/** Opens what gives the mean loss of each group over its tracked rows; NaN for a group without rows. */
export function meanLosses(
  model: Model,
  examples: Examples,
  { byGroup }: TrackedRows,
): (parameters: Float64Array) => Float64Array {
  const pass = model.open(CHUNK);
  return (parameters) =>
    Float64Array.from(byGroup, (rows) => {
      let sum = 0;
      for (let from = 0; from < rows.length; from += CHUNK) {
        const count = Math.min(CHUNK, rows.length - from);
        pass.run(parameters, examples, rows, from, count, 'forward');
        for (let k = 0; k < count; k++) sum += pass.losses[k] as number;
      }
      return sum / rows.length;
    });
}

/** Mean over all rows, from those of the groups: each weighted by its share, groups without rows left out. */
export function meanOfGroups(values: Float64Array, { shares }: TrackedRows): number {
  let sum = 0;
  shares.forEach((share, a) => {
    if (share > 0) sum += share * (values[a] as number);
  });
  return sum;
}
