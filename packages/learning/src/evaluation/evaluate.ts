import type { Examples } from '@dpfair/result';
import { hasProbabilities } from '../decomposition/group-sums.js';
import type { Model } from '../models/model.js';
import { type CalibrationBins, calibrationBins, calibrationError } from './calibration.js';
import { confidenceIn, namedClass } from './named-class.js';

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

interface Sums {
  rows: number;
  loss: number;
  right: number;
  readonly bins: CalibrationBins;
}

const freshSums = (): Sums => ({ rows: 0, loss: 0, right: 0, bins: calibrationBins() });

/** One row more; without probabilities its confidence is NaN, and no bin has it. */
function add(sums: Sums, loss: number, right: number, confidence: number): void {
  sums.rows++;
  sums.loss += loss;
  sums.right += right;
  if (!Number.isNaN(confidence)) sums.bins.add(confidence, right);
}

/** Runs a model over all rows of `examples`. */
export function evaluate(model: Model, parameters: Float64Array, examples: Examples): Evaluation {
  const pass = model.open(CHUNK);
  const rows = Int32Array.from({ length: examples.rows }, (_, row) => row);
  const losses = new Float64Array(examples.rows);
  const groups = examples.groupNames.map(() => freshSums());
  const all = freshSums();
  const probabilities = hasProbabilities(model);
  for (let from = 0; from < examples.rows; from += CHUNK) {
    const count = Math.min(CHUNK, examples.rows - from);
    pass.run(parameters, examples, rows, from, count, 'forward');
    for (let k = 0; k < count; k++) {
      const row = from + k;
      const named = namedClass(model, pass.outputs, k);
      const right = named === examples.target[row] ? 1 : 0;
      const confidence = confidenceIn(model, pass.outputs, k, named);
      losses[row] = pass.losses[k] as number;
      add(all, losses[row] as number, right, confidence);
      add(groups[examples.group[row] as number] as Sums, losses[row] as number, right, confidence);
    }
  }
  const performance = ({ rows, loss, right, bins }: Sums): Performance => ({
    rows,
    loss: loss / rows,
    accuracy: model.description.loss === 'squared' ? Number.NaN : right / rows,
    calibration: probabilities ? calibrationError(bins) : Number.NaN,
  });
  return { all: performance(all), groups: groups.map(performance), losses };
}
