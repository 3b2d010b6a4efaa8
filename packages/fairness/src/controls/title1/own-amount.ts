import type { FormulaRun, GrantFormula } from '@dpfair/decisions';
import type { NoiseDistribution } from '@dpfair/stats';
import { expectedPiece, noiseUpTo, type Piece, type Pieces, piecesOf } from './pieces.js';

/** What districts are given for their own noisy counts while the rates of all others stand still; by place. */
export interface OwnAmounts {
  readonly pieces: Pieces;
  /** Expected amount, in dollars. */
  readonly expected: Float64Array;
  /** The part of it that moves in proportion with the rate: above what is held harmless. */
  readonly moving: Float64Array;
}

/** Noise beyond this many standard deviations is rare; the outer pieces go on there. */
const REACH = 12;
/** From an end of a segment, where its slope is taken, as a part of its length. */
const INSIDE = 1e-3;

/**
 * The amount max(floor_i(y), rate weight_i(y)) of each district as a function of its own count y, cut into linear pieces: at the counts where
 * the statute has a step, and within them where two lines cross, at most twice. Only the control variate is made from it, so that a
 * missed bend costs variance and no bias.
 *
 * @param rate by state. @param clipped whether counts below 0 are taken as 0.
 */
export function ownAmounts(
  run: FormulaRun,
  formula: GrantFormula,
  rate: Float64Array,
  noise: NoiseDistribution,
  clipped: boolean,
): OwnAmounts {
  const { facts, truth } = run;
  const n = facts.order.length;
  const rateAt = new Float64Array(n);
  for (let s = 0; s < facts.names.length; s++) rateAt.fill(rate[s] as number, facts.start[s], facts.start[s + 1]);
  const evaluate = evaluatorOf(run, formula, rateAt, clipped);
  const reach = REACH * Math.sqrt(noise.variance);
  const knots = Array.from(truth.count, (x, i) => {
    const children = truth.children[i] as number;
    const own = [...formula.kinks(i, children), ...(clipped ? [0] : [])].filter((y) => Math.abs(y - x) < reach);
    return [x - reach, ...[...new Set(own)].sort((a, b) => a - b), x + reach];
  });
  const lists: Piece[][] = knots.map(() => []);
  const moves: boolean[][] = knots.map(() => []);
  const segments = knots.reduce((most, list) => Math.max(most, list.length - 1), 0);
  const ends = { from: new Float64Array(n), length: new Float64Array(n) };
  for (let segment = 0; segment < segments; segment++) {
    knots.forEach((list, i) => {
      // Those that have no such segment repeat their last one, and drop what comes out.
      const k = Math.min(segment, list.length - 2);
      ends.from[i] = list[k] as number;
      ends.length[i] = (list[k + 1] as number) - (list[k] as number);
    });
    const present = knots.flatMap((list, i) => (segment < list.length - 1 ? [i] : []));
    cutSegments(present, ends.from, ends.length, truth.count, evaluate, (i, piece, moving) => {
      const list = lists[i] as Piece[];
      const own = moves[i] as boolean[];
      if (goesOn(list.at(-1), piece) && own.at(-1) === moving) return;
      list.push(piece);
      own.push(moving);
    });
  }
  const expected = new Float64Array(n);
  const moving = new Float64Array(n);
  lists.forEach((list, i) => {
    const x = truth.count[i] as number;
    list.forEach((piece, k) => {
      const from = k === 0 ? Number.NEGATIVE_INFINITY : noiseUpTo(piece.knot, x, noise);
      const to = k === list.length - 1 ? Number.POSITIVE_INFINITY : noiseUpTo((list[k + 1] as Piece).knot, x, noise);
      const part = expectedPiece(piece, from, to, noise);
      expected[i] = (expected[i] as number) + part;
      if (moves[i]?.[k]) moving[i] = (moving[i] as number) + part;
    });
  });
  return { pieces: piecesOf(lists), expected, moving };
}

/** Whether a piece is on the line of the one before it. */
const goesOn = (before: Piece | undefined, { value, slope }: Piece): boolean =>
  before !== undefined &&
  Math.abs(before.value - value) <= 1e-9 * Math.abs(value) &&
  Math.abs(before.slope - slope) <= 1e-9 * Math.abs(slope);

/** Amounts of all districts, each at a count of its own, and whether they are above what is held. */
type Evaluate = (at: Float64Array) => { readonly amount: Float64Array; readonly moves: Uint8Array };

