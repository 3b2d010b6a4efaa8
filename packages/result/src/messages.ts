import type { Fault } from './error.js';

/** Every message of this package that a user can see. */
export const messages = {
  notFinite: (path: string, value: number): Fault => ({
    what: 'number that is not finite in a result',
    column: path,
    value,
  }),
  notJson: (file: string): Fault => ({ file, what: 'not JSON', allowed: 'a result written by --json' }),
  notResult: (file: string): Fault => ({ file, what: 'not a dpfair result', allowed: 'a result written by --json' }),
  unknownKind: (known: string) => `kind of result that this dpfair does not know (allowed: ${known})`,
  negative: (value: number) => `negative estimate of what is at least zero: ${value}`,
  outsideInterval: (value: number, lower: number | null, upper: number | null) =>
    `estimate outside its own interval: ${value} (allowed: ${lower ?? 'any'} to ${upper ?? 'any'})`,
  columnLength: (actual: number, wanted: number, first: string) =>
    `column of another length: ${actual} (allowed: ${wanted}, as ${first})`,
  notFiniteInCsv: (row: number, column: string, value: number): Fault => ({
    column,
    what: `a number that csv cannot hold in row ${row}`,
    value: String(value),
    allowed: 'finite numbers, null for a value that does not exist',
  }),
  rowWidth: (row: number, actual: number, expected: number): Fault => ({
    what: `number of cells in row ${row}`,
    value: actual,
    allowed: `${expected}, one a column`,
  }),
} as const;
