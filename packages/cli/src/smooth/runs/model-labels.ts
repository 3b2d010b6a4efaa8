import type { Examples } from '@dpfair/result';
import type { OpenedModel } from '../models/opened-model.js';

const BATCH = 1024;

/** The class that a model names for each example: what smoothing draws with noise, without the noise. */
export async function modelLabels(model: OpenedModel, { rows, features }: Examples): Promise<Int32Array> {
  const width = features.length / rows;
  const labels = new Int32Array(rows);
  for (let from = 0; from < rows; from += BATCH) {
    const count = Math.min(BATCH, rows - from);
    labels.set(Array.from(await model.label(features.slice(from * width, (from + count) * width), count)), from);
  }
  return labels;
}
