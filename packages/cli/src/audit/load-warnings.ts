import { type RawTable, selectRows, toCountTable } from '@dpfair/data';
import type { Decision } from '@dpfair/decisions';
import { DpfairError, type SkippedRow, type Warning } from '@dpfair/result';
import { compensatedSum } from '@dpfair/stats';
import type { AuditSpec } from '../spec/audit-spec.js';

/** How many rows a warning names. */
const NAMED = 5;

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
    ...(raw.encoding === 'windows-1252'
      ? [
          {
            code: 'decoded-as-latin-1' as const,
            message: `${raw.file} is not UTF-8 and was read as windows-1252 (Latin-1)`,
          },
        ]
      : []),
  ];
}

function badRows(bad: readonly SkippedRow[], { raw, remaining }: LoadingStages): string {
  const all = raw.rows.length + raw.skipped.length;
  const lines = bad.map(({ line, reason }) => `line ${line}: ${reason}`);
  return (
    `${bad.length} of ${rows(all)} of ${raw.file} could not be read and ${wereLeftOut(bad.length)}, ` +
    `${remaining} ${remaining === 1 ? 'remains' : 'remain'} (${firstOf(lines)})`
  );
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
  const named = unmatched.map(({ line, reason }, index) => {
    const name = chosen.rows[dropped[index] as number]?.[nameColumn] ?? '';
    return `line ${line}${name === '' ? '' : `, ${name}`}: ${reason}`;
  });
  const share = shareOfCount(chosen, dropped, spec, decision.privateRoles);
  return (
    `${rows(unmatched.length)} of ${raw.file} had no partner in a joined file and ${wereLeftOut(unmatched.length)}` +
    `${share} (${firstOf(named)})`
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
    return all > 0 ? `, with ${grouped(held)} of the count of ${grouped(all)} (${percent(held / all)})` : '';
  } catch (error) {
    // The column of the count, or of the id, comes with the join; or none of the rows can be read.
    if (error instanceof DpfairError) return '';
    throw error;
  }
}

function rows(number: number): string {
  return `${number} row${number === 1 ? '' : 's'}`;
}

function wereLeftOut(number: number): string {
  return `${number === 1 ? 'was' : 'were'} left out`;
}

function firstOf(items: readonly string[]): string {
  const rest = items.length - NAMED;
  return `${items.slice(0, NAMED).join('; ')}${rest > 0 ? `; and ${rest} more` : ''}`;
}

function grouped(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 1 });
}

function percent(share: number): string {
  return `${Number((100 * share).toPrecision(2))} %`;
}
