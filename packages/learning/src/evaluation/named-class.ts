import type { Model } from '../models/model.js';

/** The class that the outputs of one example name. A tie goes to the first. */
export function namedClass(
  { description: { loss, outputs: classes } }: Model,
  outputs: Float64Array,
  example: number,
): number {
  if (loss === 'softmax') {
    let best = 0;
    const start = example * classes;
    for (let c = 1; c < classes; c++) {
      if ((outputs[start + c] as number) > (outputs[start + best] as number)) best = c;
    }
    return best;
  }
  return (outputs[example] as number) > (loss === 'logistic' ? 0.5 : 0) ? 1 : 0;
}

/** The probability that one example gives to a class; NaN without probabilities. */
export function confidenceIn(
  { description: { loss, outputs: classes } }: Model,
  outputs: Float64Array,
  example: number,
  named: number,
): number {
  if (loss === 'softmax') return outputs[example * classes + named] as number;
  if (loss !== 'logistic') return Number.NaN;
  const value = outputs[example] as number;
  return named === 1 ? value : 1 - value;
}
