import type { Examples } from '@dpfair/result';
import type { RandomStream } from '@dpfair/stats';
import type { Model } from '../models/model.js';
import { type GroupLosses, noisyGroupLosses } from './clipping-rules/group-losses.js';
import { groupMeanLosses } from './clipping-rules/group-mean-losses.js';

/** Early stopping by group, as plain data. */
export interface Stopping {
  /** Looks without a smaller loss of the worst group after which the training ends: whole, at least 1. */
  readonly patience: number;
  /** Losses are cut to this: above 0. */
  readonly lossBound: number;
  /** Noise multiplier of what one look releases; 0 is none, and then the training is not private. */
  readonly lossNoise: number;
}

/** Early stopping at work. */
export interface StoppingRule {
  /** Looks at the end of an epoch. @returns whether the training ends here */
  look(parameters: Float64Array, stream: RandomStream): boolean;
  /** The parameters with the smallest loss of the worst group so far; null before the first look. */
  best(): Float64Array | null;
}

const CHUNK = 512;

/**
 * After each epoch looks at the mean loss of each group over all training rows, from noisy sums and counts, and keeps the parameters whose
 * largest one is the smallest. Ends the training after `patience` looks without a smaller one. Each look is one Gaussian release
 * on all rows, whether it ends the training or not. A group that the noise hides takes no part in a look; a look that sees no group changes nothing.
 */
export function stoppingRule(
  model: Model,
  examples: Examples,
  { patience, lossBound, lossNoise }: Stopping,
): StoppingRule {
  const groups = examples.groupNames.length;
  const rows = Int32Array.from({ length: examples.rows }, (_, row) => row);
  const losses = new Float64Array(examples.rows);
  const pass = model.open(CHUNK);
  let kept: Float64Array | null = null;
  let least = Number.POSITIVE_INFINITY;
  let without = 0;
  return {
    look(parameters, stream) {
      for (let from = 0; from < examples.rows; from += CHUNK) {
        const count = Math.min(CHUNK, examples.rows - from);
        pass.run(parameters, examples, rows, from, count, 'forward');
        losses.set(pass.losses.subarray(0, count), from);
      }
      const sums: GroupLosses = { losses: new Float64Array(groups), counts: new Float64Array(groups) };
      const seen = { losses, groups: examples.group, count: examples.rows };
      noisyGroupLosses(seen, { lossBound, noise: lossNoise }, stream, sums);
      const means = groupMeanLosses(sums, { lossBound, noise: lossNoise }, 1).groups.filter((mean) => mean !== null);
      if (means.length === 0) return false;
      const worst = Math.max(...means);
      if (worst < least) {
        least = worst;
        kept = parameters.slice();
        without = 0;
      } else without++;
      return without >= patience;
    },
    best: () => kept,
  };
}
