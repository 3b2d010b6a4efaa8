import { makeModel, type TrainedModel } from '@dpfair/learning';
import type { Examples } from '@dpfair/result';
import type { OpenedModel } from './opened-model.js';

/** Rows of a pass at a time. */
const BATCH = 1024;

/** A model that `dpfair train` made, as a classifier. Of equally probable classes the first is named, as of an ONNX file. */
export function openTrained({ description, parameters }: TrainedModel): OpenedModel {
  const { inputs, outputs, loss } = description;
  const pass = makeModel(description).open(BATCH);
  const weights = Float64Array.from(parameters);
  const order = Int32Array.from({ length: BATCH }, (_, row) => row);
  const target = new Float64Array(BATCH);

  /** Calls `take` with the outputs of up to 1024 rows at a time, and the place of the first. */
  function forward(
    batch: Float64Array,
    rows: number,
    take: (found: Float64Array, from: number, count: number) => void,
  ) {
    for (let from = 0; from < rows; from += BATCH) {
      const count = Math.min(BATCH, rows - from);
      // A view of its own each time: passes remember what they derived of an array of features.
      const features = batch.subarray(from * inputs, (from + count) * inputs);
      const examples: Examples = { ...nothingKnown, rows: count, features, target };
      pass.run(weights, examples, order, 0, count, 'forward');
      take(pass.outputs, from, count);
    }
  }

  return {
    label(batch, rows) {
      if (description.hidden.length === 0 && outputs === 1) return linearLabels(weights, inputs, batch, rows);
      const labels = new Uint32Array(rows);
      forward(batch, rows, (found, from, count) => {
        for (let k = 0; k < count; k++)
          labels[from + k] =
            loss === 'softmax'
              ? largest(found, k * outputs, outputs)
              : Number((found[k] as number) > (loss === 'logistic' ? 0.5 : 0));
      });
      return labels;
    },
    answer:
      loss === 'logistic' || loss === 'softmax'
        ? (batch, rows) => {
            const classes = loss === 'softmax' ? outputs : 2;
            const answers = new Float64Array(rows * classes);
            forward(batch, rows, (found, from, count) => {
              for (let k = 0; k < count; k++) {
                const at = (from + k) * classes;
                if (loss === 'softmax') answers.set(found.subarray(k * outputs, (k + 1) * outputs), at);
                else {
                  answers[at] = 1 - (found[k] as number);
                  answers[at + 1] = found[k] as number;
                }
              }
            });
            return answers;
          }
        : null,
    close: async () => {},
  };
}

/** Labels of a linear model of two classes: what costs is the noise, so the score is all that is computed. */
function linearLabels(weights: Float64Array, inputs: number, batch: Float64Array, rows: number): Uint8Array {
  const labels = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    let score = weights[inputs] as number;
    for (let i = 0; i < inputs; i++) score += (weights[i] as number) * (batch[row * inputs + i] as number);
    labels[row] = Number(score > 0);
  }
  return labels;
}

const nothingKnown = { featureNames: [], classNames: [], group: new Int32Array(0), groupNames: [] };

function largest(values: Float64Array, from: number, count: number): number {
  let best = 0;
  for (let c = 1; c < count; c++) if ((values[from + c] as number) > (values[from + best] as number)) best = c;
  return best;
}
