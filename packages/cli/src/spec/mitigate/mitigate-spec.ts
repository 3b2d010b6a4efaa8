import type { AuditSpec } from '../audit-spec.js';

/** Everything that decides the numbers of a comparison of mitigations: an audit, and what mitigations are made with. */
export interface MitigateSpec extends AuditSpec {
  /** Names of the mitigations that are compared; null: all that go with the decision. */
  readonly mitigation: readonly string[] | null;
  /** Public constant for the weighted total of the counts. */
  readonly normaliser: number | null;
  /** Public lower bound of that total. */
  readonly normaliserAtLeast: number | null;
  /** Part of the budget that goes to the total; null: the one with the smallest expected squared error. */
  readonly normaliserPart: number | null;
  /** Probability that somebody loses under the no-penalty allotment. */
  readonly failure: number;
  /** Part of what it had before that nobody falls below. */
  readonly holdHarmless: number;
  /** Margin of a threshold, in standard deviations of the noise of its comparison. */
  readonly margin: number;
  /** Margin of a threshold in the unit of its comparison. */
  readonly marginUnits: number | null;
  readonly subgroups: number;
  /** The private count by whose size the subgroups are made; null: the first of the decision. */
  readonly subgroupsBy: string | null;
  /** File on which classifiers are trained; null: the data. */
  readonly train: string | null;
  /** What is to stay below a limit, such as `alpha<1e-6`; null: no budget is looked for. */
  readonly target: string | null;
  /** Smallest and largest epsilon that is tried for the target. */
  readonly search: readonly number[];
  /** The epsilon of the target is known to within this fraction. */
  readonly precision: number;
  /** How many times larger the budget is that more-epsilon spends. */
  readonly epsilonFactor: number;
}

/** What a caller says: the data, a privacy budget, and whatever should differ from the defaults. */
export type MitigateSpecInput = Pick<MitigateSpec, 'data'> & {
  readonly [Key in keyof MitigateSpec]?: MitigateSpec[Key] | null;
};
