import type { Examples } from '@dpfair/result';
import type { OpenedModel } from '../models/opened-model.js';

/** What the model as it is says of rows. */
export interface ModelAnswers {
  readonly labels: Int32Array;
  /** Rows x classes: its probabilities, or 1 for the class that it names. */
  readonly probabilities: Float64Array;
}

const BATCH = 1024;

/** Asks a model about examples. */
export async function modelAnswers(
  model: OpenedModel,
  { rows, features, classNames }: Examples,
): Promise<ModelAnswers> {
  const width = features.length / rows;
  const classes = classNames.length;
  const labels = new Int32Array(rows);
  const probabilities = new Float64Array(rows * classes);
  for (let from = 0; from < rows; from += BATCH) {
    const count = Math.min(BATCH, rows - from);
    const batch = features.slice(from * width, (from + count) * width);
    labels.set(Array.from(await model.label(batch, count)), from);
    if (model.answer !== null) probabilities.set(Array.from(await model.answer(batch, count)), from * classes);
    else {
      for (let row = from; row < from + count; row++) probabilities[row * classes + (labels[row] as number)] = 1;
    }
  }
  return { labels, probabilities };
}
