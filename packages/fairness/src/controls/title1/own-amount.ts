import type { FormulaRun, GrantFormula } from '@dpfair/decisions';
import type { NoiseDistribution } from '@dpfair/stats';
import { cutSegment, type EndValues } from './cut-segment.js';
import { expectedPiece, noiseUpTo, type PieceList, type Pieces, pieceList } from './pieces.js';

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
  const knots = knotsOf(run, formula, REACH * Math.sqrt(noise.variance), clipped);
  const list = pieceList(n);
  const [from, length] = [new Float64Array(n), new Float64Array(n)];
  for (let segment = 0; ; segment++) {
    const present: number[] = [];
    for (let i = 0; i < n; i++) {
      const own = knots[i] as readonly number[];
      if (segment < own.length - 1) present.push(i);
      // Those that have no such segment repeat their last one, which nobody looks at.
      const k = Math.min(segment, own.length - 2);
      from[i] = own[k] as number;
      length[i] = (own[k + 1] as number) - (own[k] as number);
    }
    if (present.length === 0) break;
    cutSegments(present, from, length, truth.count, evaluate, list);
  }
  const { pieces, moves } = list.collect();
  return { pieces, ...expectations(pieces, moves, truth.count, noise) };
}

/** Where the statute has a step, within reach of the noise, and both ends of that reach. */
function knotsOf(
  { truth: { count, children } }: FormulaRun,
  formula: GrantFormula,
  reach: number,
  clipped: boolean,
): readonly (readonly number[])[] {
  return Array.from(count, (x, i) => {
    const own = formula.kinks(i, children[i] as number).filter((y) => Math.abs(y - x) < reach);
    if (clipped && x < reach) own.push(0);
    own.push(x - reach, x + reach);
    own.sort((a, b) => a - b);
    return own.filter((y, k) => y !== own[k - 1]);
  });
}

function expectations(
  { start, knot, value, slope }: Pieces,
  moves: Uint8Array,
  count: Float64Array,
  noise: NoiseDistribution,
): Pick<OwnAmounts, 'expected' | 'moving'> {
  const expected = new Float64Array(count.length);
  const moving = new Float64Array(count.length);
  for (let i = 0; i < count.length; i++) {
    const x = count[i] as number;
    const end = start[i + 1] as number;
    let from = Number.NEGATIVE_INFINITY;
    for (let k = start[i] as number; k < end; k++) {
      const to = k === end - 1 ? Number.POSITIVE_INFINITY : noiseUpTo(knot[k + 1] as number, x, noise);
      const part = expectedPiece(value[k] as number, slope[k] as number, from, to, noise);
      expected[i] = (expected[i] as number) + part;
      if (moves[k] === 1) moving[i] = (moving[i] as number) + part;
      from = to;
    }
  }
  return { expected, moving };
}

/** Amounts of all districts, each at a count of its own, and whether they are above what is held. */
type Evaluate = (at: Float64Array) => { readonly amount: Float64Array; readonly moves: Uint8Array };

function evaluatorOf(
  { truth: { children }, keep }: FormulaRun,
  formula: GrantFormula,
  rate: Float64Array,
  clipped: boolean,
): Evaluate {
  const n = children.length;
  const [least, kept, floor] = [new Float64Array(n), new Float64Array(n), new Float64Array(n)];
  formula.leastCounts(children, least);
  return (at) => {
    const count = clipped ? at.map((y) => Math.max(y, 0)) : at;
    keep(count, children, kept);
    const amount = new Float64Array(n);
    formula.ask({ count, children, least, kept }, amount);
    formula.hold({ count, children, least, kept }, floor);
    const moves = new Uint8Array(n);
    for (let i = 0; i < n; i++) {
      const paid = (rate[i] as number) * (amount[i] as number);
      const held = floor[i] as number;
      moves[i] = paid > held ? 1 : 0;
      amount[i] = paid > held ? paid : held;
    }
    return { amount, moves };
  };
}

/** Cuts one segment of each district that has it, all together, because formulas are evaluated for all districts at once. */
function cutSegments(
  present: readonly number[],
  from: Float64Array,
  length: Float64Array,
  x: Float64Array,
  evaluate: Evaluate,
  list: PieceList,
): void {
  const at = (part: number) => evaluate(from.map((start, i) => start + part * (length[i] as number)));
  const [first, second, secondLast, last] = [at(INSIDE), at(2 * INSIDE), at(1 - 2 * INSIDE), at(1 - INSIDE)];
  const ends: EndValues[] = present.map((i) => {
    const step = INSIDE * (length[i] as number);
    return {
      from: from[i] as number,
      to: (from[i] as number) + (length[i] as number),
      step,
      first: first.amount[i] as number,
      second: second.amount[i] as number,
      secondLast: secondLast.amount[i] as number,
      last: last.amount[i] as number,
    };
  });
  const cuts = ends.map(cutSegment);
  const bend = from.slice();
  present.forEach((i, k) => {
    bend[i] = cuts[k]?.bend ?? (from[i] as number);
  });
  const middle = evaluate(bend);
  const after = evaluate(bend.map((y, i) => y + INSIDE * (length[i] as number)));
  present.forEach((i, k) => {
    const moves = { first: first.moves[i] === 1, middle: middle.moves[i] === 1, last: last.moves[i] === 1 };
    const between = { value: middle.amount[i] as number, next: after.amount[i] as number };
    cuts[k]?.add(list, i, x[i] as number, between, moves);
  });
}
