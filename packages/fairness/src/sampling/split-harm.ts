import type { Cell, CountTable, Harm, Sampling, SamplingSource } from '@dpfair/result';
import { gaussian } from '@dpfair/stats';
import type { CompleteRequest } from '../audit/audit-request.js';
import type { Job } from '../audit/job.js';
import type { AnalyticEstimate } from '../estimate.js';
import type { PreparedCell } from '../models/prepared-cell.js';
import type { ShardPart } from '../montecarlo/monte-carlo-task.js';
import type { SimulationRunner } from '../montecarlo/simulate-cells.js';
import { readErrors } from '../montecarlo/simulate-errors.js';
import { toSimulatedCell } from '../montecarlo/simulation.js';
import { planSimulation } from '../montecarlo/simulation-plan.js';
import { inTurns, type Watch } from '../steps/in-turns.js';
import { type Steps, stepsOf } from '../steps/steps.js';
import { addedBy, ratioOf, type Scenarios } from './compare-scenarios.js';
import { errorsBySize } from './errors-by-size.js';
import { samplingSpreads } from './sampling-spreads.js';
import { entityErrorsOf, exactScenario, harmOf, simulatedScenario } from './scenario.js';

/** Standard errors come from this many shards: fewer than those of a bias, because each keeps nine numbers an entity. */
const SHARDS = 32;
const FEWEST_SHARDS = 4;

/** What sampling error and privacy noise do, cell by cell; null where a cell is undefined or the run was stopped. */
export interface SplitHarm {
  readonly cells: readonly (Sampling | null)[];
  readonly interrupted: boolean;
}

/**
 * Splits the harm of every cell into that of the sampling error that the data already have, that of privacy noise, and both
 * together: exactly for a yes-or-no rule under Gaussian noise, else on the same simulated draws.
 *
 * @param audited the cells of the jobs, in the same order: their biases are those of privacy noise alone.
 * @throws DpfairError where the columns that size sampling errors are missing or wrong: see {@link samplingSpreads}.
 */
export async function splitHarm(
  source: SamplingSource,
  jobs: readonly Job[],
  audited: readonly Cell[],
  request: CompleteRequest,
  run: SimulationRunner,
  watch: Watch,
): Promise<SplitHarm> {
  const { privateRoles, unit } = (jobs[0] as Job).cell.problem.decision;
  const spreads = samplingSpreads(source, request.table, privateRoles);
  const defined = jobs.filter((_, k) => audited[k]?.alpha.estimate !== null);
  const aloneOf = samplingAlone(spreads);
  const exact = new Map<Job, Scenarios | null>();
  for (const job of defined) {
    const found = await inTurns(exactScenarios(job, spreads, aloneOf), watch);
    if (found !== null) exact.set(job, found.scenarios);
  }
  const isStopped = exact.size < defined.length;
  const toSimulate = isStopped ? [] : defined.filter((job) => exact.get(job) === null);
  const simulated = await simulateScenarios(toSimulate, spreads, request, run);
  const cells = jobs.map((job, k): Sampling | null => {
    const known = exact.get(job) ?? null;
    const scenarios = known ?? simulated.scenarios[toSimulate.indexOf(job)] ?? null;
    if (scenarios === null) return null;
    const { confidence, seed } = request;
    const cell = audited[k] as Cell;
    const harm = { id: request.table.id, confidence, seed, shares: unit === 'share' };
    return {
      source,
      trials: known === null ? simulated.trials : null,
      sampling: harmOf(scenarios.sampling, harm),
      privacy: { ...harmOf(scenarios.privacy, harm), ...biasHarmOf(cell) },
      both: harmOf(scenarios.both, harm),
      ratio: ratioOf(scenarios, confidence),
      added: addedBy(scenarios, confidence),
      bySize: unit === 'probability' ? [] : errorsBySize(scenarios, cell.entities.truth),
      entities: {
        spread: Object.fromEntries(Object.entries(spreads).map(([role, values]) => [role, [...values]])),
        sampling: entityErrorsOf(scenarios.sampling),
        privacy: { ...entityErrorsOf(scenarios.privacy), bias: cell.entities.bias.map(Number) },
        both: entityErrorsOf(scenarios.both),
      },
    };
  });
  return { cells, interrupted: isStopped || simulated.interrupted };
}

