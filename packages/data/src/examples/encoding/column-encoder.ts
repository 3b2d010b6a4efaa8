import type { EncodedColumn } from '@dpfair/result';

/** The level, and the group, of missing values. */
export const MISSING = '(missing)';

/** Writes the features of one cell from `start` on, where all are 0. False for a text that the encoding does not know. */
export type ColumnEncoder = (text: string, value: number, into: Float64Array, start: number) => boolean;

/**
 * How the cells of a column are written. A number is scaled, a mark sets its own feature and leaves the number 0, a level sets its own
 * feature; what is not known leaves all features 0.
 */
export function columnEncoder(column: EncodedColumn, missingTexts: readonly string[]): ColumnEncoder {
  if (column.kind === 'number') {
    const { mean, deviation, marks } = column;
    const offsetOf = new Map(marks.flatMap(({ texts }, at) => texts.map((text) => [text, at + 1] as const)));
    return (text, value, into, start) => {
      if (!Number.isNaN(value)) {
        into[start] = (value - mean) / deviation;
        return true;
      }
      return setAt(into, start, offsetOf.get(text));
    };
  }
  const offsetOf = new Map(column.levels.map((level, at) => [level, at] as const));
  const missing = new Set(missingTexts);
  return (text, _value, into, start) => setAt(into, start, offsetOf.get(missing.has(text) ? MISSING : text));
}

/** How many features a column becomes. */
export function widthOf(column: EncodedColumn): number {
  return column.kind === 'number' ? 1 + column.marks.length : column.levels.length;
}

function setAt(into: Float64Array, start: number, offset: number | undefined): boolean {
  if (offset === undefined) return false;
  into[start + offset] = 1;
  return true;
}
