import type { Decision } from '@dpfair/decisions';
import type { CountTable, InputMismatch, Warning } from '@dpfair/result';
import { rowMessages } from '../messages/rows.js';

/** What a decision finds in its columns before any noise, as a result says it. */
export interface Findings {
  readonly warnings: readonly Warning[];
  /** Undefined where the columns hold no published answers. */
  readonly mismatches: InputMismatch[] | undefined;
}

/** @param lines on which the rows of the table were read. */
export function findingsOf(decision: Decision, table: CountTable, lines: readonly number[]): Findings {
  const found = decision.examine?.(table);
  if (found === undefined) return { warnings: [], mismatches: undefined };
  const mismatches = found.mismatches.map(({ entity, ...flag }) => ({
    line: lines[entity] as number,
    id: table.id[entity] as string,
    ...flag,
  }));
  const named = found.mismatches.map(({ entity }, k) => ({
    ...(mismatches[k] as InputMismatch),
    name: table.name[entity] as string,
  }));
  const pairs = new Set(mismatches.map(({ id }) => id)).size;
  return {
    warnings: [
      ...found.warnings,
      ...(mismatches.length === 0
        ? []
        : [{ code: 'published-flags-differ' as const, message: rowMessages.mismatches(pairs, named) }]),
    ],
    mismatches: table.labels?.published === undefined ? undefined : mismatches,
  };
}
