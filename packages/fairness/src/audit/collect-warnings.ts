import type { Warning } from '@dpfair/result';
import { type BiasEstimate, isDefined } from '../estimate.js';
import { spread } from '../intervals/extremes.js';
import * as messages from '../messages.js';
import type { SimulatedCells } from '../montecarlo/simulate-cells.js';
import type { CompleteRequest } from './audit-request.js';
import { SERIES_TOLERANCE } from './choose-method.js';
import { type Job, needsSimulation } from './job.js';

/** Above this probability of a total that is not positive, a cell warns. */
const WARNING_LIMIT = 1e-6;
/** Widening by less than this part of the gap is not worth a word. */
const NOTABLE = 0.01;
/** Fewer shards than this make poor standard errors. */
const FEW_SHARDS = 32;

/** Everything the reader of these estimates should know; a quiet audit has no warnings. */
export function collectWarnings(
  request: CompleteRequest,
  jobs: readonly Job[],
  estimates: readonly BiasEstimate[],
  simulated: SimulatedCells | null,
): Warning[] {
  const tolerance = request.tolerance ?? SERIES_TOLERANCE;
  return [
    ...ofFractions(jobs),
    ...ofTruth(request, jobs),
    ...jobs.flatMap((job, k) => ofCell(job, estimates[k] as BiasEstimate, tolerance)),
    ...(simulated === null ? [] : ofSimulation(simulatedJobs(jobs), simulated, request.controlVariates)),
  ];
}

/** The outcome without noise is the same in every cell. */
function ofTruth({ table }: CompleteRequest, jobs: readonly Job[]): Warning[] {
  const { decision, input } = (jobs[0] as Job).cell.problem;
  const tied = decision.tied?.(input) ?? [];
  return tied.length === 0 ? [] : [messages.tiedOutcome(tied.map((place) => table.name[place] as string))];
}

/** In the order in which they were simulated. */
const simulatedJobs = (jobs: readonly Job[]): readonly Pick<Job, 'where'>[] => [
  ...jobs.filter(needsSimulation),
  ...jobs.flatMap(({ events }) => events).filter(needsSimulation),
];

/** Discrete noise on counts that are no whole numbers: the first such column is named. */
function ofFractions(jobs: readonly Job[]): Warning[] {
  const discrete = jobs.find(({ cell }) => cell.problem.noise.support === 'integers');
  for (const [role, values] of Object.entries(discrete?.cell.problem.input.counts ?? {})) {
    const fraction = values.find((value) => !Number.isInteger(value));
    if (fraction !== undefined) return [messages.fractionalCounts(role, fraction)];
  }
  return [];
}

function ofCell(job: Job, estimate: BiasEstimate, tolerance: number): Warning[] {
  const { where, normaliser, chosen, undefinedBecause } = job;
  const warnings: Warning[] = [];
  if (!isDefined(estimate)) warnings.push(messages.undefinedCell(where, estimate.undefinedBecause));
  if (undefinedBecause === null && normaliser !== null && normaliser.probabilityNotPositive > WARNING_LIMIT) {
    const warn =
      normaliser.convention === messages.conventions.equalShares
        ? messages.allZeroPossible
        : messages.normaliserMayVanish;
    warnings.push(warn(where, normaliser.probabilityNotPositive, job.cell.problem.noise.support));
  }
  if (estimate.method !== 'montecarlo' && isDefined(estimate) && (chosen.relativeError ?? 0) > tolerance) {
    warnings.push(messages.errorAboveTolerance(where, estimate.method, chosen.relativeError as number));
  }
  return warnings;
}

function ofSimulation(
  jobs: readonly Pick<Job, 'where'>[],
  simulated: SimulatedCells,
  controlVariates: boolean,
): Warning[] {
  const warnings: Warning[] = [];
  if (!controlVariates) warnings.push(messages.plainMonteCarlo());
  simulated.estimates.forEach((estimate, cell) => {
    if (isDefined(estimate) && estimate.unseen > NOTABLE * spread(estimate.bias))
      warnings.push(messages.rareEvents((jobs[cell] as Pick<Job, 'where'>).where));
  });
  if (simulated.interrupted) warnings.push(messages.interrupted());
  const shards = simulated.estimates.filter(isDefined)[0]?.shards.means.length ?? FEW_SHARDS;
  if (shards < FEW_SHARDS) warnings.push(messages.fewShards(shards));
  for (const cell of simulated.tooWide) {
    const estimate = simulated.estimates[cell];
    if (estimate !== undefined && isDefined(estimate)) {
      warnings.push(messages.toleranceNotMet((jobs[cell] as Pick<Job, 'where'>).where, estimate.trials));
    }
  }
  return warnings;
}
