import type { OutputLoss } from './output-loss.js';

/**
 * Binary cross-entropy of one score f, y in {0, 1}: `log(1 + exp(f)) - y f`, written with `log1p(exp(-|f|))` so that no score
 * overflows. Gradient `p - y` and Hessian `p (1 - p)`, p = 1 / (1 + exp(-f)), both without cancellation where p is near 0 or 1.
 */
export const logisticLoss: OutputLoss = {
  width: 1,
  gradientBound: 1,
  curvatureBound: 0.25,
  roots: 1,
  evaluate(scores, at, target, outputs, gradient) {
    const score = scores[at] as number;
    const small = Math.exp(-Math.abs(score));
    const larger = 1 / (1 + small);
    const smaller = small * larger;
    const probability = score >= 0 ? larger : smaller;
    outputs[at] = probability;
    gradient[at] = target === 1 ? (score >= 0 ? -smaller : -larger) : probability;
    const wrong = target === 1 ? -score : score;
    return Math.log1p(small) + (wrong > 0 ? wrong : 0);
  },
  hessianVector({ scores, at }, direction, into) {
    into[at] = curvature(scores[at] as number) * (direction[at] as number);
  },
  hessianTrace: ({ scores, at }) => curvature(scores[at] as number),
  hessianRoot({ scores, at }, _root, into) {
    into[at] = Math.sqrt(curvature(scores[at] as number));
  },
};

function curvature(score: number): number {
  const small = Math.exp(-Math.abs(score));
  return small / ((1 + small) * (1 + small));
}
