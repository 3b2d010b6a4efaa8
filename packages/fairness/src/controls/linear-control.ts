import { compensatedSum } from '@dpfair/stats';
import type { ControlVariate } from './control-variate.js';

/** The plain estimator: outcome - truth, no control at all. */
export function plainControl(truth: Float64Array): ControlVariate {
  return {
    expectedMinusTruth: new Float64Array(truth.length),
    accumulate: (_noisy, outcome, into) => {
      for (let i = 0; i < into.length; i++) {
        into[i] = (into[i] as number) + (outcome[i] as number) - (truth[i] as number);
      }
    },
  };
}

/**
 * Control for counts after a linear step: the noisy count itself, or its projection onto the true total. Both are
 * unbiased, so the expectation is the truth.
 */
export function linearControl(counts: Float64Array, onSum: boolean): ControlVariate {
  const total = compensatedSum(counts);
  return {
    expectedMinusTruth: new Float64Array(counts.length),
    accumulate: (noisy, outcome, into) => {
      const shift = onSum ? (compensatedSum(noisy) - total) / noisy.length : 0;
      for (let i = 0; i < into.length; i++) {
        into[i] = (into[i] as number) + (outcome[i] as number) - ((noisy[i] as number) - shift);
      }
    },
  };
}
