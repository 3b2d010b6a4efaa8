import type { Encoding } from '@dpfair/result';

/** One input of the model, and the column of the file that it is made of. */
export interface Feature {
  readonly name: string;
  readonly column: string;
  /** A number, the 0 or 1 of a text that stands in a column of numbers, or that of a text of a column of texts. */
  readonly kind: 'number' | 'mark' | 'level';
  /** Number: what is taken off, and what the rest is divided by. */
  readonly mean: number;
  readonly deviation: number;
  /** Level: the text. */
  readonly level: string | null;
}

/** The inputs of a model, in order, as its encoding makes them. */
export function featuresOf({ columns }: Pick<Encoding, 'columns'>): readonly Feature[] {
  const plain = { mean: 0, deviation: 1, level: null };
  return columns.flatMap((column): readonly Feature[] => {
    const name = column.column;
    if (column.kind === 'text') {
      return column.levels.map((level) => ({ ...plain, name: `${name}=${level}`, column: name, kind: 'level', level }));
    }
    const { mean, deviation, marks } = column;
    return [
      { name, column: name, kind: 'number', mean, deviation, level: null },
      ...marks.map(({ feature }) => ({ ...plain, name: feature, column: name, kind: 'mark' as const })),
    ];
  });
}

/** A feature in the unit of its column. */
export const inColumnUnits = ({ mean, deviation }: Feature, value: number): number =>
  Number((mean + deviation * value).toPrecision(12));
