import type { OwnAmounts } from './own-amount.js';

/** As many as Title I has grants; those that are not made are 0. */
export const FUNCTIONS = 4;

/**
 * Up to four functions of one count for each of n entities, on common pieces: a noisy count is looked for once. On a piece function f is
 * lines[at + f] + lines[at + 4 + f] (y - x), with x the true count and `at` as {@link lineOf} says. Knots as in {@link OwnAmounts.pieces}.
 */
export interface SharedPieces {
  readonly start: Int32Array;
  readonly knot: Float64Array;
  /** The piece on which each true count lies: noisy ones are looked for from there. */
  readonly home: Int32Array;
  /** Pieces below that of the true count, of the entity that has most of them. */
  readonly mostBelow: number;
  /** All home pieces stand together, and all their neighbours: most noise is small, and these alone stay in the cache. */
  readonly lines: Float64Array;
}

/** Where the lines of piece k of entity i stand. */
const lineOf = ({ home, mostBelow }: SharedPieces, i: number, k: number): number =>
  2 * FUNCTIONS * ((k - (home[i] as number) + mostBelow) * home.length + i);

/** The amounts of up to four grants, each less what is expected. */
export function sharePieces(amounts: readonly OwnAmounts[], count: Float64Array): SharedPieces {
  const n = count.length;
  const [start, home] = [new Int32Array(n + 1), new Int32Array(n)];
  const knots: number[] = [];
  let [mostBelow, mostAbove] = [0, 0];
  for (let i = 0; i < n; i++) {
    const common = commonKnots(amounts, i);
    const below = lastUpTo(common, 0, common.length, count[i] as number);
    home[i] = knots.length + below;
    mostBelow = Math.max(mostBelow, below);
    mostAbove = Math.max(mostAbove, common.length - 1 - below);
    knots.push(...common);
    start[i + 1] = knots.length;
  }
  const lines = new Float64Array(2 * FUNCTIONS * n * (mostBelow + 1 + mostAbove));
  const shared = { start, knot: Float64Array.from(knots), home, mostBelow, lines };
  for (let i = 0; i < n; i++) {
    for (let k = start[i] as number; k < (start[i + 1] as number); k++) {
      const at = lineOf(shared, i, k);
      amounts.forEach((amount, f) => {
        const [value, slope] = lineAt(amount, i, knots[k] as number);
        lines[at + f] = value;
        lines[at + FUNCTIONS + f] = slope;
      });
    }
  }
  return shared;
}

/** Knots of all functions of entity i, in order. */
function commonKnots(amounts: readonly OwnAmounts[], i: number): Float64Array {
  const all = amounts.flatMap(({ pieces: { start, knot } }) => [...knot.subarray(start[i], start[i + 1])]);
  return Float64Array.from(new Set(all)).sort();
}

function lineAt({ pieces, expected }: OwnAmounts, i: number, knot: number): readonly [number, number] {
  const k = lastUpTo(pieces.knot, pieces.start[i] as number, pieces.start[i + 1] as number, knot);
  return [(pieces.value[k] as number) - (expected[i] as number), pieces.slope[k] as number];
}

/** The last piece from <= k < to whose knot is not above y, or the first, which reaches down to -Infinity. */
function lastUpTo(knot: Float64Array, from: number, to: number, y: number): number {
  let k = from;
  while (k < to - 1 && y >= (knot[k + 1] as number)) k += 1;
  return k;
}
