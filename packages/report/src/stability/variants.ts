import type { StabilityCell, StabilityResult } from '@dpfair/result';
import { formatPlain } from '../format/index.js';
import { stabilityWords as say } from '../messages/stability/word-messages.js';

/** An algorithm with one fairness term, and its cells for one column of groups, by lambda. */
export interface Variant {
  readonly algorithm: StabilityCell['algorithm'];
  /** Short: 'ZVRG', or 'KAAS 2' where an algorithm has terms of several sizes. */
  readonly label: string;
  readonly cells: readonly StabilityCell[];
}

/** Columns of groups, in the order of the data; one that the data do not name stands last. */
export function groupColumns({ data, cells }: StabilityResult): readonly string[] {
  const used = new Set(cells.map(({ group }) => group));
  const known = data.groups.map(({ column }) => column).filter((column) => used.has(column));
  return [...new Set([...known, ...used])];
}

/** The algorithms with cells for one column of groups, in the order of the result. */
export function variantsOf({ cells }: StabilityResult, column: string): readonly Variant[] {
  const names = labelsOf(cells);
  const own = cells.filter(({ group }) => group === column);
  return [...new Set(own.map((cell) => names.get(keyOf(cell)) as string))].map((label) => {
    const along = own.filter((cell) => names.get(keyOf(cell)) === label);
    return {
      algorithm: (along[0] as StabilityCell).algorithm,
      label,
      cells: [...along].sort((one, other) => one.lambda - other.lambda),
    };
  });
}

/** All cells as tables have them: by column of groups, algorithm and lambda. */
export const orderedCells = (result: StabilityResult): readonly StabilityCell[] =>
  groupColumns(result).flatMap((column) => variantsOf(result, column).flatMap(({ cells }) => cells));

/** Labels of all variants of a result, each once: a variant keeps its style in every panel. */
export function variantLabels({ cells }: StabilityResult): readonly string[] {
  return [...new Set(labelsOf(cells).values())];
}

/** Whether plain stands beside a fairness term, so that what shrinkage does is told apart from what the term does. */
export function showsShrinkage({ cells }: StabilityResult): boolean {
  const names = new Set(cells.map(({ algorithm }) => algorithm));
  return names.has('plain') && [...names].some((name) => name !== 'plain' && name !== 'private');
}

/** The label of the variant of a cell. */
export const labelOf = ({ cells }: StabilityResult, cell: StabilityCell): string =>
  labelsOf(cells).get(keyOf(cell)) ?? say.algorithms[cell.algorithm]();

const keyOf = ({ algorithm, fairness: { kind, value } }: StabilityCell) => JSON.stringify([algorithm, kind, value]);

function labelsOf(cells: readonly StabilityCell[]): ReadonlyMap<string, string> {
  const keys = new Map(cells.map((cell) => [keyOf(cell), cell]));
  const several = (cell: StabilityCell) =>
    [...keys.values()].filter(({ algorithm }) => algorithm === cell.algorithm).length > 1;
  return new Map(
    [...keys].map(([key, cell]) => {
      const name = say.algorithms[cell.algorithm]();
      return [key, several(cell) ? say.valued(name, formatPlain(cell.fairness.value)) : name];
    }),
  );
}

/** The lambda at which most variants have a number of rows that differ, of several the largest; null where none has one. */
export function headLambda(variants: readonly Variant[]): number | null {
  const known = variants.map(({ cells }) =>
    cells.flatMap(({ lambda, stab }) => (stab.estimate === null ? [] : [lambda])),
  );
  const count = (lambda: number) => known.filter((lambdas) => lambdas.includes(lambda)).length;
  const [best] = [...new Set(known.flat())].sort((one, other) => count(other) - count(one) || other - one);
  return best ?? null;
}

/** The cell of a variant at a lambda. */
export const cellAt = ({ cells }: Variant, lambda: number): StabilityCell | null =>
  cells.find((cell) => cell.lambda === lambda) ?? null;

/** How one number lies beside another, as far as their intervals say: `open` where they overlap or there are none. */
export function besideOf(one: Ends, other: Ends): 'above' | 'below' | 'open' {
  if (one.lower !== null && other.upper !== null && one.lower > other.upper) return 'above';
  return one.upper !== null && other.lower !== null && one.upper < other.lower ? 'below' : 'open';
}

interface Ends {
  readonly lower: number | null;
  readonly upper: number | null;
}
