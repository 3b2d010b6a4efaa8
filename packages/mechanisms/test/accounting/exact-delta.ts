// A lower bound on what any accountant may say: what one and two steps leak, by their definition.
import { gaussLegendre, normalCdf } from '@dpfair/stats';

/**
 * Hockey-stick divergence of P = (1 - q) N(0, 1) + q N(1/z, 1) from Q = N(0, 1): P(A) - e^epsilon Q(A), A where P exceeds e^epsilon Q.
 * For q < 1 the ratio of P and Q is never below 1 - q.
 */
export function deltaOfOneStep(q: number, z: number, epsilon: number): number {
  const excess = Math.expm1(epsilon) / q + 1;
  if (excess <= 0) return -Math.expm1(epsilon);
  const from = z * Math.log(excess) + 1 / (2 * z);
  return (1 - q) * normalCdf(-from) + q * normalCdf(1 / z - from) - Math.exp(epsilon) * normalCdf(-from);
}

/** The same for two steps: the mean over the first of what the second must add, by Gauss-Legendre on 100 short pieces. */
export function deltaOfTwoSteps(q: number, z: number, epsilon: number): number {
  const [from, to] = [-12, 12 + 1 / z];
  const half = (to - from) / 200;
  let sum = 0;
  for (let piece = 0; piece < 100; piece++) {
    rule.nodes.forEach((node, i) => {
      const x = from + half * (2 * piece + 1 + node);
      const ratio = 1 - q + q * Math.exp(x / z - 1 / (2 * z * z));
      const density = (ratio * Math.exp((-x * x) / 2)) / Math.sqrt(2 * Math.PI);
      sum += half * (rule.weights[i] as number) * density * deltaOfOneStep(q, z, epsilon - Math.log(ratio));
    });
  }
  return sum;
}

const rule = gaussLegendre(12);
