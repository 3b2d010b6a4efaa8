import type { Sampling } from '@dpfair/result';
import { compensatedSum } from '@dpfair/stats';
import { samplingMessages } from '../messages/sampling.js';
import { marginOfMean, type Scenario } from './scenario.js';

/** Sampling error alone, privacy noise alone, and both: all exact, or all from the shards of one simulation. */
export interface Scenarios {
  readonly sampling: Scenario;
  readonly privacy: Scenario;
  readonly both: Scenario;
}

/**
 * Expected absolute error of privacy noise over that of sampling error. Of a simulation the interval is that of a ratio of means,
 * by the differences p_k - r s_k of the shards.
 */
export function ratioOf({ sampling, privacy }: Scenarios, confidence: number): Sampling['ratio'] {
  const [p, s] = [compensatedSum(privacy.absolute), compensatedSum(sampling.absolute)];
  if (s === 0) {
    const reason = p === 0 ? samplingMessages.noError : samplingMessages.noSamplingError;
    return { estimate: null, lower: null, upper: null, reason };
  }
  const estimate = p / s;
  const margin = isExact(privacy)
    ? (errorOf(privacy) + estimate * errorOf(sampling)) / s
    : marginOfMean(
        privacy.totals.map((total, k) => total - estimate * (sampling.totals[k] as number)),
        confidence,
      ) / s;
  return { estimate, lower: Math.max(0, estimate - margin), upper: estimate + margin, reason: null };
}

/** Expected absolute error of both minus that of sampling error alone; of a simulation by the same shards. */
export function addedBy({ sampling, both }: Scenarios, confidence: number): Sampling['added'] {
  const estimate = compensatedSum(both.absolute) - compensatedSum(sampling.absolute);
  const margin = isExact(both)
    ? errorOf(both) + errorOf(sampling)
    : marginOfMean(
        both.totals.map((total, k) => total - (sampling.totals[k] as number)),
        confidence,
      );
  return { estimate, lower: estimate - margin, upper: estimate + margin };
}

const isExact = ({ estimate }: Scenario): boolean => estimate.method !== 'montecarlo';

const errorOf = ({ estimate }: Scenario): number =>
  estimate.method === 'montecarlo' ? 0 : compensatedSum(estimate.errors);
