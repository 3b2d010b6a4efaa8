import type { Method } from '@dpfair/result';
import type { AnalyticEstimate } from '../estimate.js';
import { analyticAlpha } from '../intervals/analytic-alpha.js';
import { formulas, methodMissing, reasons } from '../messages.js';
import type { PreparedCell } from '../models/prepared-cell.js';
import { type Steps, stepsOf } from '../steps/steps.js';

/** What was decided for one cell: an analytic estimate, or null for Monte Carlo; and why. */
export interface ChosenMethod {
  readonly estimate: AnalyticEstimate | null;
  readonly reason: string;
  /** Error that the series, or an exact estimate that is too far off, states, as a fraction of alpha; null without either. */
  readonly relativeError: number | null;
  /** What was asked of the cell when the work was stopped, before there was an estimate; absent where it was not. */
  readonly stopped?: Method;
  /** Where `auto` simulates though there is an exact estimate: taken after all when the interval of the simulation is wider. */
  readonly fallback?: { readonly estimate: AnalyticEstimate; readonly reason: string; readonly relativeError: number };
}

/** A way to decide that. */
export type MethodChooser = (
  cell: PreparedCell,
  method: 'auto' | Method,
  tolerance: number,
  trials: number,
) => Steps<ChosenMethod>;

/** The fraction of alpha that an analytic estimate may be wrong by, by its own statement, for `auto` to take it. */
export const SERIES_TOLERANCE = 0.01;

/**
 * Chooses how to compute a cell. `auto`: exact where there is a formula whose stated error is within the tolerance, or so small
 * that no simulation has a narrower interval; else the series where its error is within the tolerance; else Monte Carlo. An
 * exact estimate is only left for a narrower interval. What is asked for is kept, whatever it states.
 *
 * @param trials that a simulation would take.
 * @throws DpfairError `usage` when a method is asked for that the cell does not have.
 */
export function* chooseMethod(
  cell: PreparedCell,
  method: 'auto' | Method,
  tolerance: number,
  trials: number,
): Steps<ChosenMethod> {
  const { exact, series } = cell.model;
  const available = [...(exact ? ['exact'] : []), ...(series ? ['series'] : []), 'montecarlo'];
  if (!(method === 'auto' || available.includes(method))) {
    throw methodMissing(method, cell.problem.decision.name, cell.problem.post, available);
  }
  if (method === 'montecarlo') return { estimate: null, reason: reasons.asked, relativeError: null };
  const statedBy = (estimate: AnalyticEstimate) =>
    isPossible(cell, estimate) ? errorOfAlpha(estimate) : Number.POSITIVE_INFINITY;
  let instead: (rest: string) => string = reasons.noExact;
  let exactError: number | null = null;
  let fallback: ChosenMethod['fallback'];
  if (exact && method !== 'series') {
    const estimate = yield* stepsOf(exact());
    const stated = statedBy(estimate);
    const formula = formulas[estimate.estimator];
    const possible = isPossible(cell, estimate);
    if (stated <= tolerance || (possible && estimate.errors.every((error) => error <= negligible(cell, trials))))
      return { estimate, reason: reasons.exactExists(formula), relativeError: null };
    if (method === 'exact') return { estimate, reason: reasons.exactAsked(formula, stated), relativeError: stated };
    exactError = stated;
    instead = reasons.notTheExact(formula, stated, tolerance);
    if (possible) fallback = { estimate, reason: reasons.exactNarrower(formula, stated), relativeError: stated };
  }
  const simulated = (reason: string, relativeError: number | null): ChosenMethod => ({
    estimate: null,
    reason,
    relativeError,
    ...(fallback && { fallback }),
  });
  if (series === undefined)
    return simulated(exactError === null ? reasons.onlySimulation : instead(reasons.noSeries), exactError);
  const estimate = yield* stepsOf(series());
  const relativeError = statedBy(estimate);
  const formula = formulas[estimate.estimator];
  if (method === 'series') return { estimate, reason: `${reasons.asked}: ${formula}`, relativeError };
  if (relativeError > tolerance)
    return simulated(instead(reasons.seriesOutside(relativeError, tolerance)), relativeError);
  return fallback !== undefined && widthOf(fallback.estimate) <= widthOf(estimate)
    ? fallback
    : { estimate, reason: instead(reasons.seriesWithin(formula, relativeError, tolerance)), relativeError };
}

/**
 * Whether every expected outcome can be one, within its stated error: not negative after clipping or projection, not more
 * than everything. An estimate that says otherwise is outside its range, whatever error it states.
 */
function isPossible({ truth, model }: PreparedCell, { bias, errors }: AnalyticEstimate): boolean {
  const { largestOutcome } = model;
  if (largestOutcome === null) return bias.every(Number.isFinite);
  return bias.every((b, i) => {
    const expected = (truth[i] as number) + b;
    const slack = (errors[i] as number) + 1e-9 * largestOutcome;
    return expected >= -slack && expected <= largestOutcome + slack && (errors[i] as number) >= 0;
  });
}

/** How far the stated errors can move alpha, as a fraction of it; 0 when there is neither bias nor error. */
function errorOfAlpha({ bias, errors }: AnalyticEstimate): number {
  const { estimate, lower, upper } = analyticAlpha(bias, errors);
  const error = Math.max(upper - estimate, estimate - lower);
  return error === 0 ? 0 : error / estimate;
}

/** How wide the interval of alpha is. */
function widthOf({ bias, errors }: AnalyticEstimate): number {
  const { lower, upper } = analyticAlpha(bias, errors);
  return upper - lower;
}

/** Errors below this part of the largest outcome are rounding: equal entities have no alpha to compare them with. */
const ROUNDING = 1e-9;
/** A probability that is off by less than this is as good as exact. */
const NEGLIGIBLE_PROBABILITY = 1e-6;

/** An error, in the unit of the outcome, that is not worth a simulation. An answer of yes or no is never known to 1 / trials by one. */
function negligible({ problem, truth, model }: PreparedCell, trials: number): number {
  const largest = truth.reduce((most, outcome) => Math.max(most, Math.abs(outcome)), model.largestOutcome ?? 0);
  return problem.decision.unit === 'probability'
    ? Math.max(ROUNDING, Math.min(NEGLIGIBLE_PROBABILITY, 1 / trials))
    : ROUNDING * largest;
}
