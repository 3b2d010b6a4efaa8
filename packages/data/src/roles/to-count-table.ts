import { type CountTable, DpfairError, type Fault, type SkippedRow } from '@dpfair/result';
import { faultList } from '../fault-list.js';
import { messages } from '../messages.js';
import type { RawTable } from '../raw-table.js';
import type { DecimalSign, NumberStyle } from './decimal-sign.js';
import { numberStyleOf } from './number-style.js';
import { type NumericRole, numericRoles, readNumber } from './numeric-role.js';
import { readLabel } from './read-label.js';
import { refuseShares } from './refuse-shares.js';
import { refuseTexts } from './refuse-texts.js';
import { freeColumns, type RoleColumns, resolveRoles } from './resolve-roles.js';

/** Which columns play which role. */
export interface ToCountTableOptions {
  /** Role -> column, alias, or `A+B` for texts put together. A column named like a role (in any case) needs no entry. @default {} */
  readonly roles?: Readonly<Record<string, string>> | undefined;
  /** Roles that are private counts: 0 to 2^53, not necessarily whole. */
  readonly counts: readonly string[];
  /** Roles that are public numbers: finite. @default [] */
  readonly fixed?: readonly string[] | undefined;
  /** Those of `fixed` that must be > 0. @default ['weight'] */
  readonly positive?: readonly string[] | undefined;
  /** Those of `fixed` that must be >= 0. @default none */
  readonly nonNegative?: readonly string[] | undefined;
  /** Roles that are public text, which may not be blank. @default [] */
  readonly labels?: readonly string[] | undefined;
  /**
   * The sign before decimals. `dot`: commas group thousands; `comma`: dots or blanks do.
   * @default dot, and numbers that may be meant the other way (`1.210`; `1,210` between semicolons) are refused
   */
  readonly decimal?: DecimalSign | undefined;
  /** Skip and list rows with a value that is not allowed, instead of failing. @default false */
  readonly skipBadRows?: boolean | undefined;
}

/** A table of counts, and how it came from the file. */
export interface ToCountTableResult {
  readonly table: CountTable;
  /** Every row of the file that is not in the table, each with its line and reason, in order of line. */
  readonly skipped: readonly SkippedRow[];
  /** Role -> the column(s) it was read from. */
  readonly columns: Readonly<Record<string, string>>;
  /** The line on which each row of the table was read. */
  readonly lines: readonly number[];
}

/**
 * Text to numbers: the private counts, the public numbers, ids, names and groups of an audit.
 *
 * Without an `id` the name is the id if no name repeats; without a `name` the id is the name; row numbers are never ids.
 * A blank is never 0. Of rows with the same id only the first can stay.
 *
 * @throws DpfairError `usage` for an unknown role or column and for a role nothing is mapped to; `input` for values that are not
 * allowed, each with file, line, column, value and what is allowed: the first twenty, then how many more
 * @example
 * const { table } = toCountTable(readTable(bytes, { file: 'hawaii.csv' }), { counts: ['count'] });
 * table.counts.count; // Float64Array [67096, 311047, 69, 23240, 53886]
 */
