import { decisionByName } from '@dpfair/decisions';
import { noiseDistribution, type PostName } from '@dpfair/mechanisms';
import type { Cell, CountTable, Mechanism, Method, Normaliser, Warning } from '@dpfair/result';
import type { Seed } from '@dpfair/stats';
import { buildCell } from './cell/build-cell.js';
import { normaliserOf } from './cell/normaliser.js';
import { type ChosenMethod, chooseMethod, SERIES_TOLERANCE } from './choose-method.js';
import { type BiasEstimate, isDefined, type UndefinedEstimate } from './estimate.js';
import * as messages from './messages.js';
import { simulateHere } from './montecarlo/monte-carlo-task.js';
import { type SimulatedCells, type SimulationRunner, simulateCells } from './montecarlo/simulate-cells.js';
import type { Problem } from './problem.js';

/** An audit of one decision on one table, under several mechanisms and post-processings. */
export interface AuditRequest {
  readonly table: CountTable;
  /** `identity` or `allotment`. */
  readonly decision: string;
  readonly mechanisms: readonly Mechanism[];
  readonly posts: readonly PostName[];
  /** @default 'auto' */
  readonly method?: 'auto' | Method;
  /** Monte Carlo trials, where they are needed. @default 20000 */
  readonly trials?: number;
  /**
   * Fraction of alpha. Monte Carlo stops when the interval's half-width is below it; `auto` takes a series whose stated
   * error is below it. @default none for Monte Carlo, 0.01 for series
   */
  readonly tolerance?: number;
  readonly seed: Seed;
  /** @default 0.95 */
  readonly confidence?: number;
  /** Dollars to be allotted, to state effects in dollars. @default null */
  readonly budgetDollars?: number | null;
  /** False for the plain estimator. @default true */
  readonly controlVariates?: boolean;
}

export interface Audit {
  /** One per mechanism and post-processing, mechanisms first. */
  readonly cells: readonly Cell[];
  readonly warnings: readonly Warning[];
  readonly interrupted: boolean;
}

/** Above this probability of a total that is not positive, raw shares are not given a bias. */
const NORMALISER_LIMIT = 1e-9;
/** Above this probability a cell warns. */
const WARNING_LIMIT = 1e-6;
const FEW_SHARDS = 32;

interface Job {
  readonly mechanism: Mechanism;
  readonly problem: Problem;
  readonly where: string;
  readonly normaliser: Normaliser | null;
  readonly undefinedBecause: string | null;
  readonly chosen: ChosenMethod;
}

/**
 * Audits a decision: bias of every entity, alpha and cost of privacy with intervals, per mechanism and post-processing.
 *
 * @param run how simulations are run; default: in this thread. An engine can be put here.
 * @throws DpfairError `usage` for options that do not fit together, `undefined-result` where the decision does not exist.
 */
export async function auditTable(request: AuditRequest, run: SimulationRunner = runHere): Promise<Audit> {
  const { trials = 20_000, confidence = 0.95, budgetDollars = null, controlVariates = true, seed } = request;
  checkOptions(request);
  const jobs = request.mechanisms.flatMap((mechanism) =>
    request.posts.map((post) => prepare(request, mechanism, post)),
  );
  const toSimulate = jobs.filter(needsSimulation);
  const simulated =
    toSimulate.length === 0
      ? null
      : await simulateCells(
          toSimulate.map(({ problem }) => problem),
          { trials, tolerance: request.tolerance ?? null, confidence, controlVariates, seed },
          run,
        );
  const estimates = jobs.map((job) => estimateOf(job, toSimulate, simulated));
  const cells = jobs.map((job, k) => {
    const estimate = estimates[k] as BiasEstimate;
    return buildCell({
      ...job,
      table: request.table,
      estimate,
      methodReason: job.chosen.reason,
      confidence: estimate.method === 'montecarlo' ? (simulated?.confidence ?? confidence) : confidence,
      budgetDollars,
      seed,
    });
  });
  const warnings = [
    ...jobs.flatMap((job, k) => cellWarnings(job, estimates[k] as BiasEstimate, request.tolerance ?? SERIES_TOLERANCE)),
    ...simulationWarnings(toSimulate, simulated, estimates, controlVariates),
  ];
  return { cells, warnings, interrupted: simulated?.interrupted ?? false };
}

const runHere: SimulationRunner = async (simulation) => ({ output: simulateHere(simulation), interrupted: false });

const needsSimulation = ({ undefinedBecause, chosen }: Job) => undefinedBecause === null && chosen.estimate === null;

