// A lower bound on what any accountant may say: what one and two steps leak, by their definition.
import { gaussHermite, normalCdf } from '@dpfair/stats';

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

/** The same for two steps: the mean over the first of what the second must add. */
export function deltaOfTwoSteps(q: number, z: number, epsilon: number): number {
  const mean = (shift: number) =>
    rule.nodes.reduce((sum, node, i) => {
      const x = Math.SQRT2 * node + shift;
      const loss = Math.log1p(q * Math.expm1(x / z - 1 / (2 * z * z)));
      return sum + ((rule.weights[i] as number) * deltaOfOneStep(q, z, epsilon - loss)) / Math.sqrt(Math.PI);
    }, 0);
  return (1 - q) * mean(0) + q * mean(1 / z);
}

const rule = gaussHermite(200);
