import type { Examples } from '@dpfair/result';
import type { Model } from '../../models/model.js';

/** What {@link boundaryGradients} gives for one row at a time. */
export interface BoundaryGradients {
  /** Adds `weight` times the gradient in the parameters of `1 - sum of squared probabilities` of the row to `into`. */
  add(parameters: Float64Array, row: number, weight: number, into: Float64Array): void;
}

/**
 * Gradients of `b = 1 - sum_k p_k^2` without a backward pass of its own: with e_k class k as the target, the gradient of cross-entropy in
 * the scores is `p - e_k`, and `sum_k 2 p_k^2 (p - e_k) = 2 (sum p^2) p - 2 p^2` is that of b. So it is a weighted sum of gradients of the
 * loss, one for each class as the target.
 *
 * @param model with probabilities: softmax or logistic loss
 */
export function boundaryGradients(model: Model, examples: Examples): BoundaryGradients {
  const { loss, outputs } = model.description;
  const classes = loss === 'logistic' ? 2 : outputs;
  const asIf = Array.from({ length: classes }, (_, k) => ({
    ...examples,
    target: new Float64Array(examples.rows).fill(k),
  }));
  const pass = model.open(1);
  const place = new Int32Array(1);
  const weights = new Float64Array(1);
  return {
    add(parameters, row, weight, into) {
      place[0] = row;
      for (const [k, withTarget] of asIf.entries()) {
        pass.run(parameters, withTarget, place, 0, 1);
        const first = pass.outputs[0] as number;
        const probability = loss === 'softmax' ? (pass.outputs[k] as number) : k === 1 ? first : 1 - first;
        weights[0] = 2 * weight * probability ** 2;
        pass.addGradients(weights, into);
      }
    },
  };
}
