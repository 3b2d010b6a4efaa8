import type { Cell, Warning } from '@dpfair/result';
import { attribute } from '../attribution/attribute.js';
import { partEstimate } from '../attribution/part-estimate.js';
import { buildCell } from '../cell/build-cell.js';
import { type BiasEstimate, isDefined } from '../estimate.js';
import { notSplit } from '../messages/why.js';
import { leftOut, stoppedBefore } from '../messages.js';
import type { PreparedCell } from '../models/prepared-cell.js';
import { simulateHere } from '../montecarlo/monte-carlo-task.js';
import { type SimulationRunner, simulateCells } from '../montecarlo/simulate-cells.js';
import { inTurns, type Watch } from '../steps/in-turns.js';
import type { CompleteRequest } from './audit-request.js';
import { SERIES_TOLERANCE } from './choose-method.js';
import { collectWarnings } from './collect-warnings.js';
import { type Job, needsSimulation } from './job.js';
import { type AnyJob, type Settled, settleJob } from './settle-job.js';

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

/** Stands for a simulation that is not begun any more. */
const runNothing: SimulationRunner = async () => ({ output: null, interrupted: true });

/** Estimates jobs on the same columns, with their events. @param run how simulations are run: not after a job was stopped. */
export async function runJobs(
  complete: CompleteRequest,
  jobs: readonly Job[],
  run: SimulationRunner,
  watch: Watch,
): Promise<FinishedJobs> {
  const { table, budgetDollars, confidence, seed } = complete;
  const isStopped = jobs.some(({ chosen }) => chosen.stopped !== undefined);
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
          isStopped ? runNothing : run,
        );
  const effects = { id: table.id, confidence: simulated?.confidence ?? confidence, seed };
  const order: readonly AnyJob[] = [...toSimulate, ...eventsToSimulate];
  const settle = <J extends AnyJob>(job: J) => settleJob(job, simulated?.estimates[order.indexOf(job)], effects);
  const finished = jobs.map((job) => ({ ...settle(job), events: job.events.map(settle) }));
  const estimates = finished.map(({ estimate }) => estimate);
  const computed = await computedParts(finished, complete, watch);
  const estimateOfPart = (part: PreparedCell, whole: BiasEstimate) =>
    whole.method !== 'montecarlo'
      ? (computed.get(part) ?? notTold)
      : (simulated?.estimates.at(partsToSimulate.indexOf(part) - partsToSimulate.length) ?? notTold);
  const interrupted = isStopped || (simulated?.interrupted ?? false);
  const isCut = !interrupted && [...computed.values()].includes(cutShort);
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
    warnings: [...collectWarnings(complete, finished, simulated), ...(isCut ? [stoppedBefore(leftOut.causes)] : [])],
    interrupted: interrupted || isCut,
  };
}

/** The cells that tell the parts of simulated biases apart: on the same noise, so that differences are sharp. */
const simulatedParts = (jobs: readonly Job[]): readonly PreparedCell[] =>
  jobs.flatMap(({ attribution }) => partsOf(attribution));

const partsOf = ({ steps }: Job['attribution']): readonly PreparedCell[] =>
  steps.flatMap(({ upTo }) => (typeof upTo === 'object' ? [upTo] : []));

/** The parts of biases that were computed, not simulated. */
async function computedParts(
  finished: readonly Pick<Job & Settled, 'attribution' | 'estimate'>[],
  { tolerance, trials }: CompleteRequest,
  watch: Watch,
): Promise<ReadonlyMap<PreparedCell, BiasEstimate>> {
  const estimates = new Map<PreparedCell, BiasEstimate>();
  const parts = finished
    .filter(({ estimate }) => estimate.method !== 'montecarlo' && isDefined(estimate))
    .flatMap(({ attribution }) => partsOf(attribution));
  for (const part of parts)
    estimates.set(part, (await inTurns(partEstimate(part, tolerance ?? SERIES_TOLERANCE, trials), watch)) ?? cutShort);
  return estimates;
}

const notTold: BiasEstimate = { method: 'exact', undefinedBecause: notSplit.notSimulated };
const cutShort: BiasEstimate = { method: 'exact', undefinedBecause: notSplit.stopped };
