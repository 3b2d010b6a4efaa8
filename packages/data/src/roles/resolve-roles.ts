import { DpfairError } from '@dpfair/result';
import { messages } from '../messages.js';
import type { RawTable } from '../raw-table.js';
import { columnsNamed, findColumn } from '../tables/find-column.js';

/** Columns (numbers from 0) whose texts, put together, are the value of a role. */
export interface RoleColumns {
  readonly columns: readonly number[];
  /** The names of the columns, joined by `+`. */
  readonly label: string;
}

/**
 * Which columns each wanted role is read from: the mapping; else the column named like the role; else the default of the
 * layout. A role found nowhere is absent. `A+B` in a mapping is two columns put together, unless a column has that name.
 *
 * @param mapping role -> column, alias or `A+B`
 * @param wanted the roles that can be read
 * @throws DpfairError `usage` for a mapped role that is not wanted and for an unknown column, suggesting near names
 */
export function resolveRoles(
  table: RawTable,
  mapping: Readonly<Record<string, string>>,
  wanted: readonly string[],
): Map<string, RoleColumns> {
  const unknown = Object.keys(mapping).filter((role) => !wanted.includes(role));
  if (unknown.length > 0)
    throw new DpfairError(
      'usage',
      unknown.map((role) => messages.unknownRole(role, wanted)),
    );
  const found = new Map<string, RoleColumns>();
  for (const role of wanted) {
    const given = Object.hasOwn(mapping, role) ? mapping[role] : undefined;
    const named = given === undefined ? columnsOfRoleName(table, role) : null;
    const fallback = Object.hasOwn(table.defaultRoles, role) ? table.defaultRoles[role] : undefined;
    if (given !== undefined) found.set(role, resolveReference(table, given));
    else if (named !== null) found.set(role, named);
    else if (fallback !== undefined) found.set(role, resolveReference(table, fallback));
  }
  return found;
}

/** A role is found by the name of a column, never by an alias: aliases are for mappings. */
function columnsOfRoleName(table: RawTable, role: string): RoleColumns | null {
  const columns = columnsNamed({ ...table, aliases: {} }, role);
  return columns.length === 0 ? null : labelled(table, columns);
}

function resolveReference(table: RawTable, reference: string): RoleColumns {
  const [whole] = columnsNamed(table, reference.trim());
  if (whole !== undefined) return labelled(table, [whole]);
  const parts = reference.split('+').map((part) => part.trim());
  return labelled(
    table,
    parts.map((part) => findColumn(table, part)),
  );
}

/** The names of the columns that have no role yet. */
export function freeColumns(table: RawTable, found: ReadonlyMap<string, RoleColumns>): readonly string[] {
  const taken = new Set([...found.values()].flatMap(({ columns }) => columns));
  return table.columns.filter((_name, column) => !taken.has(column));
}

function labelled(table: RawTable, columns: readonly number[]): RoleColumns {
  return { columns, label: columns.map((column) => table.columns[column]).join('+') };
}
