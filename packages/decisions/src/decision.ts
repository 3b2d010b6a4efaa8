import type { PostName, Stage } from '@dpfair/mechanisms';
import type { CountTable } from '@dpfair/result';

/** The columns of one run by role: true private counts, and public numbers. All of length n. */
export type DecisionInput = Pick<CountTable, 'counts' | 'fixed'>;

/**
 * A decision problem: what is done with released counts. `stages` gives the whole way from noisy counts to outcomes,
 * post-processing included, because some post-processing acts on counts and some on outcomes.
 */
export interface Decision {
  readonly name: string;
  /** Unit of the outcome of one entity. */
  readonly unit: 'share' | 'count';
  /** Roles whose columns are private counts and receive noise. */
  readonly privateRoles: readonly string[];
  /** Roles whose columns are public and optional. */
  readonly publicRoles: readonly string[];
  /** The post-processing that makes sense for it. */
  readonly posts: readonly PostName[];
  /** The outcome of each entity without noise. Throws where it does not exist. */
  readonly truth: (input: DecisionInput) => Float64Array;
  /**
   * The stages that turn the noisy counts of the private role into outcomes.
   * @throws DpfairError `usage` for a post-processing that is not in `posts`.
   */
  readonly stages: (post: PostName, input: DecisionInput, hints?: StageHints) => readonly Stage[];
}

/** What an estimator knows that makes a stage faster without changing what it returns. */
export interface StageHints {
  /** Where the search for a simplex threshold begins, in the unit of the values that are projected. */
  readonly simplexStart?: number;
}
