import { distance, type Metric } from '../../metrics/index.js';
import { type Box, withinBox } from './box.js';
import { steepest } from './steepest.js';

/** A row, the copy of it that is the worst so far, and how far the next step looks. */
export interface Climb {
  /** Place of the row. */
  readonly row: number;
  readonly start: Float64Array;
  readonly startAnswer: Float64Array;
  copy: Float64Array;
  answer: Float64Array;
  inputDistance: number;
  outputDistance: number;
  /** (output distance - excess) / input distance; -Infinity before a copy has been found. */
  height: number;
  /** Largest change of the distance that is tried, in powers of 2; halved by a step that finds nothing better. */
  spread: number;
}

const FIRST_RADII = 20;

/** Shares of the way towards where the answer moves away the most, and powers of 2 of the distance, that later steps try for each direction. */
const STRAIGHT = { shares: [0], powers: [-1, -1 / 4, 1 / 4, 1] };
const FROM_ROW = { shares: [1 / 2, 1], powers: [-1, -1 / 4, 0, 1 / 4, 1] };
const FROM_COPY = { shares: [1 / 4, 1 / 2, 1], powers: [-1 / 4, 0, 1 / 4] };

/** Copies at most, in the first step and in each later one. */
export function mostCopies(classes: number): { readonly first: number; readonly later: number } {
  const tried = [STRAIGHT, FROM_ROW, FROM_COPY].map(({ shares, powers }) => shares.length * powers.length);
  return { first: 2 * FIRST_RADII * directionsOf(classes), later: tried.reduce((sum, each) => sum + each, 0) };
}

/** Of two classes one falls where the other rises. */
const directionsOf = (classes: number) => (classes === 2 ? 1 : classes);

/** Copies to compare with the row first: each way in which a probability rises or falls the most, at distances from the least to the farthest of the box. */
export function firstCopies(
  metric: Metric,
  box: Box,
  { start }: Climb,
  slopesOfClasses: readonly Float64Array[],
  least: number,
): Float64Array[] {
  const corner = start.slice();
  for (const i of box.varying) {
    const [low, high] = [box.low[i] as number, box.high[i] as number];
    corner[i] = (start[i] as number) - low > high - (start[i] as number) ? low : high;
  }
  const farthest = Math.max(least, distance(metric, start, corner));
  const apart = slopesOfClasses.slice(-directionsOf(slopesOfClasses.length));
  return apart.flatMap((slopes) =>
    [slopes, slopes.map((slope) => -slope)].flatMap((gradient) => {
      const direction = steepest(metric, box, start, gradient);
      if (direction === undefined) return [];
      return Array.from({ length: FIRST_RADII }, (_, k) =>
        copyAt(box, start, direction, least * (farthest / least) ** (k / (FIRST_RADII - 1))),
      );
    }),
  );
}

/** Copies to compare with the row next: turned from where the worst copy lies towards where its answer moves away the most, and nearer or farther. */
export function nextCopies(
  metric: Metric,
  box: Box,
  { start, copy, answer, startAnswer, inputDistance, spread }: Climb,
  slopesOfClasses: readonly Float64Array[],
): Float64Array[] {
  const gradient = new Float64Array(start.length);
  for (const [y, slopes] of slopesOfClasses.entries()) {
    const sign = Math.sign((answer[y] as number) - (startAnswer[y] as number)) / 2;
    for (let i = 0; i < gradient.length; i++) gradient[i] = (gradient[i] as number) + sign * (slopes[i] as number);
  }
  const along = copy.map((value, i) => (value - (start[i] as number)) / inputDistance);
  const nowhere = new Float64Array(start.length);
  // A column at its bound leaves room for others, seen from the copy; seen from the row it still belongs to the best direction.
  const turns = [
    { away: undefined, ...STRAIGHT },
    { away: steepest(metric, box, start, gradient), ...FROM_ROW },
    { away: steepest(metric, box, copy, gradient), ...FROM_COPY },
  ];
  return turns.flatMap(({ away, shares, powers }) =>
    shares.flatMap((most) => {
      const share = most * spread;
      if (away === undefined && share > 0) return [];
      const direction = along.map((part, i) => (1 - share) * part + share * (away?.[i] ?? 0));
      const length = distance(metric, direction, nowhere);
      if (!(length > 0)) return [];
      return powers.map((power) => copyAt(box, start, direction, (inputDistance * 2 ** (power * spread)) / length));
    }),
  );
}

function copyAt(box: Box, start: Float64Array, direction: Float64Array, reach: number): Float64Array {
  const copy = start.slice();
  for (const i of box.varying) {
    const part = direction[i] as number;
    if (part !== 0) copy[i] = withinBox(box, i, (start[i] as number) + reach * part);
  }
  return copy;
}
