import type { Seed } from '@dpfair/stats';
import type { SimulatedEstimate, UndefinedEstimate } from '../estimate.js';
import { meanOverShards, standardErrorOverShards } from '../intervals/shard-means.js';
import { simulatedAlpha } from '../intervals/simulated-alpha.js';
import { undefinedReasons } from '../messages.js';
import type { PreparedCell } from '../models/prepared-cell.js';
import type { ShardPart, SimulationOutput } from './monte-carlo-task.js';
import { planRounds } from './plan-rounds.js';
import { type Simulation, toSimulatedCell } from './simulation.js';
import { planSimulation, type SimulationPlan } from './simulation-plan.js';

/** Runs one simulation; an engine that was interrupted gives what is done. */
export type SimulationRunner = (
  simulation: Simulation,
) => Promise<{ readonly output: SimulationOutput | null; readonly interrupted: boolean }>;

/** How long to simulate. */
export interface SimulationOptions {
  readonly trials: number;
  /** Stop once every cell's alpha is known to within this fraction of itself; null: run all trials. */
  readonly tolerance: number | null;
  readonly confidence: number;
  readonly controlVariates: boolean;
  readonly seed: Seed;
}

export interface SimulatedCells {
  readonly estimates: readonly (SimulatedEstimate | UndefinedEstimate)[];
  readonly interrupted: boolean;
  /** Positions of cells whose interval is still wider than the tolerance. */
  readonly tooWide: readonly number[];
  /** Confidence of each interval: higher than asked for when there may be several looks (Bonferroni). */
  readonly confidence: number;
}

/** Standard errors come from this many independent shards. */
const SHARDS = 64;
const FEWEST_SHARDS = 4;

/**
 * Simulates cells of the same columns on common noise. The number of trials is rounded up to whole shards.
 *
 * @param events cells that come along: simulated like the others, their estimates after those of the others, but no
 * tolerance is asked of them.
 */
export async function simulateCells(
  watched: readonly PreparedCell[],
  events: readonly PreparedCell[],
  options: SimulationOptions,
  run: SimulationRunner,
): Promise<SimulatedCells> {
  const cells = [...watched, ...events];
  const { input } = (cells[0] as PreparedCell).problem;
  const shards = Math.max(FEWEST_SHARDS, Math.min(SHARDS, options.trials));
  const { trials, tolerance } = options;
  const outcomesPerTrial = cells.length * (cells[0] as PreparedCell).truth.length;
  const { ends, looks } = planRounds({ trials, tolerance, shards, outcomesPerTrial });
  const confidence = 1 - (1 - options.confidence) / looks;
  const asked = { ...options, watched: watched.length };
  const plans = cells.map((cell) => planSimulation(cell, options.controlVariates));
  let done = 0;
  let parts: readonly ShardPart[] = [];
  for (const end of ends) {
    const { output, interrupted } = await run({
      input,
      cells: cells.map(({ problem }) => toSimulatedCell(problem)),
      controlVariates: options.controlVariates,
      seed: options.seed,
      firstTrial: done,
      trials: end - done,
      shards,
    });
    // An unfinished first round still has whole shards; an unfinished later one would leave shards of unequal length.
    if (interrupted && done > 0) return conclude(parts, plans, done / shards, asked, confidence, true);
    parts = done === 0 ? (output?.parts ?? []) : pool(parts, output?.parts ?? [], done, end - done);
    done = end;
    if (!interrupted && end !== ends.at(-1) && tolerance === null) continue;
    const so = conclude(parts, plans, done / shards, asked, confidence, interrupted);
    if (interrupted || so.tooWide.length === 0 || end === ends.at(-1)) return so;
  }
  throw new Error('unreachable: the last round always concludes');
}

/** Means over `before` and `extra` trials, shard by shard. */
function pool(old: readonly ShardPart[], fresh: readonly ShardPart[], before: number, extra: number): ShardPart[] {
  const share = extra / (before + extra);
  return old.map((part, k) =>
    part.map((mean, cell) => {
      const other = fresh[k]?.[cell] as Float64Array;
      return mean.map((value, i) => value + share * ((other[i] as number) - value));
    }),
  );
}

function conclude(
  parts: readonly ShardPart[],
  plans: readonly SimulationPlan[],
  trialsPerShard: number,
  options: SimulationOptions & { readonly watched: number },
  confidence: number,
  interrupted: boolean,
): SimulatedCells {
  const trials = trialsPerShard * parts.length;
  const estimates = plans.map((plan, cell): SimulatedEstimate | UndefinedEstimate => {
    if (parts.length < FEWEST_SHARDS) return { method: 'montecarlo', undefinedBecause: undefinedReasons.tooLittleDone };
    const { expectedMinusTruth } = plan.control;
    const means = parts.map((part) =>
      (part[cell] as Float64Array).map((value, i) => value + (expectedMinusTruth[i] as number)),
    );
    return {
      method: 'montecarlo',
      bias: meanOverShards(means),
      shards: { means },
      trials,
      controlVariates: plan.controlled,
      unseen: plan.unseen(trials),
      resolution: plan.resolution(trials, confidence),
    };
  });
  const tooWide = estimates.flatMap((estimate, cell) =>
    cell < options.watched && isTooWide(estimate, options, confidence) ? [cell] : [],
  );
  return { estimates, interrupted, tooWide, confidence };
}

function isTooWide(
  estimate: SimulatedEstimate | UndefinedEstimate,
  { tolerance, seed }: SimulationOptions,
  confidence: number,
): boolean {
  if (tolerance === null) return false;
  if ('undefinedBecause' in estimate) return true;
  const errors = standardErrorOverShards(estimate.shards.means, estimate.bias);
  const { lower, upper, estimate: alpha } = simulatedAlpha(estimate, errors, { confidence, seed });
  return (upper - lower) / 2 > tolerance * alpha;
}
