import type { AuditResult, Cell } from '@dpfair/result';

/** One value on the map: in the unit of the data, null where it is not defined. */
export interface MapValue {
  readonly name: string;
  readonly value: number | null;
  /** Whether its interval contains zero: drawn as zero. */
  readonly unsure: boolean;
}

/** What a map shows of entities, or of groups. */
export interface MapMeasure {
  /** For the legend and the table: 'dollars per child counted'. */
  readonly header: string;
  /** Data unit to unit shown, in which classes are cut. */
  readonly factor: number;
  /** Size in the unit shown below which values are not told apart. */
  readonly smallest: number;
  /** Whether values are sizes of losses alone, drawn as losses but written without a sign. @default false */
  readonly onlyLosses?: boolean;
  /** Writes a value under the header. */
  readonly write: (value: number | null) => string;
  /** Writes the size of a value in a sentence: '$1.20 per child'. */
  readonly text: (size: number) => string;
  /** The value of an entity or a group by its position in the cell. */
  readonly of: (index: number) => MapValue;
}

/** Chooses what a map of a cell shows in the unit of a result. */
export type MapMeasureOf = (result: AuditResult, cell: Cell, of: 'entities' | 'groups') => MapMeasure;
