import { conditionsOn, filterRows, joinTables, type RawTable, readAnyTable, toCountTable } from '@dpfair/data';
import type { Decision } from '@dpfair/decisions';
import { populationRole } from '@dpfair/fairness';
import { type CountTable, DpfairError, type Input, type JoinedFile, type Warning } from '@dpfair/result';
import { compensatedSum } from '@dpfair/stats';
import { readDataTable } from '../../input/read-data-table.js';
import { readInput } from '../../input/read-input.js';
import { rowMessages } from '../../messages/rows.js';
import type { AuditSpec } from '../../spec/audit-spec.js';
import { isStatuteFile, readStatuteFile } from '../../spec/files/statute-file.js';
import { joinKeyOf } from '../../spec/join-key.js';
import { sha256 } from '../../spec/run-id.js';
import { findingsOf } from '../findings-of.js';
import { loadWarnings } from './load-warnings.js';
import { samplingRoles } from './sampling-roles.js';

/** A table that is ready to be audited, with where it came from. */
export interface LoadedTable {
  readonly table: CountTable;
  readonly input: Input;
  readonly warnings: readonly Warning[];
}

/**
 * Reads the data file, filters, joins, and turns the columns of the roles into numbers. A condition on a column of the data
 * file holds before the join, whose columns may bear the same name; the others hold after it.
 *
 * @param read gives the bytes of a file; of the data, also under the name `-`
 * @throws DpfairError `input` or `usage` with the first twenty faults
 */
export async function loadTable(spec: AuditSpec, decision: Decision, read = readInput): Promise<LoadedTable> {
  const { skipBadRows, unmatched } = spec;
  const bytes = read(spec.data);
  const statute = spec.statute !== null && isStatuteFile(spec.statute) ? readStatuteFile(spec.statute, read) : null;
  const raw = await readDataTable(spec, bytes, spec.data);
  const { file } = raw;
  const joins = await Promise.all(
    spec.join.map((path, index) => readJoined(path, spec.on[index] ?? '', unmatched, read)),
  );
  const own = conditionsOn(raw, spec.where);
  const others = spec.where.filter((condition) => !own.includes(condition));
  const chosen = filterRows(raw, own);
  const joined = joins.reduce((left, { right, on }) => joinTables(left, right, { on, unmatched }), chosen);
  const filtered = filterRows(joined, others);
  const isWanted = (role: string) => decision.requiredRoles?.includes(role) || isPresent(role, spec, filtered);
  const errorRoles = samplingRoles(spec.samplingError, decision, (role) => isPresent(role, spec, filtered));
  const { table, skipped, columns, lines } = toCountTable(filtered, {
    roles: { ...populationByName(errorRoles, filtered), ...spec.map },
    counts: decision.privateRoles,
    fixed: [...decision.publicRoles.filter(isWanted), ...errorRoles],
    nonNegative: [...errorRoles, ...(decision.nonNegativeRoles ?? []).filter(isWanted)],
    positive: decision.positiveRoles ?? [],
    labels: (decision.labelRoles ?? []).filter(isWanted),
    decimal: spec.decimal ?? undefined,
    skipBadRows,
  });
  requireOwnColumns(file, columns, decision, errorRoles);
  const findings = findingsOf(decision, table, { file, lines });
  return {
    table,
    input: {
      path: file,
      sha256: sha256(bytes),
      format: raw.format,
      encoding: raw.encoding,
      rows: table.id.length,
      skipped: [...skipped],
      columns: { ...columns },
      where: [...spec.where],
      joined: joins.map(({ file }) => file),
      total: compensatedSum(table.counts[decision.privateRoles[0] as string] as Float64Array),
      notes: [...joined.notes],
      ...(statute === null ? {} : { ruleFile: statute.file }),
      ...(findings.mismatches === undefined ? {} : { mismatches: findings.mismatches }),
    },
    warnings: [
      ...loadWarnings(spec, decision, {
        raw,
        chosen,
        joined,
        skipped,
        remaining: table.id.length,
        used: [...Object.values(columns), ...others],
      }),
      ...findings.warnings,
    ],
  };
}

/**
 * Two private roles on one column would be noised as if they were different counts, a private and a public one would publish what is private, and
 * of two public ones one is a slip. Only what the sampling error asks for may be a public column of the decision too.
 */
function requireOwnColumns(
  file: string,
  columns: Readonly<Record<string, string>>,
  { privateRoles, publicRoles }: Decision,
  errorRoles: readonly string[],
): void {
  const roles = [...privateRoles, ...publicRoles, ...errorRoles].filter((role) => columns[role] !== undefined);
  roles.forEach((role, index) => {
    const others = roles.slice(0, index).filter((one) => !errorRoles.includes(role) || privateRoles.includes(one));
    const twin = others.find((other) => columns[other] === columns[role]);
    if (twin !== undefined)
      throw new DpfairError('usage', rowMessages.sameColumn(file, twin, role, columns[role] as string));
  });
}

/**
 * The population that a layout knows under this name, such as that of SAIPE: for the sampling error only. A rule that asks for it has
 * to map it: such a column may count people of overlapping districts twice.
 */
function populationByName(errorRoles: readonly string[], { aliases }: RawTable): Readonly<Record<string, string>> {
  const isWanted = errorRoles.includes(populationRole) && Object.hasOwn(aliases, populationRole);
  return isWanted ? { [populationRole]: populationRole } : {};
}

/** Most public roles are optional: one is read when it was mapped, when a column has its name, or when the layout knows it. */
function isPresent(role: string, spec: AuditSpec, { columns, defaultRoles }: RawTable): boolean {
  const named = columns.some((column) => column.toLowerCase() === role);
  return named || Object.hasOwn(spec.map, role) || Object.hasOwn(defaultRoles, role);
}

async function readJoined(path: string, key: string, unmatched: AuditSpec['unmatched'], read: typeof readInput) {
  const bytes = read(path);
  const right = await readAnyTable(bytes, { file: path });
  const file: JoinedFile = { path, sha256: sha256(bytes), rows: right.rows.length, on: key, unmatched };
  return { right, on: joinKeyOf(key), file };
}
