import type { PostName } from '@dpfair/mechanisms';
import type { CountTable, Warning } from '@dpfair/result';
import type { Pipeline } from './pipeline.js';
import type { MarginOf } from './rules/move-thresholds.js';
import type { SubstituteSpec } from './substitutes/substitute-spec.js';

/** The columns of one run by role: true private counts, public numbers, and public text. All of length n. */
export type DecisionInput = Pick<CountTable, 'counts' | 'fixed' | 'labels'>;

/** What a decision is made with besides its columns: plain data, part of a spec and of a result. Each decision names what it takes. */
export interface DecisionParameters {
  /** The question that a threshold decision asks of each entity; see {@link parseRule}. */
  readonly rule?: string;
  /** Names in the rule that are public numbers, which receive no noise. */
  readonly public?: readonly string[];
  /** The rule file of a statute: the name of a built-in one, or its content. */
  readonly statute?: string | Readonly<Record<string, unknown>>;
  /** Clauses of the statute that are switched on (true) or off. */
  readonly clauses?: Readonly<Record<string, boolean>>;
  /** The grants of the statute that are made. @default all */
  readonly grants?: readonly string[];
  /** Columns that the decision takes as public unless they are named here: then they receive noise. @default none */
  readonly private?: readonly string[];
  /** Dollars that are allotted. @default what the statute appropriates */
  readonly budget?: number;
  /** How seats are given by population; see `apportionmentMethodNames`. */
  readonly method?: string;
  /** Seats that are given out. */
  readonly seats?: number;
  /** The yes-or-no question about this decision, where it is asked by itself; see {@link DecisionEvent}. */
  readonly event?: string;
}

/**
 * A decision problem: what is done with released counts. `pipeline` gives the whole way from noisy counts to outcomes,
 * post-processing included, because some post-processing acts on counts and some on outcomes.
 */
export interface Decision {
  readonly name: string;
  readonly parameters: DecisionParameters;
  /** Unit of the outcome of one entity; a probability where the outcome is yes (1) or no (0). */
  readonly unit: OutcomeUnit;
  /** Roles whose columns are private counts and receive noise, at least one. */
  readonly privateRoles: readonly string[];
  /** Roles whose columns are public numbers; optional unless they are in `requiredRoles`. */
  readonly publicRoles: readonly string[];
  /** Those public numbers that must be above 0. @default none */
  readonly positiveRoles?: readonly string[];
  /** Those public numbers that must be at least 0. @default none */
  readonly nonNegativeRoles?: readonly string[];
  /** Roles whose columns are public text; optional unless they are in `requiredRoles`. @default none */
  readonly labelRoles?: readonly string[];
  /** Public roles without which the decision cannot be made. @default none */
  readonly requiredRoles?: readonly string[];
  /** Dollars that are allotted where the decision itself says so. @default what the user says */
  readonly budgetDollars?: number;
  /** The post-processing that makes sense for it. */
  readonly posts: readonly PostName[];
  /** Where this is a fair substitute for the decision of this name: which one; see {@link substituteDecision}. @default none */
  readonly substitute?: SubstituteSpec;
  /** Yes-or-no questions about the same columns that come along with the decision. @default none */
  readonly events?: readonly DecisionEvent[];
  /** Whether shares under this post-processing add up to 1 whatever the noise, by construction. @default not known to */
  readonly addsUp?: (post: PostName) => boolean;
  /** Whether outcomes under this post-processing add up to at least 1 whatever the noise, by construction. @default not known to */
  readonly paysAll?: (post: PostName) => boolean;
  /** The outcome of each entity without noise. Throws where it does not exist. */
  readonly truth: (input: DecisionInput) => Float64Array;
  /** Places of the entities whose outcome without noise is settled by a convention for ties alone. @default none */
  readonly tied?: (input: DecisionInput) => readonly number[];
  /**
   * Turns the noisy counts of the private roles into outcomes.
   * @throws DpfairError `usage` for a post-processing that is not in `posts`.
   */
  readonly pipeline: (post: PostName, input: DecisionInput, hints?: PipelineHints) => Pipeline;
  /**
   * Yes-or-no decisions: how far each entity is from the threshold, in standard deviations of the noise of the comparison
   * that decides: above 0 where the answer is yes, infinite where noise cannot change it.
   * @param deviation standard deviation of the noise of one count.
   */
  readonly distance?: (input: DecisionInput, deviation: number) => Float64Array;
  /**
   * Yes-or-no decisions by comparisons: the pipeline with every threshold moved in favour of yes, of an exclusive or both
   * ways; null where it is nested too deeply.
   */
  readonly moved?: (by: MarginOf) => Decision['pipeline'] | null;
  /** Yes-or-no decisions: how many people an answer touches. @default not known */
  readonly people?: (input: DecisionInput) => PeopleTouched;
  /** What a reader must know of these columns before the audit. @default nothing */
  readonly examine?: (input: DecisionInput) => InputFindings;
}

/** How many people the answer about each entity touches. */
export interface PeopleTouched {
  /** The role of the column that counts them. */
  readonly role: string;
  /** True counts, of length n. */
  readonly people: Float64Array;
  /** Entities that are added up: others hold people who are in these already. */
  readonly counted: readonly boolean[];
}

/** What is found in the columns of a decision without any noise. */
export interface InputFindings {
  readonly warnings: readonly Warning[];
  /** Published answers that differ from the decision on the published counts. */
  readonly mismatches: readonly PublishedMismatch[];
  /** Parts that are above their whole. @default none */
  readonly impossible?: readonly ImpossibleCounts[];
}

/** Entities with a count of a part that is above that of its whole, by more than rounding can do. */
export interface ImpossibleCounts {
  /** Roles. */
  readonly part: string;
  readonly whole: string;
  /** At least one. */
  readonly entities: readonly number[];
}

/** A published yes (1) or no (0) that differs from the computed one. */
export interface PublishedMismatch {
  readonly entity: number;
  readonly flag: string;
  readonly published: 0 | 1;
  readonly computed: 0 | 1;
}

/** Shares of a budget, released counts, probabilities of a yes, or seats. */
export type OutcomeUnit = 'share' | 'count' | 'probability' | 'seats';

/** A yes-or-no question that comes along with a decision, such as whether a district is eligible or a state loses a seat. */
export interface DecisionEvent {
  /** Short, as in a table: `eligible for basic grants`. */
  readonly name: string;
  /** What a yes means, one sentence. */
  readonly question: string;
  /** The question as a decision of unit `probability`, whose roles are among those of the decision it comes along with. */
  readonly decision: Decision;
  /** The post-processing of the counts before this question is asked, where the decision has `post`. */
  readonly postOf: (post: PostName) => PostName;
}

/** What an estimator knows that makes a pipeline faster without changing what it returns. */
export interface PipelineHints {
  /** Where the search for a simplex threshold begins, in the unit of the values that are projected. */
  readonly simplexStart?: number;
}
