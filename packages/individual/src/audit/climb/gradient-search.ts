import type { Answerer } from '../answerer.js';

/**
 * Slopes of a model's probabilities: for each of `rows` rows of `batch`, for each class but the first, the derivative of its probability by each column,
 * rows x (classes - 1) x columns; at once or later.
 */
export type ModelSlopes = (batch: Float64Array, rows: number) => ArrayLike<number> | PromiseLike<ArrayLike<number>>;

export interface GradientSearch {
  /** Slopes of the model. @default differences of its answers either side */
  readonly slopes?: ModelSlopes;
  /** Columns that may vary. @default all that the metric sees */
  readonly columns?: readonly string[];
  /** Columns that are kept at whole numbers. @default none */
  readonly whole?: readonly string[];
  /** Rows to climb from. @default 200 */
  readonly starts?: number;
  /** Steps uphill from each, at most. @default 12 */
  readonly steps?: number;
  /** Distance under the metric to either side over which differences of answers are taken. @default 0.01 */
  readonly difference?: number;
  /** Pairs nearer than this are not sought: ratios of next to nothing are rounding. @default 0.01 */
  readonly leastDistance?: number;
  /**
   * For sampled answers: the same model with fresh draws, which is asked about the two people of each climb at its end, and whose answers are those of the pair.
   * The copy was chosen by the answers of the climb, whose error is largest just there; to fresh draws it is a pair named in advance.
   * @default the answers of the climb
   */
  readonly again?: Answerer;
  /** Hears how many steps of how many at most are taken: 0 at first, then after each; all where no climb goes on. @default nobody */
  readonly onStep?: (taken: number, most: number) => void;
}
