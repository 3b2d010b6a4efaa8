import type { Cell, Warning } from '@dpfair/result';
import { attribute } from '../attribution/attribute.js';
import { buildCell } from '../cell/build-cell.js';
import { type BiasEstimate, isDefined } from '../estimate.js';
import { notSplit } from '../messages/why.js';
import { undefinedReasons } from '../messages.js';
import type { PreparedCell } from '../models/prepared-cell.js';
import { simulateHere } from '../montecarlo/monte-carlo-task.js';
import { type SimulatedCells, type SimulationRunner, simulateCells } from '../montecarlo/simulate-cells.js';
import { splitHarm } from '../sampling/split-harm.js';
import { type AuditRequest, completeRequest } from './audit-request.js';
import { collectWarnings } from './collect-warnings.js';
import { type EventJob, type Job, needsSimulation, prepareJob } from './job.js';

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
 * @throws DpfairError `usage` for options that do not fit together, `undefined-result` where the decision does not exist.
 */
export async function auditTable(request: AuditRequest, run: SimulationRunner = runHere): Promise<Audit> {
  const complete = completeRequest(request);
  const { table, budgetDollars, confidence, seed } = complete;
  const jobs = complete.mechanisms.flatMap((mechanism) =>
    complete.posts.map((post) => prepareJob(complete, mechanism, post)),
  );
  const toSimulate = jobs.filter(needsSimulation);
  const eventsToSimulate = jobs.flatMap(({ events }) => events).filter(needsSimulation);
  const partsToSimulate = simulatedParts(toSimulate);
  const alongside = [...eventsToSimulate.map(({ cell }) => cell), ...partsToSimulate];
  const simulated =
    toSimulate.length + alongside.length === 0
      ? null
      : await simulateCells(
          toSimulate.map(({ cell }) => cell),
          alongside,
          complete,
          run,
        );
  const partEstimate = (part: PreparedCell, whole: BiasEstimate, index: number, found: SimulatedCells | null) =>
    whole.method !== 'montecarlo'
      ? (part.model.exact?.() ?? notTold)
      : (found?.estimates[found.estimates.length - partsToSimulate.length + index] ?? notTold);
  const estimateFor = (job: Job | EventJob) => estimateOf(job, [...toSimulate, ...eventsToSimulate], simulated);
  const estimates = jobs.map(estimateFor);
  const cells = jobs.map((job, k) => {
    const estimate = estimates[k] as BiasEstimate;
    return buildCell({
      ...job,
      table,
      estimate,
      methodReason: job.chosen.reason,
      confidence: estimate.method === 'montecarlo' ? (simulated?.confidence ?? confidence) : confidence,
      budgetDollars,
      seed,
      events: job.events.map((event) => ({ ...event, estimate: estimateFor(event) })),
      attribution: attribute(job.attribution, estimate, (part) =>
        partEstimate(part, estimate, partsToSimulate.indexOf(part), simulated),
      ),
    });
  });
  const split =
    complete.samplingError === null ? null : await splitHarm(complete.samplingError, jobs, cells, complete, run);
  return {
    cells: split === null ? cells : cells.map((cell, k) => ({ ...cell, sampling: split.cells[k] ?? null })),
    warnings: collectWarnings(complete, jobs, estimates, simulated),
    interrupted: (simulated?.interrupted ?? false) || (split?.interrupted ?? false),
  };
}

/** The cells that tell the parts of simulated biases apart: on the same noise, so that differences are sharp. */
const simulatedParts = (jobs: readonly Job[]): readonly PreparedCell[] =>
  jobs.flatMap(({ attribution }) => attribution.steps.flatMap(({ upTo }) => (typeof upTo === 'object' ? [upTo] : [])));

const notTold: BiasEstimate = { method: 'exact', undefinedBecause: notSplit.notSimulated };

const runHere: SimulationRunner = async (simulation) => ({ output: simulateHere(simulation), interrupted: false });

type AnyJob = Omit<Job, 'events' | 'attribution'>;

function estimateOf(job: AnyJob, simulatedJobs: readonly AnyJob[], simulated: SimulatedCells | null): BiasEstimate {
  const { undefinedBecause, chosen } = job;
  if (undefinedBecause !== null) return { method: chosen.estimate?.method ?? 'montecarlo', undefinedBecause };
  const estimate = chosen.estimate ?? (simulated?.estimates[simulatedJobs.indexOf(job)] as BiasEstimate);
  return isDefined(estimate) && !estimate.bias.every(Number.isFinite)
    ? { method: estimate.method, undefinedBecause: undefinedReasons.notFinite }
    : estimate;
}
