import type { Cell, Warning } from '@dpfair/result';
import { attribute } from '../attribution/attribute.js';
import { partEstimate } from '../attribution/part-estimate.js';
import { buildCell } from '../cell/build-cell.js';
import type { BiasEstimate } from '../estimate.js';
import { notSplit } from '../messages/why.js';
import type { PreparedCell } from '../models/prepared-cell.js';
import { simulateHere } from '../montecarlo/monte-carlo-task.js';
import { type SimulationRunner, simulateCells } from '../montecarlo/simulate-cells.js';
import type { CompleteRequest } from './audit-request.js';
import { SERIES_TOLERANCE } from './choose-method.js';
import { collectWarnings } from './collect-warnings.js';
import { type Job, needsSimulation } from './job.js';
import { type AnyJob, settleJob } from './settle-job.js';

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
  const estimateOfPart = (part: PreparedCell, whole: BiasEstimate) =>
    whole.method !== 'montecarlo'
      ? partEstimate(part, complete.tolerance ?? SERIES_TOLERANCE, complete.trials)
      : (simulated?.estimates.at(partsToSimulate.indexOf(part) - partsToSimulate.length) ?? notTold);
  const effects = { id: table.id, confidence: simulated?.confidence ?? confidence, seed };
  const order: readonly AnyJob[] = [...toSimulate, ...eventsToSimulate];
  const settle = <J extends AnyJob>(job: J) => settleJob(job, simulated?.estimates[order.indexOf(job)], effects);
  const finished = jobs.map((job) => ({ ...settle(job), events: job.events.map(settle) }));
  const estimates = finished.map(({ estimate }) => estimate);
  return {
    estimates,
    cellOf: (job, other) => {
      const own = finished[jobs.indexOf(job)] as (typeof finished)[number];
      const estimate = other ?? own.estimate;
      return buildCell({
        ...own,
        table,
        estimate,
        methodReason: own.chosen.reason,
        confidence: estimate.method === 'montecarlo' ? (simulated?.confidence ?? confidence) : confidence,
        budgetDollars,
        seed,
        attribution: attribute(job.attribution, estimate, (part) => estimateOfPart(part, estimate)),
      });
    },
    warnings: collectWarnings(complete, finished, simulated),
    interrupted: simulated?.interrupted ?? false,
  };
}

/** The cells that tell the parts of simulated biases apart: on the same noise, so that differences are sharp. */
const simulatedParts = (jobs: readonly Job[]): readonly PreparedCell[] =>
  jobs.flatMap(({ attribution }) => attribution.steps.flatMap(({ upTo }) => (typeof upTo === 'object' ? [upTo] : [])));

const notTold: BiasEstimate = { method: 'exact', undefinedBecause: notSplit.notSimulated };
