import type { PostName, Stage } from '@dpfair/mechanisms';

/** The true counts of one run, and the public weights of the entities (null: all 1). Both of length n. */
export interface DecisionInput {
  readonly counts: Float64Array;
  readonly weights: Float64Array | null;
}

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
  /** The stages that turn noisy counts into outcomes. */
  readonly stages: (post: PostName, input: DecisionInput, hints?: StageHints) => readonly Stage[];
}

/** What an estimator knows that makes a stage faster without changing what it returns. */
export interface StageHints {
  /** Where the search for a simplex threshold begins, in the unit of the values that are projected. */
  readonly simplexStart?: number;
}