export function toCountTable(raw: RawTable, options: ToCountTableOptions): ToCountTableResult {
  const { roles = {}, counts, fixed = [], positive = ['weight'], labels = [], decimal, skipBadRows = false } = options;
  const { nonNegative = [] } = options;
  const found = resolveRoles(raw, roles, ['id', 'name', 'group', ...counts, ...fixed, ...labels]);
  const { id, name, group } = labelColumns(raw, found);
  const numbers = numericRoles(raw, found, counts, fixed, { positive, nonNegative });
  const texts = labelRoles(raw, found, labels);
  const styles = numbers.map((number) => numberStyleOf(raw, number, decimal));
  for (const [index, number] of numbers.entries()) refuseTexts(raw, number, styles[index] as NumberStyle);
  const kept: Kept = {
    row: [],
    id: [],
    name: [],
    group: [],
    labels: texts.map(() => []),
    values: numbers.map(() => new Float64Array(raw.rows.length)),
  };
  const skipped: SkippedRow[] = [...raw.skipped];
  const faults = faultList();
  const firstRowOf = new Map<string, number>();
  const lines: number[] = [];
  for (let row = 0; row < raw.rows.length; row++) {
    const bad: Fault[] = [];
    const at = kept.id.length;
    const key = readLabel(raw, row, id, 'id', bad);
    const first = firstRowOf.get(key);
    if (first === undefined) firstRowOf.set(key, row);
    else if (key !== '') bad.push(messages.duplicateId(placed(raw, row, id), key, raw.lineOf(first)));
    const ofGroup = group === undefined ? '' : readLabel(raw, row, group, 'group', bad);
    const ofLabels = texts.map(({ role, columns }) => readLabel(raw, row, columns, role, bad));
    for (const [index, number] of numbers.entries())
      (kept.values[index] as Float64Array)[at] = readNumber(raw, row, number, styles[index] as NumberStyle, bad);
    if (bad.length === 0) {
      kept.row.push(row);
      kept.id.push(key);
      lines.push(raw.lineOf(row));
      kept.name.push(readLabel(raw, row, name, 'name', []) || key);
      kept.group.push(ofGroup);
      ofLabels.forEach((label, index) => {
        kept.labels[index]?.push(label);
      });
    } else if (skipBadRows) {
      // A skipped row does not take its id with it.
      if (first === undefined) firstRowOf.delete(key);
      skipped.push({ line: raw.lineOf(row), reason: bad.map(messages.reason).join('; ') });
    } else for (const fault of bad) faults.add(fault);
  }
  faults.throwIfAny();
  if (kept.id.length === 0) throw new DpfairError('input', messages.allRowsSkipped(raw.file, skipped.length));
  numbers.forEach((number, index) => {
    refuseShares(raw, number, (kept.values[index] as Float64Array).subarray(0, kept.id.length), kept.row);
  });
  skipped.sort((left, right) => left.line - right.line);
  return {
    table: build(kept, numbers, labels, group !== undefined),
    skipped,
    columns: labelsOf(found, { id, name, group }),
    lines,
  };
}

interface Kept {
  /** Of the file. */
  readonly row: number[];
  readonly id: string[];
  readonly name: string[];
  readonly group: string[];
  /** By label role. */
  readonly labels: readonly string[][];
  readonly values: readonly Float64Array[];
}

interface LabelColumns {
  readonly id: RoleColumns;
  readonly name: RoleColumns;
  readonly group: RoleColumns | undefined;
}

function labelColumns(raw: RawTable, found: ReadonlyMap<string, RoleColumns>): LabelColumns {
  const id = found.get('id');
  const name = found.get('name') ?? id;
  const group = found.get('group');
  if (id !== undefined && name !== undefined) return { id, name, group };
  if (name === undefined) throw new DpfairError('usage', messages.noId(raw.file, raw.columns));
  const lineOf = new Map<string, number>();
  for (let row = 0; row < raw.rows.length; row++) {
    const text = readLabel(raw, row, name, 'name', []);
    const first = lineOf.get(text);
    if (first !== undefined) {
      throw new DpfairError('usage', messages.namesRepeat(placed(raw, row, name), text, first, raw.columns));
    }
    lineOf.set(text, raw.lineOf(row));
  }
  return { id: name, name, group };
}

function placed(
  raw: RawTable,
  row: number,
  { columns, label }: RoleColumns,
): { file: string; line: number; column: string } {
  return { ...raw.placeOf(row, columns[0] as number), column: label };
}

/** @throws DpfairError `usage`, listing every role nothing is mapped to. */
function labelRoles(raw: RawTable, found: ReadonlyMap<string, RoleColumns>, roles: readonly string[]) {
  const missing = roles.filter((role) => !found.has(role));
  if (missing.length > 0) {
    throw new DpfairError(
      'usage',
      missing.map((role) =>
        messages.missingRole(raw.file, role, raw.columns, Object.keys(raw.aliases), freeColumns(raw, found)),
      ),
    );
  }
  return roles.map((role) => ({ role, columns: found.get(role) as RoleColumns }));
}

function build(kept: Kept, numbers: readonly NumericRole[], labels: readonly string[], grouped: boolean): CountTable {
  const table = { counts: {} as Record<string, Float64Array>, fixed: {} as Record<string, Float64Array> };
  for (const [index, { role, kind }] of numbers.entries()) {
    table[kind][role] = (kept.values[index] as Float64Array).slice(0, kept.id.length);
  }
  return {
    id: kept.id,
    name: kept.name,
    group: grouped ? kept.group : null,
    ...table,
    ...(labels.length === 0
      ? {}
      : { labels: Object.fromEntries(labels.map((role, index) => [role, kept.labels[index] as string[]])) }),
  };
}

function labelsOf(found: ReadonlyMap<string, RoleColumns>, labels: LabelColumns): Record<string, string> {
  const columns: Record<string, string> = { id: labels.id.label, name: labels.name.label };
  for (const [role, { label }] of found) columns[role] = label;
  return columns;
}
