import type { Seed } from '@dpfair/stats';
import type { StableFairProgram } from '../program/program.js';
import type { TrainingSet } from '../program/training-set.js';

/** A program that is fitted in every repetition. */
export interface StableArm {
  readonly program: StableFairProgram;
  /** The group column that its fairness term is about, a place in `data.groups`; null for a program without one. */
  readonly group: number | null;
  /** Columns that its classifiers do not see, places in `data.columns`, ascending. @default none */
  readonly hidden?: readonly number[];
}

/** An experiment as plain data: what is fitted, how often, and on which rows. */
export interface ExperimentPlan {
  /** All rows, for training and for testing. */
  readonly data: TrainingSet;
  /** Rows that repetitions draw from, ascending. */
  readonly pool: Int32Array;
  /** Test rows, the same in every repetition, ascending; none of them is in the pool. */
  readonly test: Int32Array;
  readonly arms: readonly StableArm[];
  readonly repetitions: number;
  /** Part of the pool that each repetition trains on, above 0 and at most 1. */
  readonly trainingShare: number;
  /** Training rows of the first repetition that are replaced one at a time, for each arm; 0: none. */
  readonly replacements: number;
  /** Square root of the largest k(x, x) over all rows, see `kappaOf`. */
  readonly kappa: number;
  readonly seed: Seed;
}
