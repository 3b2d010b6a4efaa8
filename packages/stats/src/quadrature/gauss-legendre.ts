import { type DoubleDouble, divide, multiply, scale, subtract } from './double-double.js';
import { cachedRule, type GaussRule, newtonCorrection, polishedRule } from './gauss-rule.js';

/**
 * Gauss-Legendre rule: `sum of weights[i] f(nodes[i])` is the integral of f over [-1, 1], exactly so for polynomials of degree up to 2n - 1.
 * Nodes from `cos(pi (i - 1/4) / (n + 1/2))` by Newton on the recurrence in double-double; nodes and weights within 1 ulp.
 *
 * @param n Number of nodes, an integer from 1 to 1024.
 * @throws RangeError for any other n.
 * @example
 * gaussLegendre(2).nodes // [-0.5773502691896257, 0.5773502691896257]
 */
export const gaussLegendre: (n: number) => GaussRule = cachedRule('legendre', 1024, (n) => {
  const half = Math.ceil(n / 2);
  const starts = Array.from({ length: half }, (_, i) =>
    2 * i + 1 === n ? 0 : Math.cos((Math.PI * (i + 0.75)) / (n + 0.5)),
  );
  const upper = polishedRule(starts, (x) => evaluate(n, x));
  const nodes = new Float64Array(n);
  const weights = new Float64Array(n);
  for (let i = 0; i < half; i++) {
    nodes[i] = -(upper.nodes[i] as number);
    nodes[n - 1 - i] = upper.nodes[i] as number;
    weights[i] = upper.weights[i] as number;
    weights[n - 1 - i] = upper.weights[i] as number;
  }
  return { nodes, weights };
});

function evaluate(n: number, x: DoubleDouble) {
  let last: DoubleDouble = [1, 0];
  let value: DoubleDouble = x;
  for (let k = 1; k < n; k++) {
    const next = subtract(scale(multiply(x, value), 2 * k + 1), scale(last, k));
    last = value;
    value = divide(next, [k + 1, 0]);
  }
  const oneLessSquare = subtract([1, 0], multiply(x, x));
  const slope = divide(scale(subtract(last, multiply(x, value)), n), oneLessSquare);
  return {
    correction: newtonCorrection(value, slope),
    weight: () => divide([2, 0], multiply(oneLessSquare, multiply(slope, slope)))[0],
  };
}
