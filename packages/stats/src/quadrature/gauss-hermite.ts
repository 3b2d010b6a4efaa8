import { type DoubleDouble, divide, multiply, scale, subtract } from './double-double.js';
import { cachedRule, type GaussRule, newtonCorrection, polishedRule, recurrenceStarts } from './gauss-rule.js';

/**
 * Gauss-Hermite rule in the physicists' convention: `sum of weights[i] f(nodes[i])` is the integral of `exp(-x^2) f(x)` over the real line, exactly so
 * for polynomials of degree up to 2n - 1. For `E f(X)`, X ~ N(mean, sd^2), take `f(mean + sqrt(2) sd x)` and divide by `sqrt(pi)`.
 * Nodes and weights within 1 ulp.
 *
 * @param n Number of nodes, an integer from 1 to 256.
 * @throws RangeError for any other n.
 * @example
 * gaussHermite(2).nodes // [-0.7071067811865476, 0.7071067811865476]
 */
export const gaussHermite: (n: number) => GaussRule = cachedRule('hermite', 256, (n) => {
  const starts = recurrenceStarts(
    () => 0,
    (k) => Math.sqrt(k / 2),
    n,
  );
  if (n % 2 === 1) starts[(n - 1) / 2] = 0;
  const rule = polishedRule(starts, (x) => evaluate(n, x));
  for (let i = 0; 2 * i < n - 1; i++) {
    rule.nodes[i] = -(rule.nodes[n - 1 - i] as number);
    rule.weights[i] = rule.weights[n - 1 - i] as number;
  }
  return rule;
});

const sqrtPi: DoubleDouble = [1.772453850905516, -7.666586499825799e-17];

// Monic recurrence p_{k+1} = x p_k - (k/2) p_{k-1} with norms sqrt(pi) k! / 2^k; powers of two keep the values near 1, exactly.
function evaluate(n: number, x: DoubleDouble) {
  let last: DoubleDouble = [0, 0];
  let value: DoubleDouble = [1, 0];
  let norm: DoubleDouble = sqrtPi;
  let lastShrink = 1;
  let weightTop = norm;
  for (let k = 0; k < n; k++) {
    weightTop = norm;
    const shrink = 2 ** -Math.round(0.5 * Math.log2((k + 1) / 2));
    const next = scale(subtract(multiply(x, value), scale(last, (k / 2) * lastShrink)), shrink);
    norm = scale(norm, ((k + 1) / 2) * shrink * shrink);
    last = value;
    value = next;
    lastShrink = shrink;
  }
  return {
    correction: newtonCorrection(value, scale(last, n * lastShrink)),
    weight: () => divide(weightTop, scale(multiply(last, last), n))[0],
  };
}
