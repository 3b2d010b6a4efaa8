import type { OutputLoss, OutputPoint } from './output-loss.js';

/**
 * Cross-entropy of K scores: `log sum_k exp(f_k) - f_y`, with the largest score taken out of the sum. With p the probabilities,
 * gradient `p - e_y` and Hessian `diag(p) - p p'`, all formed around the largest probability, so that nothing cancels where it is near 1.
 * The Hessian is M M' with columns `sqrt(p_k) (e_k - p)`.
 *
 * @param classes K, an integer >= 2.
 */
export function softmaxLoss(classes: number): OutputLoss {
  return {
    width: classes,
    gradientBound: Math.SQRT2,
    curvatureBound: 0.5,
    roots: classes,
    evaluate(scores, at, target, outputs, gradient) {
      const top = largest(scores, at, classes);
      const highest = scores[at + top] as number;
      let others = 0;
      for (let k = 0; k < classes; k++) {
        const power = Math.exp((scores[at + k] as number) - highest);
        outputs[at + k] = power;
        if (k !== top) others += power;
      }
      const scale = 1 / (1 + others);
      for (let k = 0; k < classes; k++) {
        const probability = (outputs[at + k] as number) * scale;
        outputs[at + k] = probability;
        gradient[at + k] = probability;
      }
      gradient[at + target] = -without(outputs, at, classes, target);
      return Math.log1p(others) + (highest - (scores[at + target] as number));
    },
    hessianVector({ outputs, at }, direction, into) {
      const top = largest(outputs, at, classes);
      const origin = direction[at + top] as number;
      let mean = 0;
      for (let k = 0; k < classes; k++) {
        mean += (outputs[at + k] as number) * ((direction[at + k] as number) - origin);
      }
      for (let k = 0; k < classes; k++) {
        into[at + k] = (outputs[at + k] as number) * ((direction[at + k] as number) - origin - mean);
      }
    },
    hessianTrace: ({ outputs, at }) => {
      const top = largest(outputs, at, classes);
      let trace = (outputs[at + top] as number) * without(outputs, at, classes, top);
      for (let k = 0; k < classes; k++) {
        const probability = outputs[at + k] as number;
        if (k !== top) trace += probability * (1 - probability);
      }
      return trace;
    },
    hessianRoot({ outputs, at }: OutputPoint, root, into) {
      const scale = Math.sqrt(outputs[at + root] as number);
      for (let k = 0; k < classes; k++) into[at + k] = -scale * (outputs[at + k] as number);
      into[at + root] = scale * without(outputs, at, classes, root);
    },
  };
}

/** Place, from 0, of the largest of `count` values that begin at `at`. */
function largest(values: Float64Array, at: number, count: number): number {
  let best = 0;
  for (let k = 1; k < count; k++) if ((values[at + k] as number) > (values[at + best] as number)) best = k;
  return best;
}

/** `1 - p_left`, as the sum of the others. */
function without(outputs: Float64Array, at: number, classes: number, left: number): number {
  let sum = 0;
  for (let k = 0; k < classes; k++) if (k !== left) sum += outputs[at + k] as number;
  return sum;
}
