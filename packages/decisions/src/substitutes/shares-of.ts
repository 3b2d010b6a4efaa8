import { compensatedSum } from '@dpfair/stats';
import type { Decision, DecisionInput } from '../decision.js';
import { weightedCounts } from '../weighted-counts.js';

/** What an allotment in proportion to weighted counts is made from. */
export interface Allotted {
  readonly counts: Float64Array;
  /** a_j. */
  readonly weights: Float64Array;
  readonly largestWeight: number;
  /** Z = sum a_j x_j. */
  readonly normaliser: number;
  /** a_i x_i / Z. */
  readonly shares: Float64Array;
}

/** The parts of an allotment in proportion to weighted counts, which some substitutes need. */
export function allottedOf(input: DecisionInput): Allotted {
  const { counts, weights: given } = weightedCounts(input);
  const weights = given ?? new Float64Array(counts.length).fill(1);
  const weighted = counts.map((x, i) => (weights[i] as number) * x);
  const normaliser = compensatedSum(weighted);
  return {
    counts,
    weights,
    largestWeight: weights.reduce((a, b) => Math.max(a, b), 0),
    normaliser,
    shares: weighted.map((value) => value / normaliser),
  };
}

/** Whether shares are in proportion to one private count with public weights. */
export const isProportional = ({ name }: Decision): boolean => name === 'allotment';
