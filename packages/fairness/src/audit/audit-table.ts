import type { Cell, Warning } from '@dpfair/result';
import type { SimulationRunner } from '../montecarlo/simulate-cells.js';
import { splitHarm } from '../sampling/split-harm.js';
import type { Watch } from '../steps/in-turns.js';
import { type AuditRequest, completeRequest } from './audit-request.js';
import { prepareJob } from './job.js';
import { type JobMaker, prepareJobs } from './prepare-jobs.js';
import { runHere, runJobs } from './run-jobs.js';

export interface Audit {
  /** One per mechanism and post-processing, mechanisms first. */
  readonly cells: readonly Cell[];
  readonly warnings: readonly Warning[];
  readonly interrupted: boolean;
}

/**
 * Audits a decision: bias of every entity, alpha and cost of privacy with intervals, per mechanism and post-processing.
 *
 * @param run how simulations are run; default: in this thread. An engine can be put here.
 * @param watch stops it, and lets others take their turn meanwhile.
 * @throws DpfairError `usage` for options that do not fit together, `undefined-result` where the decision does not exist.
 */
export async function auditTable(
  request: AuditRequest,
  run: SimulationRunner = runHere,
  watch: Watch = {},
): Promise<Audit> {
  const complete = completeRequest(request);
  const makers = complete.mechanisms.flatMap((mechanism) =>
    complete.posts.map(
      (post): JobMaker =>
        (choose) =>
          prepareJob(complete, mechanism, post, choose),
    ),
  );
  const jobs = await prepareJobs(makers, watch);
  const { cellOf, warnings, interrupted } = await runJobs(complete, jobs, run, watch);
  const cells = jobs.map((job) => cellOf(job));
  const split =
    complete.samplingError === null ? null : await splitHarm(complete.samplingError, jobs, cells, complete, run, watch);
  return {
    cells: split === null ? cells : cells.map((cell, k) => ({ ...cell, sampling: split.cells[k] ?? null })),
    warnings,
    interrupted: interrupted || (split?.interrupted ?? false),
  };
}
