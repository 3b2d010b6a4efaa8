import type { Examples } from '@dpfair/result';
import { openStream, type Seed } from '@dpfair/stats';
import type { Model } from '../models/model.js';
import { quietestParameterBlock } from '../streams/addresses.js';

/** Signed sums, whose squares have the sum of squared gradients as their mean. */
const PROBES = 8;
const CHUNK = 512;

/** The parameter along which the gradients of the rows are smallest, by random signs: where a canary is best seen. The first of equal ones. */
export function quietestParameter(model: Model, parameters: Float64Array, examples: Examples, seed: Seed): number {
  const stream = openStream(seed, 'probe', quietestParameterBlock);
  const rows = Int32Array.from({ length: examples.rows }, (_, row) => row);
  const pass = model.open(Math.min(CHUNK, examples.rows));
  const sums = Array.from({ length: PROBES }, () => new Float64Array(model.parameterCount));
  for (let from = 0; from < examples.rows; from += CHUNK) {
    const count = Math.min(CHUNK, examples.rows - from);
    pass.run(parameters, examples, rows, from, count);
    for (const sum of sums) {
      pass.addGradients(
        Float64Array.from({ length: count }, () => (stream.nextUint32() & 1 ? 1 : -1)),
        sum,
      );
    }
  }
  let quietest = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let j = 0; j < model.parameterCount; j++) {
    const power = sums.reduce((total, sum) => total + (sum[j] as number) ** 2, 0);
    if (power < least) [quietest, least] = [j, power];
  }
  return quietest;
}
