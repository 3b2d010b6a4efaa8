import { decisionByName } from '@dpfair/decisions';
import { noiseDistribution, type PostName } from '@dpfair/mechanisms';
import type { Cell, Mechanism } from '@dpfair/result';
import type { AttributionPlan } from '../attribution/attribution-plan.js';
import { type AuditRequest, completeRequest } from '../audit/audit-request.js';
import { checkSizes } from '../audit/check-sizes.js';
import { inputOf, type Job, prepareOne } from '../audit/job.js';
import { runJobs } from '../audit/run-jobs.js';
import { undefinedReasons } from '../messages.js';
import type { SimulationRunner } from '../montecarlo/simulate-cells.js';

/** The causes of a bias, and the questions that come along with a decision, are told by an audit. */
const notSplit: AttributionPlan = { steps: [], absent: [], reason: undefinedReasons.search };

/**
 * The cells of an audit without what a target does not ask for: one per mechanism and post-processing.
 *
 * @param pause lets others take their turn; called before each cell, because an exact one is computed in one go.
 */
export async function lookAround(
  request: AuditRequest,
  run: SimulationRunner,
  pause: () => Promise<void>,
): Promise<{ readonly cells: readonly Cell[]; readonly interrupted: boolean }> {
  const complete = completeRequest(request);
  const decision = decisionByName(complete.decision, complete.parameters);
  const input = inputOf(decision, complete.table);
  const jobOf = (mechanism: Mechanism, post: PostName): Job => {
    const noise = noiseDistribution(mechanism);
    checkSizes(input, noise.spread);
    const job = prepareOne(complete, { mechanism, input, noise }, decision, post, complete.method);
    return { ...job, events: [], attribution: notSplit };
  };
  const jobs: Job[] = [];
  for (const mechanism of complete.mechanisms) {
    for (const post of complete.posts) {
      await pause();
      jobs.push(jobOf(mechanism, post));
    }
  }
  const { cellOf, interrupted } = await runJobs(complete, jobs, run);
  return { cells: jobs.map((job) => cellOf(job)), interrupted };
}
