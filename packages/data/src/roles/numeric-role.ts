import { DpfairError, type Fault } from '@dpfair/result';
import { messages } from '../messages.js';
import type { RawTable } from '../raw-table.js';
import type { NumberStyle } from './decimal-sign.js';
import type { NumberRange } from './number-range.js';
import { parseNumber } from './parse-number.js';
import { freeColumns, type RoleColumns } from './resolve-roles.js';

/** A role that holds numbers: where it is read and what is allowed. */
export interface NumericRole {
  readonly role: string;
  readonly kind: 'counts' | 'fixed';
  /** Number of the column, from 0. */
  readonly column: number;
  readonly range: NumberRange;
}

/**
 * The numeric roles of a table, counts first.
 *
 * @throws DpfairError `usage`, listing every role nothing is mapped to, and for columns put together in a role of numbers
 */
export function numericRoles(
  raw: RawTable,
  found: ReadonlyMap<string, RoleColumns>,
  counts: readonly string[],
  fixed: readonly string[],
  { positive, nonNegative }: { readonly positive: readonly string[]; readonly nonNegative: readonly string[] },
): NumericRole[] {
  const rangeOf = (role: string) => {
    if (positive.includes(role)) return 'positive' as const;
    return nonNegative.includes(role) ? ('non-negative' as const) : ('any' as const);
  };
  const wanted = [
    ...counts.map((role) => ({ role, kind: 'counts' as const, range: 'non-negative' as const })),
    ...fixed.map((role) => ({ role, kind: 'fixed' as const, range: rangeOf(role) })),
  ];
  const missing = wanted.filter(({ role }) => !found.has(role));
  if (missing.length > 0) {
    throw new DpfairError(
      'usage',
      missing.map(({ role }) =>
        messages.missingRole(raw.file, role, raw.columns, Object.keys(raw.aliases), freeColumns(raw, found)),
      ),
    );
  }
  return wanted.map((spec) => {
    const { columns, label } = found.get(spec.role) as RoleColumns;
    if (columns.length !== 1) throw new DpfairError('usage', messages.numbersPutTogether(spec.role, label));
    return { ...spec, column: columns[0] as number };
  });
}

/** Number of a role in a row; what is not allowed is added to `bad`, and NaN returned. */
export function readNumber(
  raw: RawTable,
  row: number,
  { role, kind, column, range }: NumericRole,
  style: NumberStyle,
  bad: Fault[],
): number {
  const text = (raw.rows[row] as readonly string[])[column] as string;
  const value = parseNumber(text, style);
  const fault = typeof value === 'string' ? value : faultOf(value, kind, range);
  if (fault === null) return value as number;
  const place = { ...raw.placeOf(row, column), column: raw.columns[column] as string };
  bad.push(messages.badNumber(place, role, text, fault, range));
  return Number.NaN;
}

/** Beyond 2^53 doubles skip whole numbers: such a count would be read as its neighbour. */
const LARGEST_COUNT = 2 ** 53;

function faultOf(value: number, kind: NumericRole['kind'], range: NumberRange): 'out-of-range' | 'too-many' | null {
  if (kind === 'counts' && value > LARGEST_COUNT) return 'too-many';
  const allowed = range === 'any' || value > 0 || (range === 'non-negative' && value === 0);
  return allowed ? null : 'out-of-range';
}