function evaluatorOf(
  { truth: { children }, keep }: FormulaRun,
  formula: GrantFormula,
  rate: Float64Array,
  clipped: boolean,
): Evaluate {
  const n = children.length;
  const [least, kept] = [new Float64Array(n), new Float64Array(n)];
  formula.leastCounts(children, least);
  return (at) => {
    const count = clipped ? at.map((y) => Math.max(y, 0)) : at;
    keep(count, children, kept);
    const [weight, floor] = [new Float64Array(n), new Float64Array(n)];
    formula.ask({ count, children, least, kept }, weight);
    formula.hold({ count, children, least, kept }, floor);
    const moves = new Uint8Array(n);
    const amount = weight.map((own, i) => {
      const paid = (rate[i] as number) * own;
      moves[i] = paid > (floor[i] as number) ? 1 : 0;
      return Math.max(paid, floor[i] as number);
    });
    return { amount, moves };
  };
}

/**
 * The lines at both ends of a segment, and if they differ what is between them: one bend, or two with a third line.
 *
 * @param present the districts that have this segment. @param add is given the pieces of each, from the lowest up.
 */
function cutSegments(
  present: readonly number[],
  from: Float64Array,
  length: Float64Array,
  x: Float64Array,
  evaluate: Evaluate,
  add: (i: number, piece: Piece, moving: boolean) => void,
): void {
  const at = (part: number) => evaluate(from.map((start, i) => start + part * (length[i] as number)));
  const [first, second, secondLast, last] = [at(INSIDE), at(2 * INSIDE), at(1 - 2 * INSIDE), at(1 - INSIDE)];
  const lineOf = (left: Float64Array, right: Float64Array, i: number, part: number, width: number): Line => {
    const slope = ((right[i] as number) - (left[i] as number)) / (width * (length[i] as number));
    const y = (from[i] as number) + part * (length[i] as number);
    return { slope, value: (left[i] as number) + slope * ((x[i] as number) - y) };
  };
  const lower = (i: number) => lineOf(first.amount, second.amount, i, INSIDE, INSIDE);
  const upper = (i: number) => lineOf(secondLast.amount, last.amount, i, 1 - 2 * INSIDE, INSIDE);
  const bend = from.slice();
  for (const i of present) {
    const start = from[i] as number;
    bend[i] = crossing(lower(i), upper(i), x[i] as number, start, start + (length[i] as number));
  }
  const middle = evaluate(bend);
  const after = evaluate(bend.map((y, i) => y + INSIDE * (length[i] as number)));
  for (const i of present) {
    const [low, high] = [lower(i), upper(i)];
    const start = from[i] as number;
    const end = start + (length[i] as number);
    const valueAt = ({ value, slope }: Line, y: number) => value + slope * (y - (x[i] as number));
    const scale = Math.abs(first.amount[i] as number) + Math.abs(last.amount[i] as number);
    if (Math.abs(valueAt(low, end) - valueAt(high, end)) <= 1e-9 * scale) {
      const whole = lineOf(first.amount, last.amount, i, INSIDE, 1 - 2 * INSIDE);
      add(i, { ...whole, knot: start }, first.moves[i] === 1);
      continue;
    }
    const y = bend[i] as number;
    add(i, { ...low, knot: start }, first.moves[i] === 1);
    if (Math.abs((middle.amount[i] as number) - valueAt(low, y)) <= 1e-7 * scale) {
      add(i, { ...high, knot: y }, last.moves[i] === 1);
      continue;
    }
    const slope = ((after.amount[i] as number) - (middle.amount[i] as number)) / (INSIDE * (length[i] as number));
    const between = { slope, value: (middle.amount[i] as number) + slope * ((x[i] as number) - y) };
    add(i, { ...between, knot: crossing(low, between, x[i] as number, start, y) }, middle.moves[i] === 1);
    add(i, { ...high, knot: crossing(between, high, x[i] as number, y, end) }, last.moves[i] === 1);
  }
}

/** A line in the count y: value + slope (y - x). */
type Line = Pick<Piece, 'value' | 'slope'>;

/** Where two lines cross, or the middle of a segment that they do not cross in. */
function crossing(left: Line, right: Line, x: number, from: number, to: number): number {
  const y = x - (right.value - left.value) / (right.slope - left.slope);
  return y > from && y < to ? y : (from + to) / 2;
}
