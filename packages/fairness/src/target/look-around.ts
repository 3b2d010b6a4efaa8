import { decisionByName } from '@dpfair/decisions';
import { noiseDistribution, type PostName } from '@dpfair/mechanisms';
import type { Cell, Mechanism } from '@dpfair/result';
import type { AttributionPlan } from '../attribution/attribution-plan.js';
import { type AuditRequest, completeRequest } from '../audit/audit-request.js';
import { checkSizes } from '../audit/check-sizes.js';
import { inputOf, prepareOne } from '../audit/job.js';
import { type JobMaker, prepareJobs } from '../audit/prepare-jobs.js';
import { runJobs } from '../audit/run-jobs.js';
import { undefinedReasons } from '../messages.js';
import type { SimulationRunner } from '../montecarlo/simulate-cells.js';
import type { Watch } from '../steps/in-turns.js';

/** The causes of a bias, and the questions that come along with a decision, are told by an audit. */
const notSplit: AttributionPlan = { steps: [], absent: [], reason: undefinedReasons.search };

/** The cells of an audit without what a target does not ask for: one per mechanism and post-processing. */
export async function lookAround(
  request: AuditRequest,
  run: SimulationRunner,
  watch: Watch,
): Promise<{ readonly cells: readonly Cell[]; readonly interrupted: boolean }> {
  const complete = completeRequest(request);
  const decision = decisionByName(complete.decision, complete.parameters);
  const input = inputOf(decision, complete.table);
  const makerOf = (mechanism: Mechanism, post: PostName): JobMaker =>
    function* (choose) {
      const noise = noiseDistribution(mechanism);
      checkSizes(input, noise.spread);
      const job = yield* prepareOne(complete, { mechanism, input, noise, choose }, decision, post, complete.method);
      return { ...job, events: [], attribution: notSplit };
    };
  const makers = complete.mechanisms.flatMap((mechanism) => complete.posts.map((post) => makerOf(mechanism, post)));
  const jobs = await prepareJobs(makers, watch);
  const { cellOf, interrupted } = await runJobs(complete, jobs, run, watch);
  return { cells: jobs.map((job) => cellOf(job)), interrupted };
}
