import { epsilonFault, orderFault } from '../../messages.js';
import { requireDelta } from '../../noise/privacy-options.js';
import type { Accountant } from '../accountant.js';
import { checkComposition } from '../check-composition.js';
import { releasesNothing } from '../releases-nothing.js';
import { leastOverOrders } from './least-over-orders.js';
import { type RenyiConversion, renyiEpsilonAt, renyiLogDeltaAt } from './renyi-bounds.js';

export interface RenyiAccountantOptions {
  /**
   * From the divergence R of order a to epsilon: `classic` is R + log(1 / delta) / (a - 1), `improved` is
   * R + log((a - 1) / a) - (log delta + log a) / (a - 1), which is never larger.
   * @default 'improved'
   */
  readonly conversion?: RenyiConversion;
  /**
   * The orders to take the least over, each above 1: published figures often name theirs.
   * @default all real orders from 1 + 2^-10 to 4097, searched
   */
  readonly orders?: readonly number[];
}

/**
 * Renyi differential privacy of Gaussian noise, with or without Poisson sampling, for a row that is added or removed. Divergences are exact
 * and add up over releases; the conversion to (epsilon, delta) loses some percent. Every order is a valid bound; the least counts.
 *
 * @throws DpfairError `domain` for an order that is not above 1, or none.
 * @example
 * const steps = { kind: 'subsampled-gaussian', samplingRate: 0.01, noiseMultiplier: 4, count: 10_000 } as const;
 * renyiAccountant().epsilon([steps], 1e-5) // 1.035...
 */
export function renyiAccountant(options: RenyiAccountantOptions = {}): Accountant {
  const { conversion = 'improved', orders } = options;
  const wrong = orders?.find((order) => !(order > 1 && order < Number.POSITIVE_INFINITY));
  if (wrong !== undefined || orders?.length === 0) throw orderFault(wrong ?? Number.NaN);
  const least = (bound: (order: number) => number) =>
    orders === undefined ? leastOverOrders(bound).bound : Math.min(...orders.map(bound));
  return {
    name: 'rdp',
    epsilon(composition, delta) {
      checkComposition(composition);
      requireDelta(delta);
      if (releasesNothing(composition)) return 0;
      return Math.max(
        0,
        least((order) => renyiEpsilonAt(composition, delta, conversion, order)),
      );
    },
    delta(composition, epsilon) {
      checkComposition(composition);
      if (!(epsilon >= 0 && epsilon < Number.POSITIVE_INFINITY)) throw epsilonFault(epsilon);
      if (releasesNothing(composition)) return 0;
      const logDelta = least((order) => renyiLogDeltaAt(composition, epsilon, conversion, order));
      return Math.min(1, Math.max(Number.MIN_VALUE, Math.exp(logDelta)));
    },
  };
}
