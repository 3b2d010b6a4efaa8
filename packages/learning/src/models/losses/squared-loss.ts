import type { OutputLoss } from './output-loss.js';

/** `(f - y)^2 / 2` of one score f: gradient `f - y`, Hessian 1. */
export const squaredLoss: OutputLoss = {
  width: 1,
  gradientBound: Number.POSITIVE_INFINITY,
  curvatureBound: 1,
  roots: 1,
  evaluate(scores, at, target, outputs, gradient) {
    const score = scores[at] as number;
    const difference = score - target;
    outputs[at] = score;
    gradient[at] = difference;
    return 0.5 * difference * difference;
  },
  hessianVector({ at }, direction, into) {
    into[at] = direction[at] as number;
  },
  hessianTrace: () => 1,
  hessianRoot({ at }, _root, into) {
    into[at] = 1;
  },
};
