import type { Fault, SkippedRow } from '@dpfair/result';
import { faultList } from '../../fault-list.js';
import { messages } from '../../messages.js';
import type { RawTable } from '../../raw-table.js';
import type { DecimalSign } from '../../roles/decimal-sign.js';
import { numberStyleOf } from '../../roles/number-style.js';
import { parseNumber } from '../../roles/parse-number.js';
import { exampleMessages } from '../messages.js';

/** A column that is to be read. */
export interface WantedColumn {
  /** Number of the column, from 0. */
  readonly index: number;
  readonly kind: 'number' | 'text';
  /** Texts that are no numbers and no faults. */
  readonly marks: readonly string[];
  /** Whether a row without a value here is of use. */
  readonly mayMiss: boolean;
}

/** What a table holds in the columns that are wanted. */
export interface RowsRead {
  /** Numbers of the rows that are of use, ascending. */
  readonly rows: readonly number[];
  /** Number of a column -> its values by row of the table; NaN for a missing value and for a mark. */
  readonly numbers: ReadonlyMap<number, Float64Array>;
  /** Rows left out because a value is missing. */
  readonly missingRows: number;
  /** Number of a column -> rows in which its value is missing. */
  readonly missingIn: ReadonlyMap<number, number>;
  readonly skipped: readonly SkippedRow[];
}

export interface ReadRowsOptions {
  readonly missingTexts: readonly string[];
  readonly decimal: DecimalSign | undefined;
  readonly skipBadRows: boolean;
}

/**
 * Reads the wanted columns of every row: numbers are parsed, rows with a missing value that may not miss it are counted and left out.
 *
 * @throws DpfairError `input` for texts in columns of numbers, each with file, line and value: the first twenty
 */
export function readRows(table: RawTable, wanted: readonly WantedColumn[], options: ReadRowsOptions): RowsRead {
  const { missingTexts, decimal, skipBadRows } = options;
  const missing = new Set(missingTexts);
  const columns = mergeWanted(wanted).map((column) => ({
    ...column,
    marked: new Set(column.marks),
    style: numberStyleOf(table, { kind: 'fixed', column: column.index }, decimal),
    values: column.kind === 'number' ? new Float64Array(table.rows.length).fill(Number.NaN) : null,
  }));
  const rows: number[] = [];
  const skipped: SkippedRow[] = [];
  const missingIn = new Map<number, number>();
  const faults = faultList();
  let missingRows = 0;
  table.rows.forEach((fields, row) => {
    const bad: Fault[] = [];
    let complete = true;
    for (const { index, marked, style, values, mayMiss } of columns) {
      const text = fields[index] as string;
      if (missing.has(text)) {
        missingIn.set(index, (missingIn.get(index) ?? 0) + 1);
        complete &&= mayMiss;
      } else if (values !== null && !marked.has(text)) {
        const value = parseNumber(text, style);
        if (typeof value === 'number') values[row] = value;
        else bad.push(exampleMessages.noNumber(cellOf(table, row, index), text, value, missingTexts));
      }
    }
    if (bad.length > 0 && !skipBadRows) for (const fault of bad) faults.add(fault);
    else if (bad.length > 0) skipped.push({ line: table.lineOf(row), reason: bad.map(messages.reason).join('; ') });
    else if (complete) rows.push(row);
    else missingRows++;
  });
  faults.throwIfAny();
  const numbers = new Map(columns.flatMap(({ index, values }) => (values === null ? [] : [[index, values] as const])));
  return { rows, numbers, missingRows, missingIn, skipped };
}

/** A column that is wanted twice, as a feature and as the group, is read once. */
function mergeWanted(wanted: readonly WantedColumn[]): WantedColumn[] {
  const merged = new Map<number, WantedColumn>();
  for (const column of wanted) {
    const { kind, marks, mayMiss } = merged.get(column.index) ?? column;
    merged.set(column.index, {
      index: column.index,
      kind: kind === 'number' ? kind : column.kind,
      marks: [...marks, ...column.marks],
      mayMiss: mayMiss && column.mayMiss,
    });
  }
  return [...merged.values()];
}

/** File, line and name of the column of a cell. */
export function cellOf(table: RawTable, row: number, column: number) {
  return { ...table.placeOf(row, column), column: table.columns[column] as string };
}
