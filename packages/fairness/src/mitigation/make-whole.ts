import { type BiasEstimate, isDefined } from '../estimate.js';

/** The estimate after everyone who loses on average is paid what it loses: biases below 0 become 0. */
export function madeWhole(estimate: BiasEstimate): BiasEstimate {
  if (!isDefined(estimate)) return estimate;
  const pay = estimate.bias.map((bias) => Math.max(0, -bias));
  const bias = estimate.bias.map((value) => Math.max(0, value));
  if (estimate.method !== 'montecarlo') return { ...estimate, bias };
  const means = estimate.shards.means.map((shard) => shard.map((value, i) => value + (pay[i] as number)));
  return { ...estimate, bias, shards: { means } };
}
