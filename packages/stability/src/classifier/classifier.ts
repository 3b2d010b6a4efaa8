import type { Kernel } from '../program/program.js';

/** What a fit gives: the favourable class where its score is at least 0. */
export type Classifier =
  | { readonly kind: 'linear'; readonly weights: Float64Array; readonly intercept: number }
  | {
      /** Weights of its own for each combination of group values. */
      readonly kind: 'by-group';
      readonly weights: readonly Float64Array[];
      readonly intercepts: Float64Array;
    }
  | {
      readonly kind: 'kernel';
      readonly kernel: Kernel;
      /** Of the points it was fitted to those that carry it (the others are combinations of them), points x columns. */
      readonly points: Float64Array;
      readonly coefficients: Float64Array;
      readonly intercept: number;
    };

/**
 * How a search ended: at a minimum; at one but for rows whose loss falls to 0 as weights grow without end; where that is so of all rows;
 * at a point that is flat but no minimum; out of steps; where rounding hides the way down.
 */
export type FitEnding = 'minimum' | 'partly-separated' | 'separated' | 'saddle' | 'steps' | 'stuck';

/** One covariance constraint at the solution. */
export interface FittedConstraint {
  readonly column: string;
  readonly value: string;
  readonly covariance: number;
  /** What the objective loses per unit that the bound is raised, with the sign of the covariance; 0 where the bound does not bind. */
  readonly multiplier: number;
  /**
   * Whether it has no effect: without the constraints the fit breaks this one, and has the same objective and the same decision for every row, since what
   * meets it are scores that grow at no cost, of rows whose class is certain. Of the logistic and the hinge loss where lambda is next to 0.
   */
  readonly withoutEffect: boolean;
}

/** A classifier and how it was found. One that did not converge is a result like any other, and says so. */
export interface Fit {
  readonly classifier: Classifier;
  readonly converged: boolean;
  readonly iterations: number;
  /** Mean loss, fairness penalty and stability term together. */
  readonly objective: number;
  /** ||f|| as the stability term counts it, with an intercept that is penalised and without one that is free. */
  readonly norm: number;
  /** How the search ended; `stableEndings` of `@dpfair/result` says it in words. */
  readonly ending: FitEnding;
  /** Largest component of the gradient of the Lagrangian, in the solver's scaled columns. */
  readonly gradientNorm: number;
  /** Bound minus the largest absolute covariance: below 0 where a constraint is broken. Null without constraints. */
  readonly constraintSlack: number | null;
  /** The constraints, none without a covariance bound. */
  readonly constraints: readonly FittedConstraint[];
}
