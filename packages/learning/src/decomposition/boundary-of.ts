import type { Model } from '../models/model.js';

/**
 * 1 - sum of squared class probabilities of one example of a pass: 0 when the model is certain, largest on the boundary between all classes; null
 * for models whose outputs are no probabilities. It is the trace of the Hessian of a softmax in its scores.
 */
export function boundaryOf(
  { description: { loss, outputs: classes } }: Model,
  outputs: Float64Array,
  example: number,
): number | null {
  if (loss === 'logistic') return 2 * (outputs[example] as number) * (1 - (outputs[example] as number));
  if (loss !== 'softmax') return null;
  let squares = 0;
  for (let c = 0; c < classes; c++) squares += (outputs[example * classes + c] as number) ** 2;
  return 1 - squares;
}
