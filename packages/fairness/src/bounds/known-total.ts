// Zhu, Van Hentenryck, Fioretto (2021): the sum constraint takes less variance from states with many counties.
import type { Bound } from '@dpfair/result';
import { boundSources } from '../messages/why.js';
import { boundOf } from './found.js';

/**
 * Variance of one count after projection onto the true total: (1 - 1/n) times that of the noise. Fifteen counties (Arizona) keep 93 %, 254 (Texas)
 * 99.6 %: the same noise is worth more in a small state.
 *
 * @param entities n, at least 1. @param variance of the noise of one count, in counts squared.
 * @example
 * varianceUnderKnownTotal(15, 200) // 186.66666666666666
 */
export const varianceUnderKnownTotal = (entities: number, variance: number): number => (1 - 1 / entities) * variance;

/** Both sides of the variance are this number. */
export function knownTotalBound(entities: number, variance: number): Bound {
  const value = varianceUnderKnownTotal(entities, variance);
  const about = { name: 'known-total', quantity: 'variance', estimate: null, source: boundSources.knownTotal } as const;
  return boundOf(about, value, value);
}
