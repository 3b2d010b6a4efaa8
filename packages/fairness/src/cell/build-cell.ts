import type { DecisionEvent } from '@dpfair/decisions';
import type {
  Alpha,
  Attribution,
  Bound,
  Cell,
  CostOfPrivacy,
  CountTable,
  EventOfCell,
  Mechanism,
  Normaliser,
} from '@dpfair/result';
import { bonferroniCriticalValue, type Seed } from '@dpfair/stats';
import { boundsOf } from '../bounds/bounds-of.js';
import { uniformAlphaOf } from '../bounds/uniform-alpha-of.js';
import { type AnalyticEstimate, type BiasEstimate, isDefined, type SimulatedEstimate } from '../estimate.js';
import { extremes } from '../intervals/extremes.js';
import { standardErrorOverShards } from '../intervals/shard-means.js';
import { formulas, undefinedReasons } from '../messages.js';
import type { PreparedCell } from '../models/prepared-cell.js';
import { alphaOf, costOfPrivacyOf } from './effects.js';
import { falseRates } from './false-rates.js';
import { rollUp } from './groups.js';
import { peopleTouched } from './people-touched.js';
import { roundUp } from './round-up.js';
import { sizeDeciles } from './size-deciles.js';

/** What a cell of the result is made from. */
export interface CellParts {
  readonly table: CountTable;
  readonly cell: PreparedCell;
  readonly mechanism: Mechanism;
  readonly estimate: BiasEstimate;
  readonly methodReason: string;
  readonly normaliser: Normaliser | null;
  readonly confidence: number;
  readonly budgetDollars: number | null;
  readonly seed: Seed;
  readonly events: readonly EstimatedEvent[];
  readonly attribution: Attribution;
}

/** A yes-or-no question that comes along with a cell, estimated. */
export interface EstimatedEvent {
  readonly event: DecisionEvent;
  readonly cell: PreparedCell;
  readonly estimate: BiasEstimate;
}

/** Turns an estimate into a cell of the result. */
export function buildCell(parts: CellParts): Cell {
  const { table, mechanism, estimate, normaliser, confidence, budgetDollars, seed } = parts;
  const { problem, truth } = parts.cell;
  const counts = problem.input.counts[problem.decision.privateRoles[0] as string] as Float64Array;
  const defined = isDefined(estimate) ? estimate : null;
  const n = truth.length;
  const standardErrors = defined === null ? new Float64Array(n) : standardErrorsOf(defined);
  const reason = isDefined(estimate) ? null : estimate.undefinedBecause;
  const yesNo = problem.decision.unit === 'probability';
  const touched = problem.decision.people?.(problem.input) ?? null;
  const distance = problem.decision.distance?.(problem.input, Math.sqrt(problem.noise.variance)) ?? null;
  const alpha =
    defined === null
      ? undefinedAlpha(confidence, reason)
      : alphaOf(defined, standardErrors, { id: table.id, confidence, seed });
  const costOfPrivacy =
    problem.decision.unit !== 'share'
      ? undefinedCost(undefinedReasons.notAShare)
      : defined === null
        ? undefinedCost(reason)
        : costOfPrivacyOf(defined, confidence, budgetDollars);
  const multiplier =
    defined?.method === 'montecarlo' ? bonferroniCriticalValue(n, confidence, defined.shards.means.length - 1) : null;
  return {
    mechanism,
    post: problem.post,
    decision: problem.decision.name,
    pipeline: [...problem.decision.pipeline(problem.post, problem.input).stages],
    method: estimate.method,
    methodReason: parts.methodReason,
    estimator: defined === null ? null : defined.method === 'montecarlo' ? 'montecarlo' : defined.estimator,
    formula: defined === null || defined.method === 'montecarlo' ? null : formulas[defined.estimator],
    trials: defined?.method === 'montecarlo' ? defined.trials : null,
    controlVariates: defined?.method === 'montecarlo' && defined.controlVariates,
    errorEstimate:
      defined === null || defined.method === 'montecarlo' ? null : defined.errors.reduce((a, b) => Math.max(a, b), 0),
    resolution: defined?.method === 'montecarlo' ? defined.resolution : null,
    normaliser,
    intervalMultiplier: multiplier,
    alpha,
    costOfPrivacy,
    uniformAlpha: uniformAlphaOf(parts.cell),
    ...(defined === null
      ? {}
      : { bounds: boundsBeside(parts.cell, defined, standardErrors, multiplier, { alpha, costOfPrivacy }) }),
    attribution: parts.attribution,
    entities: {
      id: [...table.id],
      name: [...table.name],
      count: [...counts],
      truth: [...truth],
      ...(yesNo ? { probability: probabilities(truth, defined?.bias ?? null) } : {}),
      ...(distance === null ? {} : { distance: Array.from(distance, (at) => (Number.isFinite(at) ? at : null)) }),
      ...(touched === null
        ? {}
        : { people: Array.from(touched.people, (people, i) => (touched.counted[i] ? people : null)) }),
      bias: defined === null ? nulls(n) : [...defined.bias],
      standardError: defined === null ? nulls(n) : [...standardErrors],
      ...(defined !== null && defined.method !== 'montecarlo' ? { error: [...defined.errors] } : {}),
      disparity: defined === null ? nulls(n) : [...disparities(defined.bias)],
      ...(parts.events.length === 0 ? {} : { events: parts.events.map(eventOf) }),
    },
    bySize: defined === null || yesNo ? [] : sizeDeciles(truth, defined.bias),
    groups:
      table.group === null ? [] : rollUp(defined, { labels: table.group, counts, truth, budgetDollars, confidence }),
    ...(yesNo
      ? { falseRates: falseRates(defined ?? (reason as string), { truth, distance, groups: table.group, confidence }) }
      : {}),
    ...(touched === null ? {} : { people: peopleTouched(defined, touched, truth, confidence) }),
  };
}

