import { DpfairError } from '@dpfair/result';
import { messages } from '../messages.js';
import { type RawTable, selectRows } from '../raw-table.js';
import { columnsNamed, unknownColumn } from './find-column.js';
import { parseCondition } from './parse-condition.js';

interface Condition {
  readonly columns: readonly number[];
  readonly equal: boolean;
  readonly value: string;
}

/**
 * The rows that meet every condition. A condition is `column=value` or `column!=value`, compared as trimmed text: `01` is not
 * `1`. An alias that stands for several columns (SAIPE `state`: postal or FIPS code) equals a value when one of them does.
 *
 * Rows on which what is said of the chosen ones rests (`needs`) stay beside them, and a note says how many.
 *
 * @param conditions such as `['state=30', 'type!=closed']`; none keeps every row
 * @throws DpfairError `usage` for a condition without `=` and for an unknown column; `input` when no row is left
 * @example
 * filterRows(table, ['state=HI']).rows.length; // 1
 */
export function filterRows(table: RawTable, conditions: readonly string[]): RawTable {
  if (conditions.length === 0) return table;
  const parsed = conditions.map((condition) => bind(table, condition));
  const keep: number[] = [];
  for (const [index, row] of table.rows.entries())
    if (parsed.every((condition) => holds(condition, row))) keep.push(index);
  if (keep.length === 0)
    throw new DpfairError('input', messages.noRowsLeft(table.file, conditions, examples(table, parsed)));
  const needed = new Set(keep.flatMap((row) => table.needs?.(row) ?? []));
  for (const row of keep) needed.delete(row);
  if (needed.size === 0) return selectRows(table, keep);
  const chosen = selectRows(
    table,
    [...keep, ...needed].sort((one, other) => one - other),
  );
  return { ...chosen, notes: [...chosen.notes, messages.neededRows(needed.size)] };
}

function bind(table: RawTable, text: string): Condition {
  const { name, equal, value } = parseCondition(text);
  const columns = columnsNamed(table, name);
  if (columns.length === 0) throw unknownColumn(table, name);
  return { columns, equal, value };
}

function holds({ columns, equal, value }: Condition, row: readonly string[]): boolean {
  return columns.some((column) => row[column] === value) === equal;
}

/** The first few values of the columns compared, for the message. */
function examples(table: RawTable, conditions: readonly Condition[]): string[] {
  const SHOWN = 3;
  return [...new Set(conditions.flatMap(({ columns }) => columns))].map((column) => {
    const values = [...new Set(table.rows.slice(0, 1000).map((row) => row[column] as string))];
    return `${table.columns[column]} has ${values.slice(0, SHOWN).join(', ')}${values.length > SHOWN ? ', ...' : ''}`;
  });
}
