import { DpfairError } from '@dpfair/result';
import { trainFaults } from '../../messages/train.js';
import type { TrainSpec } from '../../spec/train/train-spec.js';

/** Batches and steps of a training. */
export interface Schedule {
  /** Expected rows of a batch. */
  readonly batch: number;
  /** Probability that a row is in a batch. */
  readonly samplingRate: number;
  readonly stepsPerEpoch: number;
  readonly steps: number;
}

const BATCH = 256;

/**
 * As many steps an epoch as batches fit into the rows, at least one.
 *
 * @throws DpfairError `usage` for a batch of more rows than there are
 */
export function scheduleOf({ batch: asked, epochs }: Pick<TrainSpec, 'batch' | 'epochs'>, rows: number): Schedule {
  if (asked !== null && asked > rows) throw new DpfairError('usage', trainFaults.batch(asked, rows));
  const batch = asked ?? Math.min(BATCH, rows);
  const stepsPerEpoch = Math.max(1, Math.round(rows / batch));
  return { batch, samplingRate: batch / rows, stepsPerEpoch, steps: epochs * stepsPerEpoch };
}