/** The audit knows more of the bias of privacy noise than draws without a control variate do. */
function biasHarmOf({ alpha, costOfPrivacy: cost }: Cell): Pick<Harm, 'alpha' | 'cost'> {
  return {
    alpha: { estimate: alpha.estimate, lower: alpha.lower, upper: alpha.upper },
    cost: { estimate: cost.share, lower: cost.lower, upper: cost.upper },
  };
}

type Spreads = Readonly<Record<string, Float64Array>>;

/** Of a rule under Gaussian noise: the sum of two Gaussian noises is one. Null for anything else. */
function* exactScenarios(
  { cell, chosen }: Job,
  spreads: Spreads,
  aloneOf: AloneOf,
): Steps<{ readonly scenarios: Scenarios | null }> {
  const { model, problem } = cell;
  const { noise } = problem;
  const privacy = chosen.estimate;
  if (model.exactWith === undefined || noise.kind !== 'gaussian' || privacy?.method !== 'exact')
    return { scenarios: null };
  const both = model.exactWith((role, i) => gaussian(Math.hypot(spreadOf(spreads, role, i), noise.spread)));
  const sampling = yield* aloneOf(cell);
  if (sampling === null || both === null) return { scenarios: null };
  return {
    scenarios: {
      sampling: exactScenario(sampling),
      privacy: exactScenario(privacy),
      both: exactScenario(yield* stepsOf(both)),
    },
  };
}

type AloneOf = (cell: PreparedCell) => Steps<AnalyticEstimate | null>;

/** Sampling error alone, computed once for each post-processing: it does not depend on the privacy noise. */
function samplingAlone(spreads: Spreads): AloneOf {
  const known = new Map<string, AnalyticEstimate | null>();
  return function* ({ model, problem }) {
    const found = known.get(problem.post);
    if (found !== undefined) return found;
    const noiseOf = (role: string, i: number) => {
      const spread = spreadOf(spreads, role, i);
      return spread > 0 ? gaussian(spread) : null;
    };
    const asked = model.exactWith?.(noiseOf) ?? null;
    const alone = asked && (yield* stepsOf(asked));
    known.set(problem.post, alone);
    return alone;
  };
}

const spreadOf = (spreads: Spreads, role: string, entity: number): number =>
  (spreads[role] as Float64Array)[entity] as number;

async function simulateScenarios(
  jobs: readonly Job[],
  sampling: Spreads,
  { trials, seed, confidence }: Pick<CompleteRequest, 'trials' | 'seed' | 'confidence'> & { table: CountTable },
  run: SimulationRunner,
): Promise<{ readonly scenarios: readonly Scenarios[]; readonly trials: number; readonly interrupted: boolean }> {
  const [first] = jobs;
  if (first === undefined) return { scenarios: [], trials: 0, interrupted: false };
  const pairs = Math.ceil(trials / 2);
  const shards = Math.max(FEWEST_SHARDS, Math.min(SHARDS, pairs));
  const cells = jobs.map(({ cell }) => toSimulatedCell(cell.problem));
  const { output, interrupted } = await run({
    input: first.cell.problem.input,
    cells,
    controlVariates: false,
    sampling,
    seed,
    firstTrial: 0,
    trials: shards * Math.ceil(pairs / shards),
    shards,
  });
  const parts: readonly ShardPart[] = output?.parts ?? [];
  const done = 2 * parts.length * (output?.trialsPerShard ?? 0);
  if (parts.length < FEWEST_SHARDS) return { scenarios: [], trials: done, interrupted };
  const read = parts.map((part) => readErrors({ cells }, part));
  const scenarios = jobs.map(({ cell }, k): Scenarios => {
    const plan = planSimulation(cell, false);
    // Opposite draws may err together: what was never seen was not seen in so many pairs.
    const seen = { trials: done, unseen: 0, resolution: plan.resolution(done / 2, confidence) };
    const hidden = { ...seen, unseen: plan.unseen(done / 2) };
    return {
      sampling: simulatedScenario(
        read.flatMap((shard) => shard.sampling.get(cell.problem.post) ?? []),
        seen,
      ),
      privacy: simulatedScenario(
        read.flatMap((shard) => shard.privacy[k] ?? []),
        hidden,
      ),
      both: simulatedScenario(
        read.flatMap((shard) => shard.both[k] ?? []),
        hidden,
      ),
    };
  });
  return { scenarios, trials: done, interrupted };
}
