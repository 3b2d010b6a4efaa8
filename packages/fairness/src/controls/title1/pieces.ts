import type { NoiseDistribution } from '@dpfair/stats';

/**
 * A function of one count for each of n entities, linear between knots: on `knot[k] <= y < knot[k + 1]` it is
 * value[k] + slope[k] (y - x), with x the true count. Pieces of entity i are start[i] <= k < start[i + 1]; the first reaches down to
 * -Infinity, the last up to Infinity.
 */
export interface Pieces {
  readonly start: Int32Array;
  readonly knot: Float64Array;
  readonly value: Float64Array;
  readonly slope: Float64Array;
}

/** Collects pieces of many entities in any order, those of one entity from the lowest up. */
export interface PieceList {
  /** Adds a piece. One on the line of the one before it joins that. @param moves whether it moves with the rate. */
  readonly add: (i: number, knot: number, value: number, slope: number, moves: boolean) => void;
  /** The pieces in order of entities, and whether each moves with the rate. */
  readonly collect: () => { readonly pieces: Pieces; readonly moves: Uint8Array };
}

export function pieceList(entities: number): PieceList {
  const owner: number[] = [];
  const [knots, values, slopes]: [number[], number[], number[]] = [[], [], []];
  const moving: boolean[] = [];
  // The last piece of each entity, from 1; 0: none yet.
  const last = new Int32Array(entities);
  return {
    add: (i, knot, value, slope, moves) => {
      const before = (last[i] as number) - 1;
      const goesOn =
        before >= 0 &&
        moving[before] === moves &&
        isNear(values[before] as number, value) &&
        isNear(slopes[before] as number, slope);
      if (goesOn) return;
      owner.push(i);
      knots.push(knot);
      values.push(value);
      slopes.push(slope);
      moving.push(moves);
      last[i] = owner.length;
    },
    collect: () => {
      const start = new Int32Array(entities + 1);
      for (const i of owner) start[i + 1] = (start[i + 1] as number) + 1;
      for (let i = 0; i < entities; i++) start[i + 1] = (start[i + 1] as number) + (start[i] as number);
      const next = start.slice();
      const order = new Int32Array(owner.length);
      owner.forEach((i, k) => {
        const place = next[i] as number;
        order[place] = k;
        next[i] = place + 1;
      });
      const inOrder = (numbers: readonly number[]) =>
        new Float64Array(order.length).map((_, k) => numbers[order[k] as number] as number);
      return {
        pieces: { start, knot: inOrder(knots), value: inOrder(values), slope: inOrder(slopes) },
        moves: new Uint8Array(order.length).map((_, k) => Number(moving[order[k] as number])),
      };
    },
  };
}

const isNear = (left: number, right: number): boolean => Math.abs(left - right) <= 1e-9 * Math.abs(right);

/** Expectation of one piece, over the noise that leads to it: from `from` up to `to`, each as {@link noiseUpTo} gives it. */
export function expectedPiece(
  value: number,
  slope: number,
  from: number,
  to: number,
  noise: NoiseDistribution,
): number {
  const probability = tail(noise, 0, from) - tail(noise, 0, to);
  const first = tail(noise, 1, from) - tail(noise, 1, to);
  return value * probability + slope * first;
}

/**
 * The noise above which a count x is at least at a knot: y >= knot wherever eta > noiseUpTo. Noise on whole numbers has mass on the knot
 * itself, and is compared in the same arithmetic as the count is.
 */
export function noiseUpTo(knot: number, x: number, { support }: NoiseDistribution): number {
  if (support === 'real') return knot - x;
  let first = Math.ceil(knot - x);
  while (x + first - 1 >= knot) first -= 1;
  while (x + first < knot) first += 1;
  return first - 0.5;
}

/** E[eta^order ; eta > threshold], also for a threshold at infinity. */
function tail(noise: NoiseDistribution, order: 0 | 1, threshold: number): number {
  if (threshold === Number.NEGATIVE_INFINITY) return 1 - order;
  return threshold === Number.POSITIVE_INFINITY ? 0 : noise.tailMoment(order, threshold);
}
