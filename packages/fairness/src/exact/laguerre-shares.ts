// Derived for dpfair: docs/methods/exact-baseline.md.
import { gaussLaguerre } from '@dpfair/stats';
import { weightOf } from '../noisy-counts.js';
import type { Steps } from '../steps/steps.js';
import { AGREEMENT, agree, differences, type IntegratedShares, type ShareIntegrator } from './share-integrator.js';

/** Orders tried in turn, until two neighbours agree. */
const ORDERS = [2, 3, 4, 5, 6, 9, 13] as const;

/**
 * The integrals by Gauss-Laguerre quadrature in units of 1 / E S, where it converges: where S hardly varies. The error of
 * order m falls about like the unrest to the power m; orders that cannot agree by that are not tried. Null where no two
 * orders agree, or where totals near zero, which these nodes do not see, are not negligible. An order a step.
 */
export function* laguerreShares(integrator: ShareIntegrator): Steps<IntegratedShares | null> {
  const first = ORDERS.findIndex((order) => integrator.unrest ** order < AGREEMENT / 4);
  if (first === -1 || first === ORDERS.length - 1) return null;
  const rare = probabilityOfSmallTotal(integrator);
  if (rare > AGREEMENT / integrator.problem.counts.length) return null;
  let coarse = laguerre(integrator, ORDERS[first] as number);
  for (const order of ORDERS.slice(first + 1)) {
    yield;
    const fine = laguerre(integrator, order);
    const found = { shares: fine, errors: differences(coarse, fine) };
    if (agree(found)) return { shares: fine, errors: found.errors.map((error) => error + rare) };
    coarse = fine;
  }
  return null;
}

function laguerre({ add, expectedTotal, problem }: ShareIntegrator, order: number): Float64Array {
  const { nodes, weights } = gaussLaguerre(order);
  const shares = new Float64Array(problem.counts.length);
  for (let k = 0; k < order; k++) {
    const node = nodes[k] as number;
    add(node / expectedTotal, (Math.exp(node) * (weights[k] as number)) / expectedTotal, shares);
  }
  return shares;
}

/** A total below this part of its mean is small. */
const SMALL = 1 / 64;
/** Where Chernoff's bound is taken, per 1 / (SMALL E S); and below which logarithm it need not be sharper. */
const STEEPNESS = 40;
const ENOUGH = -160;

/**
 * Upper bound of P(S <= SMALL E S): Chernoff's, exp(t SMALL E S) prod_j E exp(-t U_j) at one t, and no more factors, each at
 * most 1, than it takes.
 */
function probabilityOfSmallTotal({ problem, expectedTotal }: ShareIntegrator): number {
  const { counts, weights, noise } = problem;
  const t = STEEPNESS / (SMALL * expectedTotal);
  let logarithm = STEEPNESS;
  for (let i = 0; i < counts.length && logarithm > ENOUGH; i++) {
    logarithm += noise.logPositivePartTransform(counts[i] as number, t * weightOf(weights, i));
  }
  return Math.exp(Math.min(0, logarithm));
}
