import type { Model } from '../models/model.js';

/**
 * Whether the outputs of one example name its class, 1 or 0, and the probability given to the class that they name (NaN without
 * probabilities). A tie goes to the later class of two, the first of several.
 */
export function isRight(
  { description: { loss, outputs: classes } }: Model,
  outputs: Float64Array,
  example: number,
  target: number,
): { readonly right: number; readonly confidence: number } {
  if (loss === 'softmax') {
    let best = 0;
    const start = example * classes;
    for (let c = 1; c < classes; c++) {
      if ((outputs[start + c] as number) > (outputs[start + best] as number)) best = c;
    }
    return { right: best === target ? 1 : 0, confidence: outputs[start + best] as number };
  }
  const value = outputs[example] as number;
  if (loss === 'logistic') {
    const named = value >= 0.5 ? 1 : 0;
    return { right: named === target ? 1 : 0, confidence: named === 1 ? value : 1 - value };
  }
  return { right: (value >= 0 ? 1 : 0) === target ? 1 : 0, confidence: Number.NaN };
}
