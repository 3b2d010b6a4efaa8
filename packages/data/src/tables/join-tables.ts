import { DpfairError, type SkippedRow } from '@dpfair/result';
import { faultList } from '../fault-list.js';
import { messages } from '../messages.js';
import type { RawTable } from '../raw-table.js';
import { findColumn } from './find-column.js';

/** How two tables are put side by side. */
export interface JoinOptions {
  /** Pairs of columns whose texts must all be equal. At least one. */
  readonly on: readonly { readonly left: string; readonly right: string }[];
  /** What happens to a row of the left table without a partner: fail, or leave it out and list it. @default 'error' */
  readonly unmatched?: 'error' | 'drop' | undefined;
}

/**
 * Adds the columns of `right` to the rows of `left` that have the same key (a left join on a unique key: the order and number
 * of left rows is kept, except for those dropped). Keys are compared as trimmed text. A right key column of the same name as
 * its partner is not repeated; another column whose name is taken gets `_2`, `_3`, ... behind its name.
 *
 * @param left table whose rows, lines, roles and aliases are kept
 * @param right table with one row a key, such as one of states
 * @throws DpfairError `usage` for unknown columns; `input` for right keys that are blank or not unique (both lines are named),
 * for left rows without a partner unless they are dropped (the first twenty are listed), and when no row is left
 * @example
 * joinTables(districts, states, { on: [{ left: 'State Postal Code', right: 'postal' }], unmatched: 'drop' }).skipped;
 * // [{ line: 13165, reason: 'no row of states.csv matches: PR' }]
 */
export function joinTables(left: RawTable, right: RawTable, options: JoinOptions): RawTable {
  const { on, unmatched = 'error' } = options;
  if (on.length === 0) throw new DpfairError('usage', messages.joinWithoutKey());
  const leftKeys = on.map((pair) => findColumn(left, pair.left));
  const rightKeys = on.map((pair) => findColumn(right, pair.right));
  const partnerOf = indexByKey(right, rightKeys);
  const { kept, partners, skipped } = matchRows(left, right, leftKeys, partnerOf, unmatched);
  const repeated = new Set(
    rightKeys.filter((column, pair) => right.columns[column] === left.columns[leftKeys[pair] as number]),
  );
  const added = [...right.columns.keys()].filter((column) => !repeated.has(column));
  const width = left.columns.length;
  const unused = right.rows.length - new Set(partners).size;
  return {
    ...left,
    needs: kept.length === left.rows.length ? left.needs : undefined,
    columns: withNewNames(
      left.columns,
      added.map((column) => right.columns[column] as string),
    ),
    rows: kept.map((row, at) => {
      const partner = right.rows[partners[at] as number] as readonly string[];
      return [...(left.rows[row] as readonly string[]), ...added.map((column) => partner[column] as string)];
    }),
    lineOf: (row) => left.lineOf(kept[row] as number),
    placeOf: (row, column) =>
      column < width
        ? left.placeOf(kept[row] as number, column)
        : right.placeOf(partners[row] as number, added[column - width] as number),
    skipped: [...left.skipped, ...skipped],
    notes: unused === 0 ? left.notes : [...left.notes, messages.unusedRows(right.file, unused)],
  };
}

interface Matches {
  readonly kept: number[];
  readonly partners: number[];
  readonly skipped: SkippedRow[];
}

function matchRows(
  left: RawTable,
  right: RawTable,
  keys: readonly number[],
  partnerOf: ReadonlyMap<string, number>,
  unmatched: 'error' | 'drop',
): Matches {
  const matches: Matches = { kept: [], partners: [], skipped: [] };
  const faults = faultList();
  const nameColumn = left.columns.findIndex((column) => column.toLowerCase() === 'name');
  const keyNames = keys.map((column) => left.columns[column]).join('+');
  for (const [row, fields] of left.rows.entries()) {
    const partner = partnerOf.get(keyOf(fields, keys));
    if (partner !== undefined) {
      matches.kept.push(row);
      matches.partners.push(partner);
      continue;
    }
    const key = keys.map((column) => fields[column]).join('+');
    const line = left.lineOf(row);
    if (unmatched === 'drop') matches.skipped.push({ line, reason: messages.unmatchedReason(right.file, key) });
    else faults.add(messages.unmatchedRow(left.file, line, keyNames, right.file, key, fields[nameColumn]));
  }
  faults.throwIfAny();
  if (matches.kept.length === 0)
    throw new DpfairError('input', messages.nothingMatches(left.file, right.file, keyNames));
  return matches;
}

function indexByKey(table: RawTable, keys: readonly number[]): Map<string, number> {
  const index = new Map<string, number>();
  const faults = faultList();
  const keyNames = keys.map((column) => table.columns[column]).join('+');
  for (const [row, fields] of table.rows.entries()) {
    const key = keyOf(fields, keys);
    const first = index.get(key);
    if (keys.some((column) => fields[column] === ''))
      faults.add(messages.blankKey(table.file, table.lineOf(row), keyNames));
    else if (first === undefined) index.set(key, row);
    else faults.add(messages.duplicateKey(table.file, table.lineOf(row), keyNames, fields, keys, table.lineOf(first)));
  }
  faults.throwIfAny();
  return index;
}

// JSON keeps ('a', 'b+c') and ('a+b', 'c') apart.
function keyOf(fields: readonly string[], keys: readonly number[]): string {
  return keys.length === 1
    ? (fields[keys[0] as number] as string)
    : JSON.stringify(keys.map((column) => fields[column]));
}

function withNewNames(taken: readonly string[], added: readonly string[]): string[] {
  const names = [...taken];
  for (const name of added) {
    let free = name;
    for (let number = 2; names.includes(free); number++) free = `${name}_${number}`;
    names.push(free);
  }
  return names;
}
