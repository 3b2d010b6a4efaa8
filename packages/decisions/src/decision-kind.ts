import type { PostName } from '@dpfair/mechanisms';
import type { Decision, DecisionParameters, OutcomeUnit } from './decision.js';

/** What is known of a decision before its parameters are: what a command line and a help text need. */
export interface DecisionKind {
  readonly unit: OutcomeUnit;
  /** The post-processing that it takes. */
  readonly posts: readonly PostName[];
  /** What is compared when nothing is said. */
  readonly defaultPosts: readonly PostName[];
  /** The parameters that it has a use for; others are refused. */
  readonly parameterNames: readonly (keyof DecisionParameters)[];
  /** @throws DpfairError `usage` for parameters that are missing or cannot be read. */
  readonly make: (parameters: DecisionParameters) => Decision;
}
