import type { Cell, Check, CheckStatus, FalseRate } from '@dpfair/result';
import type { Condition, ConditionMeasure } from './condition.js';

/** Tests every condition on every cell, conditions first. */
export function runChecks(conditions: readonly Condition[], cells: readonly Cell[]): Check[] {
  return conditions.flatMap((condition) => cells.map((cell) => checkCell(condition, cell)));
}

function checkCell(condition: Condition, cell: Cell): Check {
  const { estimate, lower, upper } = measureOf(condition.measure, cell);
  return {
    id: `${condition.text} ${describeCell(cell)}`,
    status: statusOf(estimate, lower, upper, condition.limit),
    estimate,
    lower,
    upper,
    limit: condition.limit,
  };
}

/** Fails only when the whole interval is above the limit, passes only when none of it is. Undefined is never a pass. */
export function statusOf(
  estimate: number | null,
  lower: number | null,
  upper: number | null,
  limit: number,
): CheckStatus {
  if (estimate === null) return 'error';
  if (lower !== null && lower > limit) return 'fail';
  if (upper !== null && upper <= limit) return 'pass';
  return 'inconclusive';
}

/** The mirrored check, of what should be large: fails only when the whole interval is below the limit, passes only when none of it is. */
export function statusBelow(
  estimate: number | null,
  lower: number | null,
  upper: number | null,
  limit: number,
): CheckStatus {
  return statusOf(negated(estimate), negated(upper), negated(lower), -limit);
}

const negated = (value: number | null): number | null => (value === null ? null : -value);

function measureOf(measure: ConditionMeasure, { alpha, costOfPrivacy: cost, falseRates }: Cell) {
  switch (measure) {
    case 'alpha':
      return alpha;
    case 'cost':
      return { estimate: cost.share, lower: cost.lower, upper: cost.upper };
    case 'dollars':
      return { estimate: cost.dollars, lower: cost.dollarsLower, upper: cost.dollarsUpper };
    case 'false-negative':
      return measureOfRate(falseRates?.overall.falseNegative);
    case 'false-positive':
      return measureOfRate(falseRates?.overall.falsePositive);
  }
}

/** A rate over nobody does not exist. */
const measureOfRate = (rate: FalseRate | undefined) => ({
  estimate: rate?.rate ?? null,
  lower: rate?.lower ?? null,
  upper: rate?.upper ?? null,
});

/** Names a cell in words: `laplace epsilon 0.1 baseline`. */
export function describeCell({ mechanism, post }: Pick<Cell, 'mechanism' | 'post'>): string {
  const { kind, epsilon, delta, scale, sigma } = mechanism;
  if (epsilon === null) return `${kind} ${sigma === null ? `scale ${scale}` : `sigma ${sigma}`} ${post}`;
  return `${kind} epsilon ${epsilon}${delta ? ` delta ${delta}` : ''} ${post}`;
}
