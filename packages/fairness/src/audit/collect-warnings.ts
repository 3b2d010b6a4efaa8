import type { Warning } from '@dpfair/result';
import { isDefined } from '../estimate.js';
import { spread } from '../intervals/extremes.js';
import * as messages from '../messages.js';
import type { SimulatedCells } from '../montecarlo/simulate-cells.js';
import type { CompleteRequest } from './audit-request.js';
import { SERIES_TOLERANCE } from './choose-method.js';
import type { Job } from './job.js';
import type { Settled } from './settle-job.js';

/** Above this probability of a total that is not positive, a cell warns. */
const WARNING_LIMIT = 1e-6;
/** Widening by less than this part of the gap is not worth a word. */
const NOTABLE = 0.01;
/** Fewer shards than this make poor standard errors. */
const FEW_SHARDS = 32;

/** Everything the reader of these estimates should know; a quiet audit has no warnings. */
export function collectWarnings(
  request: CompleteRequest,
  jobs: readonly FinishedJob[],
  simulated: SimulatedCells | null,
): Warning[] {
  const tolerance = request.tolerance ?? SERIES_TOLERANCE;
  const stopped = jobs.filter(({ chosen }) => chosen.stopped !== undefined);
  return [
    ...ofFractions(jobs),
    ...ofTruth(request, jobs),
    ...jobs.flatMap((job) => ofCell(job, tolerance)),
    ...(stopped.length === 0 ? [] : [messages.stoppedBefore(messages.leftOut.cells(stopped.length, jobs.length))]),
    ...(simulated === null
      ? []
      : ofSimulation(
          simulatedJobs(jobs),
          { ...simulated, ...(stopped.length > 0 && { interrupted: false }) },
          request.controlVariates,
        )),
  ];
}

/** The outcome without noise is the same in every cell. */
function ofTruth({ table }: CompleteRequest, jobs: readonly FinishedJob[]): Warning[] {
  const { decision, input } = (jobs[0] as FinishedJob).cell.problem;
  const tied = decision.tied?.(input) ?? [];
  return [
    ...(tied.length === 0 ? [] : [messages.tiedOutcome(tied.map((place) => table.name[place] as string))]),
    ...(decision.name === 'threshold' ? ofAnswers(decision.truth(input)) : []),
  ];
}

/** A rule that does not tell entities apart; of one entity none could. */
function ofAnswers(truth: Float64Array): Warning[] {
  const [first] = truth;
  const isAlike = first !== undefined && truth.length > 1 && truth.every((answer) => answer === first);
  return isAlike ? [messages.ruleDecidesNothing(first, truth.length)] : [];
}

/** A job when all is known. */
export type FinishedJob = Omit<Job, 'events'> & Settled & { readonly events: readonly Told[] };

/** What is told of a simulated question. */
type Told = Pick<Job, 'where'> & Settled;

/** In the order in which they were simulated. */
const simulatedJobs = (jobs: readonly FinishedJob[]): readonly Told[] => [
  ...jobs.filter(({ simulated }) => simulated),
  ...jobs.flatMap(({ events }) => events).filter(({ simulated }) => simulated),
];

/** Discrete noise on counts that are no whole numbers: the first such column is named. */
function ofFractions(jobs: readonly FinishedJob[]): Warning[] {
  const discrete = jobs.find(({ cell }) => cell.problem.noise.support === 'integers');
  for (const [role, values] of Object.entries(discrete?.cell.problem.input.counts ?? {})) {
    const fraction = values.find((value) => !Number.isInteger(value));
    if (fraction !== undefined) return [messages.fractionalCounts(role, fraction)];
  }
  return [];
}

function ofCell(job: FinishedJob, tolerance: number): Warning[] {
  const { where, normaliser, chosen, undefinedBecause, estimate } = job;
  const warnings: Warning[] = [];
  // Those that were stopped are told in one warning.
  if (!isDefined(estimate) && chosen.stopped === undefined)
    warnings.push(messages.undefinedCell(where, estimate.undefinedBecause));
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

function ofSimulation(jobs: readonly Told[], simulated: SimulatedCells, controlVariates: boolean): Warning[] {
  const warnings: Warning[] = [];
  // What gave way to an exact estimate is not in the result.
  const isShown = (cell: number) => jobs[cell]?.estimate.method === 'montecarlo';
  const where = (cell: number) => (jobs[cell] as Told).where;
  if (!controlVariates) warnings.push(messages.plainMonteCarlo());
  simulated.estimates.forEach((estimate, cell) => {
    if (isShown(cell) && isDefined(estimate) && estimate.unseen > NOTABLE * spread(estimate.bias))
      warnings.push(messages.rareEvents(where(cell)));
  });
  if (simulated.interrupted) warnings.push(messages.interrupted());
  const shards = simulated.estimates.filter(isDefined)[0]?.shards.means.length ?? FEW_SHARDS;
  if (shards < FEW_SHARDS) warnings.push(messages.fewShards(shards));
  for (const cell of simulated.tooWide) {
    const estimate = simulated.estimates[cell];
    if (isShown(cell) && estimate !== undefined && isDefined(estimate)) {
      warnings.push(messages.toleranceNotMet(where(cell), estimate.trials));
    }
  }
  return warnings;
}
