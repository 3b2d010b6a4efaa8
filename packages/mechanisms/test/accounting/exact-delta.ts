// A lower bound on what any accountant may say: what one and two steps leak, by their definition.
import { gaussLegendre, logNormalCdf, normalCdf } from '@dpfair/stats';

/**
 * Hockey-stick divergence of P = (1 - q) N(0, 1) + q N(1/z, 1) from Q = N(0, 1): P(A) - e^epsilon Q(A), A where P exceeds e^epsilon Q.
 * For q < 1 the ratio of P and Q is never below 1 - q.
 */
export function deltaOfOneStep(q: number, z: number, epsilon: number): number {
  const excess = Math.expm1(epsilon) / q + 1;
  if (excess <= 0) return -Math.expm1(epsilon);
  const from = z * Math.log(excess) + 1 / (2 * z);
  return (1 - q) * normalCdf(-from) + q * normalCdf(1 / z - from) - Math.exp(epsilon + logNormalCdf(-from));
}

/**
 * The same for two steps: the mean over the first of what the second must add. For small q that bends sharply where the first loss is epsilon: pieces get
 * shorter towards there, by half each.
 */
export function deltaOfTwoSteps(q: number, z: number, epsilon: number): number {
  const bend = z * Math.log1p(Math.expm1(epsilon) / q) + 1 / (2 * z);
  const part = (x: number) => {
    const ratio = 1 + q * Math.expm1(x / z - 1 / (2 * z * z));
    const density = (ratio * Math.exp((-x * x) / 2)) / Math.sqrt(2 * Math.PI);
    return density * deltaOfOneStep(q, z, epsilon - Math.log(ratio));
  };
  const far = 12 + Math.abs(bend) + 1 / z;
  let sum = 0;
  for (const side of [-1, 1]) {
    for (let outer = far, halvings = 0; halvings < 40; outer /= 2, halvings++) {
      // The longest pieces in eight: the densities are about 1 wide.
      const pieces = halvings < 4 ? 8 : 1;
      const half = outer / 4 / pieces;
      for (let piece = 0; piece < pieces; piece++) {
        const middle = bend + side * (outer / 2 + half * (2 * piece + 1));
        rule.nodes.forEach((node, i) => {
          sum += half * (rule.weights[i] as number) * part(middle + half * node);
        });
      }
    }
  }
  return sum;
}

const rule = gaussLegendre(12);