/** Bounds, given what the cell found and how far each bias may be off. */
function boundsBeside(
  cell: PreparedCell,
  estimate: AnalyticEstimate | SimulatedEstimate,
  standardErrors: Float64Array,
  multiplier: number | null,
  { alpha, costOfPrivacy }: Pick<Cell, 'alpha' | 'costOfPrivacy'>,
): Bound[] {
  const margin =
    estimate.method === 'montecarlo'
      ? standardErrors.map((error) => (multiplier ?? 0) * error + estimate.unseen + estimate.resolution)
      : estimate.errors;
  const exact = estimate.method === 'exact';
  return boundsOf(cell, {
    bias: estimate.bias,
    margin,
    exact,
    alpha: alpha.estimate,
    costOfPrivacy: costOfPrivacy.share,
  });
}

function eventOf({ event, cell, estimate }: EstimatedEvent): EventOfCell {
  const { truth } = cell;
  const defined = isDefined(estimate) ? estimate : null;
  return {
    name: event.name,
    question: event.question,
    method: estimate.method,
    trials: defined?.method === 'montecarlo' ? defined.trials : null,
    resolution: defined?.method === 'montecarlo' ? defined.resolution : null,
    truth: [...truth],
    probability: probabilities(truth, defined?.bias ?? null),
    standardError: defined === null ? nulls(truth.length) : [...standardErrorsOf(defined)],
    ...(defined !== null && defined.method !== 'montecarlo' ? { error: Array.from(defined.errors, roundUp) } : {}),
  };
}

const standardErrorsOf = (estimate: AnalyticEstimate | SimulatedEstimate): Float64Array =>
  estimate.method === 'montecarlo'
    ? standardErrorOverShards(estimate.shards.means, estimate.bias)
    : new Float64Array(estimate.bias.length);

const nulls = (n: number): null[] => new Array<null>(n).fill(null);

/** Of yes. Rounding and simulation may not leave the range. */
function probabilities(truth: Float64Array, bias: Float64Array | null): (number | null)[] {
  if (bias === null) return nulls(truth.length);
  return Array.from(truth, (outcome, i) => Math.min(1, Math.max(0, outcome + (bias[i] as number))));
}

/** Largest difference between one bias and any other. */
function disparities(biases: Float64Array): Float64Array {
  const { most, least } = extremes(biases);
  const [top, bottom] = [biases[most] as number, biases[least] as number];
  return biases.map((bias) => Math.max(top - bias, bias - bottom));
}

const undefinedAlpha = (confidence: number, reason: string | null): Alpha => ({
  estimate: null,
  lower: null,
  upper: null,
  confidence,
  most: null,
  least: null,
  plugIn: null,
  noiseFloor: null,
  intervalMethod: 'none',
  reason,
});

const undefinedCost = (reason: string | null): CostOfPrivacy => ({
  share: null,
  lower: null,
  upper: null,
  dollars: null,
  dollarsLower: null,
  dollarsUpper: null,
  reason,
});
