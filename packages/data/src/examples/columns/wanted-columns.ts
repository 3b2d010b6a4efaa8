import type { WantedColumn } from './read-rows.js';

/** What is to be read of a table, for examples to be made of it. Columns are numbers from 0. */
interface ColumnsOfExamples {
  readonly features: readonly Pick<WantedColumn, 'index' | 'kind' | 'marks'>[];
  /** Null where labels are not known. */
  readonly label: { readonly index: number; readonly isNumber: boolean } | null;
  /** Null where all rows are one group. */
  readonly group: { readonly index: number; readonly inBands: boolean } | null;
  readonly missing: 'drop' | 'level';
}

/** The columns to read: a row without a label is never of use, one without another value only where missing is a level. */
export function wantedColumns({ features, label, group, missing }: ColumnsOfExamples): WantedColumn[] {
  const mayMiss = missing === 'level';
  const kindOf = (isNumber: boolean) => (isNumber ? 'number' : 'text');
  return [
    ...features.map(({ index, kind, marks }) => ({ index, kind, marks, mayMiss })),
    ...(label === null
      ? []
      : [{ index: label.index, kind: kindOf(label.isNumber), marks: [], mayMiss: false } as const]),
    ...(group === null ? [] : [{ index: group.index, kind: kindOf(group.inBands), marks: [], mayMiss } as const]),
  ];
}