function prepare(request: AuditRequest, mechanism: Mechanism, post: PostName): Job {
  const { table, method = 'auto', tolerance = SERIES_TOLERANCE } = request;
  const problem: Problem = {
    decision: decisionByName(request.decision),
    post,
    counts: table.counts.count as Float64Array,
    weights: table.fixed.weight ?? null,
    noise: noiseDistribution(mechanism),
  };
  problem.decision.truth(problem);
  problem.decision.stages(post, problem);
  const normaliser = normaliserOf(problem);
  const undefinedBecause =
    normaliser?.convention === messages.conventions.noMean && normaliser.probabilityNotPositive > NORMALISER_LIMIT
      ? messages.undefinedReasons.normaliserNearZero(normaliser.probabilityNotPositive)
      : null;
  return {
    mechanism,
    problem,
    where: describeCell(mechanism, post),
    normaliser,
    undefinedBecause,
    chosen: chooseMethod(problem, method, tolerance),
  };
}

function describeCell({ kind, epsilon, scale, sigma }: Mechanism, post: PostName): string {
  const amount = epsilon === null ? (sigma === null ? `scale ${scale}` : `sigma ${sigma}`) : `epsilon ${epsilon}`;
  return `${kind}, ${amount}, ${post}`;
}

function estimateOf(job: Job, simulatedJobs: readonly Job[], simulated: SimulatedCells | null): BiasEstimate {
  if (job.undefinedBecause !== null) {
    const undefinedEstimate: UndefinedEstimate = {
      method: job.chosen.estimate?.method ?? 'montecarlo',
      undefinedBecause: job.undefinedBecause,
    };
    return undefinedEstimate;
  }
  return job.chosen.estimate ?? (simulated?.estimates[simulatedJobs.indexOf(job)] as BiasEstimate);
}

function cellWarnings(job: Job, estimate: BiasEstimate, tolerance: number): Warning[] {
  const { where, normaliser, problem, chosen, undefinedBecause } = job;
  const warnings: Warning[] = [];
  if (!isDefined(estimate)) warnings.push(messages.undefinedCell(where, estimate.undefinedBecause));
  if (undefinedBecause === null && normaliser !== null && normaliser.probabilityNotPositive > WARNING_LIMIT) {
    const warn =
      problem.post === 'clip' || problem.post === 'baseline' ? messages.allZeroPossible : messages.normaliserMayVanish;
    warnings.push(warn(where, normaliser.probabilityNotPositive));
  }
  if (estimate.method === 'series' && isDefined(estimate) && (chosen.relativeError ?? 0) > tolerance) {
    warnings.push(messages.seriesErrorAboveTolerance(where, chosen.relativeError as number));
  }
  return warnings;
}

function simulationWarnings(
  jobs: readonly Job[],
  simulated: SimulatedCells | null,
  estimates: readonly BiasEstimate[],
  controlVariates: boolean,
): Warning[] {
  if (simulated === null) return [];
  const warnings: Warning[] = [];
  if (!controlVariates) warnings.push(messages.plainMonteCarlo());
  if (simulated.interrupted) warnings.push(messages.interrupted());
  const done = estimates.flatMap((estimate) =>
    estimate.method === 'montecarlo' && isDefined(estimate) ? [estimate] : [],
  );
  const shards = done[0]?.shards.means.length ?? FEW_SHARDS;
  if (shards < FEW_SHARDS) warnings.push(messages.fewShards(shards));
  for (const cell of simulated.tooWide) {
    const estimate = simulated.estimates[cell];
    if (estimate !== undefined && isDefined(estimate)) {
      warnings.push(messages.toleranceNotMet((jobs[cell] as Job).where, estimate.trials));
    }
  }
  return warnings;
}

function checkOptions({ trials = 20_000, confidence = 0.95, tolerance, mechanisms, posts, table }: AuditRequest): void {
  if (!(Number.isSafeInteger(trials) && trials >= 4)) {
    throw messages.badOption('trials', trials, 'a whole number of at least 4');
  }
  if (!(confidence > 0 && confidence < 1)) throw messages.badOption('confidence', confidence, 'between 0 and 1');
  if (tolerance !== undefined && !(tolerance > 0)) throw messages.badOption('tolerance', tolerance, 'more than 0');
  if (mechanisms.length === 0) throw messages.badOption('mechanisms', 0, 'at least one');
  if (posts.length === 0) throw messages.badOption('post-processings', 0, 'at least one');
  if (table.id.length === 0) throw messages.badOption('entities', 0, 'at least one');
}
