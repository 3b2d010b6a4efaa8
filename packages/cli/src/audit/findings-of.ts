import type { Decision, ImpossibleCounts } from '@dpfair/decisions';
import { type CountTable, DpfairError, type InputMismatch, type Warning } from '@dpfair/result';
import { rowMessages } from '../messages/rows.js';

/** What a decision finds in its columns before any noise, as a result says it. */
export interface Findings {
  readonly warnings: readonly Warning[];
  /** Undefined where the columns hold no published answers. */
  readonly mismatches: InputMismatch[] | undefined;
}

/**
 * @param lines of the file on which the rows of the table were read.
 * @throws DpfairError `input` for columns that the decision refuses, at the line of the row.
 */
export function findingsOf(
  decision: Decision,
  table: CountTable,
  { file, lines }: { readonly file: string; readonly lines: readonly number[] },
): Findings {
  const found = atLines(() => decision.examine?.(table), file, lines);
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
      ...(found.impossible ?? []).map((one) => impossibleCounts(one, table, lines)),
      ...(mismatches.length === 0
        ? []
        : [{ code: 'published-flags-differ' as const, message: rowMessages.mismatches(pairs, named) }]),
    ],
    mismatches: table.labels?.published === undefined ? undefined : mismatches,
  };
}

function impossibleCounts(
  { part, whole, entities }: ImpossibleCounts,
  { name, counts, fixed }: CountTable,
  lines: readonly number[],
): Warning {
  const rows = entities.map((i) => ({
    line: lines[i] as number,
    name: name[i] as string,
    part: (counts[part] ?? fixed[part])?.[i] as number,
    whole: (counts[whole] ?? fixed[whole])?.[i] as number,
  }));
  return { code: 'impossible-counts', message: rowMessages.impossibleCounts(part, whole, rows) };
}

/** Says of faults about rows of the table where in the file they are. */
function atLines<T>(work: () => T, file: string, lines: readonly number[]): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof DpfairError)) throw error;
    const faults = error.faults.map((fault) => {
      const line = fault.entity === undefined ? undefined : lines[fault.entity];
      return line === undefined ? fault : { ...fault, file, line };
    });
    throw new DpfairError(error.code, faults);
  }
}
