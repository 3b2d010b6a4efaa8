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

/** One piece, from its knot to that of the next. */
export interface Piece {
  readonly knot: number;
  readonly value: number;
  readonly slope: number;
}

export function piecesOf(lists: readonly (readonly Piece[])[]): Pieces {
  const start = new Int32Array(lists.length + 1);
  for (let i = 0; i < lists.length; i++) start[i + 1] = (start[i] as number) + (lists[i]?.length ?? 0);
  const size = start[lists.length] as number;
  const [knot, value, slope] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  let k = 0;
  for (const list of lists) {
    for (const piece of list) {
      knot[k] = piece.knot;
      value[k] = piece.value;
      slope[k] = piece.slope;
      k += 1;
    }
  }
  return { start, knot, value, slope };
}

/** Expectation of one piece, over the noise that leads to it: from `from` up to `to`, each as {@link noiseUpTo} gives it. */
export function expectedPiece({ value, slope }: Piece, from: number, to: number, noise: NoiseDistribution): number {
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
