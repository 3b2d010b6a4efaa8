import { gaussLegendre, normalCdf } from '@dpfair/stats';

/**
 * What max - min of the estimates would be on average if every bias were 0: the mean range of independent normal errors
 * with these standard errors, 2 E max_i Z_i. (For equal errors this is d2(n) times the standard error.)
 * Errors of different entities are taken as independent.
 */
export function noiseFloor(standardErrors: Float64Array): number {
  const errors = standardErrors.filter((error) => error > 0);
  if (errors.length < 2) return 0;
  const largest = errors.reduce((a, b) => Math.max(a, b), 0);
  // E max = integral of 1 - prod Phi(z / s) over z > 0, less the integral of prod Phi(z / s) over z < 0.
  const { nodes, weights } = gaussLegendre(48);
  const reach = 7 * largest;
  let expectedMaximum = 0;
  nodes.forEach((node, k) => {
    const z = (reach * (node + 1)) / 2;
    let above = 1;
    let below = 1;
    for (const error of errors) {
      above *= normalCdf(z / error);
      below *= normalCdf(-z / error);
    }
    expectedMaximum += ((weights[k] as number) * reach * (1 - above - below)) / 2;
  });
  return 2 * expectedMaximum;
}
