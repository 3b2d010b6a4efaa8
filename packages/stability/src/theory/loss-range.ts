import type { LossKind } from '../program/program.js';

/** How far a loss and its slope go while scores stay within some size. */
export interface LossRange {
  /** Loss of a score of 0. */
  readonly atZero: number;
  /** Largest loss of a score f with |f| <= size. */
  readonly largest: (size: number) => number;
  /** Largest slope in f of the same, both labels: what makes the loss admissible there. */
  readonly slope: (size: number) => number;
  /** Sigma as Huang and Vishnoi give it: 1 for logistic and hinge; of the squared loss, which has none of its own, the slope. */
  readonly admissibility: (size: number) => number;
}

const squaredSlope = (size: number) => 2 * (1 + size);

/**
 * Loss ranges by name: all three are convex in the score, so the ends of the range are the extremes.
 *
 * @example
 * lossRange.squared.admissibility(1) // 4
 */
export const lossRange: Readonly<Record<LossKind, LossRange>> = {
  logistic: {
    atZero: Math.LN2,
    largest: (size) => size + Math.log1p(Math.exp(-size)),
    slope: (size) => 1 / (1 + Math.exp(-size)),
    admissibility: () => 1,
  },
  hinge: { atZero: 1, largest: (size) => 1 + size, slope: () => 1, admissibility: () => 1 },
  squared: { atZero: 1, largest: (size) => (1 + size) ** 2, slope: squaredSlope, admissibility: squaredSlope },
};
