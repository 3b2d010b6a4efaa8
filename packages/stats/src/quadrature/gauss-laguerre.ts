import { type DoubleDouble, divide, multiply, scale, subtract } from './double-double.js';
import { cachedRule, type GaussRule, newtonCorrection, polishedRule, recurrenceStarts } from './gauss-rule.js';

/**
 * Gauss-Laguerre rule: `sum of weights[i] f(nodes[i])` is the integral of `exp(-x) f(x)` over (0, infinity), exactly so for polynomials of
 * degree up to 2n - 1. Nodes and weights within 1 ulp; from n = 190 the last weights are below the smallest double, and are 0.
 *
 * @param n Number of nodes, an integer from 1 to 256.
 * @throws RangeError for any other n.
 * @example
 * gaussLaguerre(2).nodes // [0.585786437626905, 3.414213562373095]
 */
export const gaussLaguerre: (n: number) => GaussRule = cachedRule('laguerre', 256, (n) =>
  polishedRule(
    recurrenceStarts(
      (k) => 2 * k + 1,
      (k) => k,
      n,
    ),
    (x) => evaluate(n, x),
  ),
);

function evaluate(n: number, x: DoubleDouble) {
  let last: DoubleDouble = [1, 0];
  let value: DoubleDouble = subtract([1, 0], x);
  for (let k = 1; k < n; k++) {
    const next = subtract(multiply(subtract([2 * k + 1, 0], x), value), scale(last, k));
    last = value;
    value = divide(next, [k + 1, 0]);
  }
  const slope = divide(scale(subtract(value, last), n), x);
  return {
    correction: newtonCorrection(value, slope),
    // 1 / (x L_n'(x)^2), the reciprocal squared so that it underflows rather than overflows
    weight: () => {
      const reciprocal = divide([1, 0], slope);
      return divide(multiply(reciprocal, reciprocal), x)[0];
    },
  };
}
