import { badOption } from '../messages.js';

/**
 * Budgets from `low` to `high`, both included, evenly spaced in their logarithm and at most a factor 10^(1 / perDecade) apart.
 *
 * @throws DpfairError `usage` unless 0 < low <= high and both are finite.
 * @example epsilonGrid(0.1, 10, 1) // [0.1, 1, 10]
 */
export function epsilonGrid(low: number, high: number, perDecade: number): readonly number[] {
  if (!(low > 0 && Number.isFinite(low))) throw badOption('smallest epsilon', low, 'more than 0');
  if (!(high >= low && Number.isFinite(high))) throw badOption('largest epsilon', high, `at least ${low}`);
  const steps = Math.ceil(perDecade * Math.log10(high / low) - 1e-9);
  if (steps === 0) return low === high ? [low] : [low, high];
  return Array.from({ length: steps + 1 }, (_, k) =>
    k === steps ? high : Number((low * (high / low) ** (k / steps)).toPrecision(12)),
  );
}
