import type { Attribution, AttributionComponent } from '@dpfair/result';
import { type BiasEstimate, isDefined } from '../estimate.js';
import { type ShardMeans, standardErrorOverShards } from '../intervals/shard-means.js';
import { notSplit } from '../messages/why.js';
import type { PreparedCell } from '../models/prepared-cell.js';
import type { AttributionPlan, PartialBias } from './attribution-plan.js';

/** Bias once some causes are at work: shards where it was simulated. */
interface Reached {
  readonly bias: Float64Array;
  readonly shards: ShardMeans | null;
  readonly error: number | null;
}

/**
 * Splits the bias of a cell into its causes: each part is the bias with the cause less that without. Parts of simulated cells are differences on the same
 * noise, and have standard errors from the differences of their shards.
 *
 * @param total the estimate of the cell. @param estimateOf that of a cell of the plan, found in the same way.
 */
export function attribute(
  { steps, absent, reason }: AttributionPlan,
  total: BiasEstimate,
  estimateOf: (cell: PreparedCell) => BiasEstimate,
): Attribution {
  const none = (why: string | null): Attribution => ({
    components: [],
    absent: [],
    largestRemainder: null,
    reason: why,
  });
  if (!isDefined(total)) return none(notSplit.undefinedBias);
  if (reason !== null) return none(reason);
  let before: Reached = { bias: new Float64Array(total.bias.length), shards: null, error: 0 };
  const components: AttributionComponent[] = [];
  const without = [...absent];
  for (const { cause, upTo } of steps) {
    const after = reachedBy(upTo === 'total' ? total : typeof upTo === 'function' ? upTo() : estimateOf(upTo));
    if (typeof after === 'string') return none(after);
    const part = difference(after, before);
    const nothing = part.shards === null && part.bias.every((value) => value === 0);
    if (!nothing) components.push(componentOf(cause, part));
    // What a series leaves out is not nothing: it is in the error of the part before.
    else if (cause !== 'higher-orders') without.push(cause);
    before = after;
  }
  return {
    components,
    absent: without,
    largestRemainder: total.bias.reduce(
      (largest, bias, i) =>
        Math.max(largest, Math.abs(bias - components.reduce((sum, part) => sum + (part.bias[i] as number), 0))),
      0,
    ),
    reason: null,
  };
}

/** The reason where it is not known. */
function reachedBy(found: BiasEstimate | PartialBias): Reached | string {
  if ('error' in found) return { bias: found.bias, shards: null, error: found.error };
  if (!isDefined(found)) return found.undefinedBecause;
  if (found.method === 'montecarlo') return { bias: found.bias, shards: found.shards, error: found.resolution };
  return { bias: found.bias, shards: null, error: found.errors.reduce((a, b) => Math.max(a, b), 0) };
}

function difference(after: Reached, before: Reached): Reached {
  const minus = (a: Float64Array, b: Float64Array) => a.map((value, i) => value - (b[i] as number));
  const bias = minus(after.bias, before.bias);
  const error = after.error === null || before.error === null ? null : after.error + before.error;
  const { shards } = after;
  if (shards === null) return { bias, shards: before.shards, error };
  if (before.shards === null)
    return { bias, shards: { means: shards.means.map((mean) => minus(mean, before.bias)) }, error };
  const others = before.shards.means;
  return { bias, shards: { means: shards.means.map((mean, k) => minus(mean, others[k] as Float64Array)) }, error };
}

function componentOf(name: AttributionComponent['name'], { bias, shards, error }: Reached): AttributionComponent {
  return {
    name,
    bias: [...bias],
    ...(shards === null ? {} : { standardError: [...standardErrorOverShards(shards.means, bias)] }),
    error,
    ...(error === null ? { errorReason: notSplit.noNextOrder } : {}),
  };
}
