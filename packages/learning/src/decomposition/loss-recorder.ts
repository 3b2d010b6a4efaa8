import type { Examples } from '@dpfair/result';
import type { Model } from '../models/model.js';
import type { Tracker } from '../training/tracker.js';
import { meanLosses, meanOfGroups } from './mean-losses.js';
import { nextTracked } from './next-tracked.js';
import type { TrackedRows } from './tracked-rows.js';

/** Mean losses before each tracked step and, last, after the training. */
export interface LossRecord {
  readonly population: Float64Array;
  /** One array a group. */
  readonly groups: readonly Float64Array[];
}

/** A tracker that keeps nothing but the mean loss of each group, at the steps at which `pathRecorder` looks too. */
export function lossRecorder(
  model: Model,
  examples: Examples,
  rows: TrackedRows,
  every: number,
): Tracker & { readonly record: () => LossRecord } {
  const lossesAt = meanLosses(model, examples, rows);
  const kept: Float64Array[] = [];
  let due = 0;
  return {
    onStep({ step, parameters }) {
      if (step !== due) return;
      due = nextTracked(due, every);
      kept.push(lossesAt(parameters));
    },
    onEnd(parameters) {
      kept.push(lossesAt(parameters));
    },
    record: () => ({
      population: Float64Array.from(kept, (losses) => meanOfGroups(losses, rows)),
      groups: rows.byGroup.map((_, a) => Float64Array.from(kept, (losses) => losses[a] as number)),
    }),
  };
}
