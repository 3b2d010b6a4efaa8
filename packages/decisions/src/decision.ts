import type { PostName } from '@dpfair/mechanisms';
import type { CountTable } from '@dpfair/result';
import type { Pipeline } from './pipeline.js';

/** The columns of one run by role: true private counts, and public numbers. All of length n. */
export type DecisionInput = Pick<CountTable, 'counts' | 'fixed'>;

/** What a decision is made with besides its columns: plain data, part of a spec and of a result. */
export interface DecisionParameters {
  /** The question that a threshold decision asks of each entity; see {@link parseRule}. */
  readonly rule?: string;
}

/**
 * A decision problem: what is done with released counts. `pipeline` gives the whole way from noisy counts to outcomes,
 * post-processing included, because some post-processing acts on counts and some on outcomes.
 */
export interface Decision {
  readonly name: string;
  readonly parameters: DecisionParameters;
  /** Unit of the outcome of one entity; a probability where the outcome is yes (1) or no (0). */
  readonly unit: 'share' | 'count' | 'probability';
  /** Roles whose columns are private counts and receive noise, at least one. */
  readonly privateRoles: readonly string[];
  /** Roles whose columns are public and optional. */
  readonly publicRoles: readonly string[];
  /** The post-processing that makes sense for it. */
  readonly posts: readonly PostName[];
  /** The outcome of each entity without noise. Throws where it does not exist. */
  readonly truth: (input: DecisionInput) => Float64Array;
  /**
   * Turns the noisy counts of the private roles into outcomes.
   * @throws DpfairError `usage` for a post-processing that is not in `posts`.
   */
  readonly pipeline: (post: PostName, input: DecisionInput, hints?: PipelineHints) => Pipeline;
}

/** What an estimator knows that makes a pipeline faster without changing what it returns. */
export interface PipelineHints {
  /** Where the search for a simplex threshold begins, in the unit of the values that are projected. */
  readonly simplexStart?: number;
}
