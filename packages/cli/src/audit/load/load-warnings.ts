import { type RawTable, selectRows, toCountTable } from '@dpfair/data';
import type { Decision } from '@dpfair/decisions';
import { DpfairError, type SkippedRow, type Warning } from '@dpfair/result';
import { compensatedSum } from '@dpfair/stats';
import { readingWarnings } from '../../input/read-data-table.js';
import { rowMessages } from '../../messages/rows.js';
import type { AuditSpec } from '../../spec/audit-spec.js';

/** The table at the stages of its loading that warnings speak of. */
export interface LoadingStages {
  /** As it was read. */
  readonly raw: RawTable;
  /** Without the rows that conditions on its own columns leave out. */
  readonly chosen: RawTable;
  /** With the columns of the joined files. */
  readonly joined: RawTable;
  /** Every row left out in the end, but for those that conditions left out, and how many are audited. */
  readonly skipped: readonly SkippedRow[];
  readonly remaining: number;
  /** Columns that have a role, and conditions that hold after the join. */
  readonly used: readonly string[];
}

/** What a user must know of the rows that are not in the table, and of how it was read. */
export function loadWarnings(spec: AuditSpec, decision: Decision, stages: LoadingStages): readonly Warning[] {
  const { raw, joined } = stages;
  const unmatched = joined.skipped.slice(raw.skipped.length);
  const lost = new Set(unmatched);
  const bad = stages.skipped.filter((row) => !lost.has(row));
  return [
    ...(bad.length === 0 ? [] : [{ code: 'rows-skipped' as const, message: badRows(bad, stages) }]),
    ...(unmatched.length === 0
      ? []
      : [{ code: 'rows-unmatched' as const, message: unmatchedRows(unmatched, spec, decision, stages) }]),
    ...(isJoinUnused(stages) ? [{ code: 'join-unused' as const, message: rowMessages.joinUnused(spec.join) }] : []),
    ...readingWarnings(raw),
  ];
}

/** Whether files were joined and none of their columns has a role or a condition. */
function isJoinUnused({ raw, joined, used }: LoadingStages): boolean {
  const added = joined.columns.filter((column) => !raw.columns.includes(column));
  return (
    added.length > 0 && !used.some((text) => added.some((column) => text === column || isConditionOn(text, column)))
  );
}

const isConditionOn = (text: string, column: string) =>
  text.startsWith(column) && /^\s*[!<>=]/.test(text.slice(column.length));

function badRows(bad: readonly SkippedRow[], { raw, remaining }: LoadingStages): string {
  return rowMessages.badRows(raw.file, bad, raw.rows.length + raw.skipped.length, remaining);
}

function unmatchedRows(
  unmatched: readonly SkippedRow[],
  spec: AuditSpec,
  decision: Decision,
  { raw, chosen }: LoadingStages,
): string {
  const rowOnLine = new Map(chosen.rows.map((_fields, row) => [chosen.lineOf(row), row]));
  const dropped = unmatched.map(({ line }) => rowOnLine.get(line) as number);
  const nameColumn = chosen.columns.findIndex((column) => column.toLowerCase() === 'name');
  const named = unmatched.map((row, index) => {
    return { ...row, name: chosen.rows[dropped[index] as number]?.[nameColumn] ?? '' };
  });
  return rowMessages.unmatchedRows(
    raw.file,
    named,
    shareOfCount(chosen, dropped, spec, decision.privateRoles.slice(0, 1)),
  );
}

/** How much of the total count some rows hold; nothing when the count is not known before the join, or is nowhere above 0. */
function shareOfCount(
  table: RawTable,
  some: readonly number[],
  { map, decimal }: AuditSpec,
  roles: readonly string[],
): string {
  const total = (part: RawTable): number => {
    const own = Object.entries(map).filter(([role]) => roles.includes(role) || role === 'id' || role === 'name');
    const options = { roles: Object.fromEntries(own), counts: roles, decimal: decimal ?? undefined, skipBadRows: true };
    const { counts } = toCountTable(part, options).table;
    return roles.reduce((sum, role) => sum + compensatedSum(counts[role] as Float64Array), 0);
  };
  try {
    const [held, all] = [total(selectRows(table, some)), total(table)];
    return all > 0 ? rowMessages.shareOfCount(held, all) : '';
  } catch (error) {
    // The column of the count, or of the id, comes with the join; or none of the rows can be read.
    if (error instanceof DpfairError) return '';
    throw error;
  }
}
