import type { AuditResult } from '@dpfair/result';
import {
  formatDollars,
  formatInterval,
  formatNumber,
  formatPoints,
  formatRange,
  formatScaledShare,
  formatShare,
  formatWhole,
  MISSING,
  shareScale,
} from '../format/index.js';
import { countNoun } from '../words/index.js';

/** The unit in which the page speaks of differences: dollars when there is a budget, else shares; counts; percentage points. */
export interface OutcomeUnit {
  readonly kind: 'dollars' | 'share' | 'count' | 'probability' | 'seats';
  /** For a column header: 'dollars', 'per million shares', 'households', 'percentage points'. */
  readonly header: string;
  /** Data unit to header unit: budget dollars, 1e6, 1 or 100. */
  readonly factor: number;
  /** Writes a value in the unit of the data for a cell under `header`. */
  cell(value: number | null): string;
  /** Writes a value in the unit of the data for a sentence, unit included. */
  text(value: number | null): string;
  /** Writes an estimate with its interval for a sentence, the unit once: '0.00868 households (0.00814 to 0.00921)'. */
  interval(estimate: number | null, lower: number | null, upper: number | null): string;
}

/**
 * The unit of a result.
 *
 * @param values the values it will write, in the unit of the data: they choose the scale of shares
 */
export function outcomeUnit(result: AuditResult, values: readonly (number | null)[]): OutcomeUnit {
  if (result.unit === 'count') {
    const noun = countNoun(result);
    return {
      kind: 'count',
      header: noun,
      factor: 1,
      cell: (value) => formatNumber(value),
      text: (value) => (value === null ? MISSING : `${formatNumber(value)} ${noun}`),
      interval: (...ends) => withUnit(noun, ends, formatNumber),
    };
  }
  if (result.unit === 'seats') {
    const header = 'seats';
    // Seats are whole, their expectations are not.
    const write = (value: number | null) =>
      value !== null && Number.isInteger(value) ? formatWhole(value) : formatNumber(value);
    return {
      kind: 'seats',
      header,
      factor: 1,
      cell: write,
      text: (value) => (value === null ? MISSING : `${write(value)} ${header}`),
      interval: (...ends) => withUnit(header, ends, formatNumber),
    };
  }
  if (result.unit === 'probability') {
    const header = 'percentage points';
    return {
      kind: 'probability',
      header,
      factor: 100,
      cell: formatPoints,
      text: (value) => (value === null ? MISSING : `${formatPoints(value)} ${header}`),
      interval: (...ends) => withUnit(header, ends, formatPoints),
    };
  }
  const budget = result.budgetDollars;
  if (budget !== null && budget > 0) {
    const write = (value: number | null) => formatDollars(value === null ? null : value * budget);
    return {
      kind: 'dollars',
      header: 'dollars',
      factor: budget,
      cell: write,
      text: write,
      interval: (...ends) => formatInterval(...ends, write),
    };
  }
  const scale = shareScale(values);
  return {
    kind: 'share',
    header: scale.unit,
    factor: scale.factor,
    cell: (value) => formatScaledShare(value, scale),
    text: formatShare,
    interval: (...ends) => {
      const own = shareScale([ends[0]]);
      return withUnit(own.unit, ends, (value) => formatScaledShare(value, own));
    },
  };
}

type Ends = readonly [estimate: number | null, lower: number | null, upper: number | null];

function withUnit(unit: string, ends: Ends, write: (value: number | null) => string): string {
  if (ends[0] === null) return MISSING;
  const range = formatRange(...ends, (value) => write(value));
  const gap = unit.startsWith('%') ? '\u202f' : ' ';
  return `${write(ends[0])}${gap}${unit}${range === null ? '' : ` (${range})`}`;
}
