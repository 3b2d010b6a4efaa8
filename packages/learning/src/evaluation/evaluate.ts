import type { Examples } from '@dpfair/result';
import { hasProbabilities } from '../decomposition/group-sums.js';
import type { Model } from '../models/model.js';
import { calibrationBins, calibrationError } from './calibration.js';
import { isRight } from './is-right.js';

/** How a model does on some rows. */
export interface Performance {
  readonly rows: number;
  /** Mean loss; NaN without rows. */
  readonly loss: number;
  /** Fraction of rows classified rightly; NaN where there are no classes or no rows. */
  readonly accuracy: number;
  /** Expected calibration error; NaN where there are no probabilities or no rows. */
  readonly calibration: number;
}

/** How a model does on all rows and on each group, with the loss of each row. */
export interface Evaluation {
  readonly all: Performance;
  readonly groups: readonly Performance[];
  readonly losses: Float64Array;
}

const CHUNK = 512;

/** Runs a model over all rows of `examples`. */
export function evaluate(model: Model, parameters: Float64Array, examples: Examples): Evaluation {
  const pass = model.open(CHUNK);
  const rows = Int32Array.from({ length: examples.rows }, (_, row) => row);
  const losses = new Float64Array(examples.rows);
  const groups = examples.groupNames.map(() => ({ rows: 0, loss: 0, right: 0, bins: calibrationBins() }));
  const all = { rows: 0, loss: 0, right: 0, bins: calibrationBins() };
  const probabilities = hasProbabilities(model);
  for (let from = 0; from < examples.rows; from += CHUNK) {
    const count = Math.min(CHUNK, examples.rows - from);
    pass.run(parameters, examples, rows, from, count, 'forward');
    for (let k = 0; k < count; k++) {
      const row = from + k;
      const { right, confidence } = isRight(model, pass.outputs, k, examples.target[row] as number);
      losses[row] = pass.losses[k] as number;
      for (const sums of [all, groups[examples.group[row] as number] as typeof all]) {
        sums.rows++;
        sums.loss += pass.losses[k] as number;
        sums.right += right;
        if (probabilities) sums.bins.add(confidence, right);
      }
    }
  }
  const performance = ({ rows, loss, right, bins }: typeof all): Performance => ({
    rows,
    loss: loss / rows,
    accuracy: model.description.loss === 'squared' ? Number.NaN : right / rows,
    calibration: probabilities ? calibrationError(bins) : Number.NaN,
  });
  return { all: performance(all), groups: groups.map(performance), losses };
}
