import { alphaOf, type EffectOptions } from '../cell/effects.js';
import { type BiasEstimate, isDefined } from '../estimate.js';
import { standardErrorOverShards } from '../intervals/shard-means.js';
import { undefinedReasons } from '../messages.js';
import type { ChosenMethod } from './choose-method.js';
import { type Job, needsSimulation } from './job.js';

/** A job, or a question that comes along with one. */
export type AnyJob = Omit<Job, 'events' | 'attribution'>;

/** What was found in the end, and how. */
export interface Settled {
  readonly chosen: ChosenMethod;
  readonly estimate: BiasEstimate;
  /** Whether the job was simulated, whatever was taken in the end. */
  readonly simulated: boolean;
}

/** Takes what a job was found to be. @param drawn by simulation, for a job that needs one. */
export function settleJob<J extends AnyJob>(
  job: J,
  drawn: BiasEstimate | undefined,
  effects: EffectOptions,
): J & Settled {
  const { undefinedBecause } = job;
  const simulated = needsSimulation(job);
  if (undefinedBecause !== null) {
    const method = job.chosen.estimate?.method ?? job.chosen.stopped ?? 'montecarlo';
    return { ...job, estimate: { method, undefinedBecause }, simulated };
  }
  const chosen = simulated ? takeNarrower(job.chosen, drawn as BiasEstimate, effects) : job.chosen;
  const estimate = chosen.estimate ?? (drawn as BiasEstimate);
  const finite = !isDefined(estimate) || estimate.bias.every(Number.isFinite);
  return {
    ...job,
    chosen,
    estimate: finite ? estimate : { method: estimate.method, undefinedBecause: undefinedReasons.notFinite },
    simulated,
  };
}

/** A simulation, or the exact estimate that was left for it: whichever has the narrower interval of alpha. */
function takeNarrower(chosen: ChosenMethod, drawn: BiasEstimate, effects: EffectOptions): ChosenMethod {
  const { fallback } = chosen;
  if (fallback === undefined) return chosen;
  if (!isDefined(drawn) || drawn.method !== 'montecarlo') return fallback;
  const width = ({ lower, upper }: ReturnType<typeof alphaOf>) =>
    lower === null || upper === null ? Number.POSITIVE_INFINITY : upper - lower;
  const { bias, shards } = drawn;
  const exact = alphaOf(fallback.estimate, new Float64Array(bias.length), effects);
  const simulated = alphaOf(drawn, standardErrorOverShards(shards.means, bias), effects);
  return width(exact) <= width(simulated) ? fallback : chosen;
}
