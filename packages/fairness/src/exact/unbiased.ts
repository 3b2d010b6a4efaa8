import type { AnalyticEstimate } from '../estimate.js';

/** A linear pipeline under zero-mean noise has no bias at all. */
export function exactlyUnbiased(entities: number): AnalyticEstimate {
  return {
    method: 'exact',
    bias: new Float64Array(entities),
    errors: new Float64Array(entities),
    estimator: 'unbiased',
  };
}
