import type { RowEncoding } from '@dpfair/data';
import type { Metric } from '@dpfair/individual';
import { DpfairError, type Examples, type Fault } from '@dpfair/result';
import { quantileOfSorted } from '@dpfair/stats';
import { smoothFaults } from '../../messages/smooth.js';
import { decimalNumber } from '../../options/reading/decimal-number.js';
import type { Feature } from './features.js';

/** What the model reads in columns that the metric does not see. */
interface Holding {
  readonly metric: Metric;
  readonly features: readonly Feature[];
  readonly encoding: RowEncoding;
  readonly examples: Examples;
}

/**
 * The value at which the model always reads each feature of scale 0: what was said, else the median of a number, and of a column of texts the most
 * frequent of those that are held.
 *
 * @param said Column -> value in the words of the file
 * @throws DpfairError `usage` for a column that is unknown or has a weight, and for a value that it cannot have
 */
export function heldValues(said: Readonly<Record<string, string>>, holding: Holding): ReadonlyMap<string, number> {
  const { metric, features, examples } = holding;
  const isHeld = (place: number) => metric.scales[place] === 0;
  requireSaid(said, holding);
  const frequent = new Map<string, string | null>();
  const held = new Map<string, number>();
  for (const [place, feature] of features.entries()) {
    if (!isHeld(place)) continue;
    const { name, column, kind, mean, deviation } = feature;
    const text = said[column];
    if (kind === 'number') {
      held.set(name, text === undefined ? median(examples, place) : (decimalNumber(text) - mean) / deviation);
    } else if (kind === 'mark') held.set(name, 0);
    else {
      if (!frequent.has(column)) frequent.set(column, text ?? mostFrequent(holding, column));
      held.set(name, Number(frequent.get(column) === feature.level));
    }
  }
  return held;
}

function requireSaid(said: Readonly<Record<string, string>>, { metric, features, encoding }: Holding): void {
  const faults = Object.entries(said).flatMap(([column, text]): Fault[] => {
    const own = features.flatMap((feature, place) => (feature.column === column ? [{ feature, place }] : []));
    if (own.length === 0) return [smoothFaults.unknownFeature(column, [...new Set(features.map((f) => f.column))])];
    if (own.some(({ place }) => metric.scales[place] !== 0)) return [smoothFaults.heldSeen(column)];
    if (encoding.radius !== null) return [smoothFaults.unitBall('--held')];
    const levels = own.flatMap(({ feature }) => (feature.level === null ? [] : [feature.level]));
    const allowed = levels.length > 0 ? listed(levels) : 'a number';
    const fits = levels.length > 0 ? levels.includes(text) : Number.isFinite(decimalNumber(text));
    return fits ? [] : [smoothFaults.heldValue(column, text, allowed)];
  });
  if (faults.length > 0) throw new DpfairError('usage', faults);
}

/** Up to twenty texts, in double quotes where one of them holds a comma. */
function listed(texts: readonly string[]): string {
  const shown = texts.slice(0, 20);
  const quoted = shown.some((text) => text.includes(',')) ? shown.map((text) => `"${text}"`) : shown;
  return [...quoted, ...(texts.length > shown.length ? [`and ${texts.length - shown.length} more`] : [])].join(', ');
}

function median({ rows, features, featureNames }: Examples, place: number): number {
  const width = featureNames.length;
  const values = Float64Array.from({ length: rows }, (_, row) => features[row * width + place] as number).sort();
  return quantileOfSorted(values, 0.5);
}

/** The text of a column that most rows have, of those whose feature is held; the first of equally frequent ones. */
function mostFrequent({ metric, features, examples }: Holding, column: string): string | null {
  const width = features.length;
  let best: string | null = null;
  let most = 0;
  for (const [place, feature] of features.entries()) {
    if (feature.column !== column || metric.scales[place] !== 0) continue;
    let rows = 0;
    for (let at = place; at < examples.features.length; at += width) rows += Number(examples.features[at] !== 0);
    if (rows > most) [best, most] = [feature.level, rows];
  }
  return best;
}
