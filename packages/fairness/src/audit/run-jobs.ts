import type { Cell, Warning } from '@dpfair/result';
import { attribute } from '../attribution/attribute.js';
import { buildCell } from '../cell/build-cell.js';
import { type BiasEstimate, isDefined } from '../estimate.js';
import { notSplit } from '../messages/why.js';
import { undefinedReasons } from '../messages.js';
import type { PreparedCell } from '../models/prepared-cell.js';
import { simulateHere } from '../montecarlo/monte-carlo-task.js';
import { type SimulatedCells, type SimulationRunner, simulateCells } from '../montecarlo/simulate-cells.js';
import type { CompleteRequest } from './audit-request.js';
import { collectWarnings } from './collect-warnings.js';
import { type EventJob, type Job, needsSimulation } from './job.js';

/** Jobs that were estimated, those without a formula on one common simulation. */
export interface FinishedJobs {
  /** In the order of the jobs. */
  readonly estimates: readonly BiasEstimate[];
  /** The cell of the result for a job. @param estimate another one than that of the job itself. */
  readonly cellOf: (job: Job, estimate?: BiasEstimate) => Cell;
  readonly warnings: readonly Warning[];
  readonly interrupted: boolean;
}

/** Runs simulations in this thread. */
export const runHere: SimulationRunner = async (simulation) => ({
  output: simulateHere(simulation),
  interrupted: false,
});

/** Estimates jobs on the same columns, with their events. @param run how simulations are run. */
export async function runJobs(
  complete: CompleteRequest,
  jobs: readonly Job[],
  run: SimulationRunner,
): Promise<FinishedJobs> {
  const { table, budgetDollars, confidence, seed } = complete;
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
  const partEstimate = (part: PreparedCell, whole: BiasEstimate) =>
    whole.method !== 'montecarlo'
      ? (part.model.exact?.() ?? notTold)
      : (simulated?.estimates.at(partsToSimulate.indexOf(part) - partsToSimulate.length) ?? notTold);
  const estimateFor = (job: Job | EventJob) => estimateOf(job, [...toSimulate, ...eventsToSimulate], simulated);
  const estimates = jobs.map(estimateFor);
  return {
    estimates,
    cellOf: (job, other) => {
      const estimate = other ?? (estimates[jobs.indexOf(job)] as BiasEstimate);
      return buildCell({
        ...job,
        table,
        estimate,
        methodReason: job.chosen.reason,
        confidence: estimate.method === 'montecarlo' ? (simulated?.confidence ?? confidence) : confidence,
        budgetDollars,
        seed,
        events: job.events.map((event) => ({ ...event, estimate: estimateFor(event) })),
        attribution: attribute(job.attribution, estimate, (part) => partEstimate(part, estimate)),
      });
    },
    warnings: collectWarnings(complete, jobs, estimates, simulated),
    interrupted: simulated?.interrupted ?? false,
  };
}

/** The cells that tell the parts of simulated biases apart: on the same noise, so that differences are sharp. */
const simulatedParts = (jobs: readonly Job[]): readonly PreparedCell[] =>
  jobs.flatMap(({ attribution }) => attribution.steps.flatMap(({ upTo }) => (typeof upTo === 'object' ? [upTo] : [])));

const notTold: BiasEstimate = { method: 'exact', undefinedBecause: notSplit.notSimulated };

type AnyJob = Omit<Job, 'events' | 'attribution'>;

function estimateOf(job: AnyJob, simulatedJobs: readonly AnyJob[], simulated: SimulatedCells | null): BiasEstimate {
  const { undefinedBecause, chosen } = job;
  if (undefinedBecause !== null) return { method: chosen.estimate?.method ?? 'montecarlo', undefinedBecause };
  const estimate = chosen.estimate ?? (simulated?.estimates[simulatedJobs.indexOf(job)] as BiasEstimate);
  return isDefined(estimate) && !estimate.bias.every(Number.isFinite)
    ? { method: estimate.method, undefinedBecause: undefinedReasons.notFinite }
    : estimate;
}
