import type { Decision, SubstituteFact, SubstituteSpec } from '@dpfair/decisions';
import type { PostName } from '@dpfair/mechanisms';
import type { Mechanism, MitigationChange } from '@dpfair/result';
import type { NoiseDistribution } from '@dpfair/stats';

/** One way to remove unfairness, before it is estimated. */
export interface PlannedMitigation {
  /** Unique within a budget: `pos`, `redundant-release`, `redundant-release+pos`. */
  readonly id: string;
  readonly change: MitigationChange;
  readonly decision: Decision;
  readonly post: PostName;
  /** The privacy that is spent in all. */
  readonly mechanism: Mechanism;
  /** The noise of each count. */
  readonly noise: NoiseDistribution;
  readonly spec: SubstituteSpec | null;
  readonly assumes: readonly string[];
  readonly facts: readonly SubstituteFact[];
  /** Why it is not to be recommended whatever its numbers; null: nothing is against it. */
  readonly remark: string | null;
}

/** A mitigation that does not go with the decision or with what was said of it. */
export interface LeftOut {
  readonly id: string;
  readonly reason: string;
}

/** Money is added to the outcome of another: there is nothing to simulate. */
export const MAKE_WHOLE = 'make-whole';
/** The decision as it is, with more privacy spent. */
export const MORE_EPSILON = 'more-epsilon';
