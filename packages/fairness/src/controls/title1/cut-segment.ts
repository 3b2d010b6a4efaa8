import type { PieceList } from './pieces.js';

/** A segment, and a function at two points near each of its ends: `step` and twice that inside. */
export interface EndValues {
  readonly from: number;
  readonly to: number;
  readonly step: number;
  readonly first: number;
  readonly second: number;
  readonly secondLast: number;
  readonly last: number;
}

/** The function where the lines of both ends cross, and one step after. */
export interface BendValues {
  readonly value: number;
  readonly next: number;
}

/** Whether the function moves with the rate at the first end, at the bend, and at the last end. */
export interface Moves {
  readonly first: boolean;
  readonly middle: boolean;
  readonly last: boolean;
}

/** What is known of a segment from its ends. */
export interface Cut {
  /** Where the lines of both ends cross; undefined where they are one line. */
  readonly bend: number | undefined;
  /** Adds the pieces of entity i, whose true count is x: one line, two that meet at the bend, or two and one between them. */
  readonly add: (list: PieceList, i: number, x: number, between: BendValues, moves: Moves) => void;
}

/** Cuts a segment of a function that is linear but for at most two bends. */
export function cutSegment({ from, to, step, first, second, secondLast, last }: EndValues): Cut {
  const low = (second - first) / step;
  const high = (last - secondLast) / step;
  const start = first - low * step;
  const end = last + high * step;
  const scale = Math.abs(first) + Math.abs(last);
  if (Math.abs(start + low * (to - from) - end) <= 1e-9 * scale) {
    const slope = (last - first) / (to - from - 2 * step);
    return {
      bend: undefined,
      add: (list, i, x, _between, { first: moves }) =>
        list.add(i, from, first + slope * (x - from - step), slope, moves),
    };
  }
  const bend = crossing(start - low * from, low, end - high * to, high, from, to);
  return {
    bend,
    add: (list, i, x, { value, next }, moves) => {
      list.add(i, from, start + low * (x - from), low, moves.first);
      const atEnd = end + high * (x - to);
      if (Math.abs(value - (start + low * (bend - from))) <= 1e-7 * scale) {
        list.add(i, bend, atEnd, high, moves.last);
        return;
      }
      const slope = (next - value) / step;
      const level = value - slope * bend;
      const left = crossing(start - low * from, low, level, slope, from, bend);
      list.add(i, left, value + slope * (x - bend), slope, moves.middle);
      list.add(i, crossing(level, slope, end - high * to, high, bend, to), atEnd, high, moves.last);
    },
  };
}

/** Where two lines a + b y cross, or the middle of a segment that they do not cross in. */
function crossing(a: number, b: number, c: number, d: number, from: number, to: number): number {
  const y = (c - a) / (b - d);
  return y > from && y < to ? y : (from + to) / 2;
}
