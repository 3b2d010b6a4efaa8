// Tran, Fioretto, Van Hentenryck, Yao (2021): composition of predicates; the general form is derived in docs/methods/bounds.md.
import type { Interval } from './simplex-alpha.js';

export type Connective = 'and' | 'or' | 'xor';

/** A yes-or-no answer without noise (1 or 0), and the probability that noise turns it. */
export interface NoisyAnswer {
  readonly truth: 0 | 1;
  readonly flip: number;
}

/** Expected answer minus truth: -flip of a yes, +flip of a no. */
export const biasOf = ({ truth, flip }: NoisyAnswer): number => (truth === 1 ? -flip : flip);

/**
 * Bias of two answers with independent noise joined by a connective: with p the truths and B the biases of the two,
 * B_and = p1 B2 + p2 B1 + B1 B2, B_or = B1 + B2 - B_and, B_xor = (1 - 2 p1) B2 + (1 - 2 p2) B1 - 2 B1 B2.
 *
 * @example
 * composedBias('and', { truth: 1, flip: 0.1 }, { truth: 0, flip: 0.2 }) // (1 - 0.1) * 0.2
 */
export function composedBias(connective: Connective, first: NoisyAnswer, second: NoisyAnswer): number {
  const [b1, b2] = [biasOf(first), biasOf(second)];
  const and = first.truth * b2 + second.truth * b1 + b1 * b2;
  if (connective === 'and') return and;
  return connective === 'or' ? b1 + b2 - and : b1 + b2 - 2 * and;
}

/**
 * Gap of |bias| that two predicates can reach together, from the smallest and largest flip probability of each over the entities: with
 * l, u the ends of the two, for `and` and `or` u1 + u2 - u1 u2 - l1 l2, and for `xor`, which never flips less than l1 + l2 - 2 l1 l2,
 * u1 + u2 - 2 u1 u2 less that (needs flips of at most 1/2). Independent noise.
 *
 * It is never below the larger gap of the two alone for `and` and `or`. For `xor` it can be, although slides of the paper's lecture claim
 * it: gaps .3 (0 to .3) and 0 (.2) give .18.
 */
export function composedGap(connective: Connective, first: Interval, second: Interval): number {
  const product = (a: number, b: number) => (connective === 'xor' ? a + b - 2 * a * b : a + b - a * b);
  const largest = product(first.upper, second.upper);
  const smallest = connective === 'xor' ? product(first.lower, second.lower) : first.lower * second.lower;
  return largest - smallest;
}

/**
 * What the probability of two joined events can be, whatever their dependence (Frechet): for events with probabilities p and q,
 * `and` lies in [max(0, p + q - 1), min(p, q)], `or` in [max(p, q), min(1, p + q)], `xor` in [|p - q|, min(p + q, 2 - p - q)]. Each side is
 * attained. Of events that are themselves known between limits only, the widest.
 */
export function anyDependence(connective: Connective, first: Interval, second: Interval): Interval {
  const [p, q] = [first, second];
  if (connective === 'and') {
    return { lower: Math.max(0, p.lower + q.lower - 1), upper: Math.min(p.upper, q.upper) };
  }
  if (connective === 'or') return { lower: Math.max(p.lower, q.lower), upper: Math.min(1, p.upper + q.upper) };
  return {
    lower: Math.max(0, p.lower - q.upper, q.lower - p.upper),
    upper: Math.min(1, p.upper + q.upper, 2 - p.lower - q.lower),
  };
}

/** The same for independent events: multilinear in both, so that the extremes are at the corners. */
export function independent(connective: Connective, first: Interval, second: Interval): Interval {
  const joined = (p: number, q: number) =>
    connective === 'and' ? p * q : connective === 'or' ? p + q - p * q : p + q - 2 * p * q;
  const corners = [first.lower, first.upper].flatMap((p) => [second.lower, second.upper].map((q) => joined(p, q)));
  return { lower: Math.max(0, Math.min(...corners)), upper: Math.min(1, Math.max(...corners)) };
}
