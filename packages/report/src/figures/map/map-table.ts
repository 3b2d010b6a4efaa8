import type { TextTable } from '../../figure.js';
import { cleanText } from '../../format/index.js';
import { mapMessages as say } from '../../messages/figures/map-messages.js';
import type { MapMeasure, MapValue } from './map-measure.js';

/** Up to this many places are all in the table; of more, as many of either end. */
const MOST_PLACES = 60;
const MOST_ENDS = 20;

/** A place on the map with its value. */
export interface PlacedValue extends MapValue {
  readonly code: string;
}

/** The data of the map: all places when there are few, else those that lose and gain most; and what is not on it, all of it. */
export function mapTable(placed: readonly PlacedValue[], missing: readonly string[], measure: MapMeasure): TextTable {
  const known = placed.filter(({ value }) => value !== null);
  const sorted = known.toSorted((first, second) => (first.value as number) - (second.value as number));
  const row = (which: string) => (place: PlacedValue) => [
    cleanText(place.name),
    place.code,
    which,
    measure.write(place.value),
  ];
  const rows =
    placed.length <= MOST_PLACES
      ? [...sorted, ...placed.filter(({ value }) => value === null)].map(row(say.place()))
      : [
          ...sorted
            .slice(0, MOST_ENDS)
            .filter(({ value }) => (value as number) < 0)
            .map(row(say.loses())),
          ...sorted
            .slice(-MOST_ENDS)
            .filter(({ value }) => (value as number) > 0)
            .map(row(say.gains())),
        ];
  const absent = missing.map((text) => [cleanText(text), '\u2013', say.notShown(), '\u2013']);
  return { columns: say.columns(measure.header), rows: [...rows, ...absent] };
}
