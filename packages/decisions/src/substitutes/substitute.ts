import type { PostName } from '@dpfair/mechanisms';
import type { NoiseDistribution } from '@dpfair/stats';
import type { Decision, DecisionInput } from '../decision.js';
import type { SubstituteSpec } from './substitute-spec.js';

/** What a user may say about substitutes. Each one reads what concerns it. */
export interface SubstituteSettings {
  /** A public constant for the weighted total of the counts. @default none: linear-proxy does not apply */
  readonly normaliser?: number;
  /** A public lower bound of that total. @default none: output-perturbation does not apply */
  readonly normaliserAtLeast?: number;
  /** Part of the budget that goes to the normaliser. @default the one with the smallest expected squared error */
  readonly normaliserPart?: number;
  /** Probability that somebody loses under the no-penalty allotment. @default 0.05 */
  readonly failure?: number;
  /** Part of the true (or of the previous) share that nobody falls below. @default 0.95 */
  readonly holdHarmless?: number;
  /** Margin in standard deviations of the noise of a comparison. @default 1 */
  readonly margin?: number;
  /** Margin in the unit of a comparison. @default none: margin-units does not apply */
  readonly marginUnits?: number;
  /** Subgroups of a linear classifier. @default 4 */
  readonly subgroups?: number;
  /** The private count whose size makes the subgroups. @default the first of the decision */
  readonly subgroupsBy?: string;
  /** What linear classifiers are trained on. @default the data at hand */
  readonly training?: DecisionInput;
}

/** What a substitute is planned from. */
export interface SubstituteContext {
  readonly decision: Decision;
  readonly input: DecisionInput;
  /** Of one count, where the whole budget goes to the counts. */
  readonly noise: NoiseDistribution;
  /** Largest change of a count column when one person changes, in counts. */
  readonly sensitivity: number;
  readonly settings: SubstituteSettings;
}

/** A number that says what a substitute does, with its name in words. */
export interface SubstituteFact {
  /** By which reports look it up: `slack`. */
  readonly id: string;
  readonly name: string;
  readonly value: number;
}

/** A substitute that goes with a decision. */
export interface SubstitutePlan<Spec extends SubstituteSpec = SubstituteSpec> {
  readonly spec: Spec;
  /** Spread of the noise of each count. @default that of the context */
  readonly countSpread?: number;
  /** What must be public, or known to whoever carries it out, besides the noisy counts: a phrase each. */
  readonly assumes: readonly string[];
  readonly facts: readonly SubstituteFact[];
  /** Why it is not to be recommended whatever its numbers: the end of a sentence that begins with its name. @default nothing */
  readonly remark?: string;
}

/** Why a substitute does not go with a decision, its data or what was said of it. */
export interface NotApplicable {
  readonly notApplicable: string;
}

/** One kind of fair substitute for a decision. */
export interface SubstituteKind<Spec extends SubstituteSpec = SubstituteSpec> {
  /** Of decisions with another unit it is not spoken of. */
  readonly unit: Decision['unit'];
  /** The post-processing with which it is compared, given that of the baseline. */
  readonly posts: (baseline: PostName) => readonly PostName[];
  readonly plan: (context: SubstituteContext) => SubstitutePlan<Spec> | NotApplicable;
  /**
   * The substitute as a decision: `truth` is that of the original, so that bias is counted from what is owed without noise;
   * `pipeline` is that of the substitute.
   */
  make(original: Decision, spec: Spec): Decision;
}

export const isApplicable = (plan: SubstitutePlan | NotApplicable): plan is SubstitutePlan => 'spec' in plan;
