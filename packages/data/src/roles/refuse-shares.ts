import { DpfairError } from '@dpfair/result';
import { messages } from '../messages.js';
import type { RawTable } from '../raw-table.js';
import type { NumericRole } from './numeric-role.js';

/**
 * Refuses a column of private counts in which every value is at most 1 and some are broken: shares or rates, which noise of
 * a whole person would drown.
 *
 * @param values by row of the table that is kept. @param rowOf the row of the file that a value came from.
 * @throws DpfairError `input`, naming the first broken value.
 */
export function refuseShares(
  raw: RawTable,
  { role, kind, column }: NumericRole,
  values: Float64Array,
  rowOf: readonly number[],
): void {
  if (kind !== 'counts' || !values.every((value) => value <= 1)) return;
  const broken = values.findIndex((value) => value > 0 && value < 1);
  if (broken < 0) return;
  const row = rowOf[broken] as number;
  const text = (raw.rows[row] as readonly string[])[column] as string;
  throw new DpfairError(
    'input',
    messages.sharesForCounts({ ...raw.placeOf(row, column), column: raw.columns[column] as string }, role, text),
  );
}
