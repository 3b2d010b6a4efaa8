import type { SamplingSource } from '@dpfair/result';
import type { MethodName } from '../options/estimation-options.js';
import type { Format, UnmatchedRule } from '../options/input-options.js';
import type {
  ApportionOptionName,
  DecisionOptionName,
  GrantOptionName,
  PostOptionName,
} from '../options/outcome-options.js';
import type { MechanismName, NeighbourName } from '../options/privacy-options.js';
import type { ReadingSpec } from './reading-spec.js';

/**
 * Everything that decides the numbers of an audit, with nothing left to a default. It is what `run.spec` of a result
 * holds, and what a spec file says. Keys are the option names of `dpfair audit` in camel case; the command line and
 * spec files take them with dashes too. Paths are relative to the current directory.
 */
export interface AuditSpec extends ReadingSpec<Format> {
  /** The file that is audited. */
  readonly data: string;
  /** Role -> column. */
  readonly map: Readonly<Record<string, string>>;
  /** Joined files, and the key of each as LEFT=RIGHT. Of equal length. */
  readonly join: readonly string[];
  readonly on: readonly string[];
  readonly unmatched: UnmatchedRule;
  readonly where: readonly string[];
  readonly decision: DecisionOptionName;
  /** The question of a threshold decision; null for the others. */
  readonly rule: string | null;
  /** Names in the rule that are public numbers. */
  readonly public: readonly string[];
  /** Rule file of a statute: the name of a built-in one, or a file; null: the newest built-in one. */
  readonly statute: string | null;
  /** Clauses of the statute that are switched on or off. */
  readonly clause: Readonly<Record<string, boolean>>;
  /** Grants of a statute that are made; empty: all. */
  readonly grant: readonly GrantOptionName[];
  /** Columns that receive noise though the decision takes them as public. */
  readonly private: readonly string[];
  /** How seats are given; null for the default, and for other decisions. */
  readonly apportion: ApportionOptionName | null;
  /** Seats that are given out; null for other decisions. */
  readonly seats: number | null;
  readonly mechanism: readonly MechanismName[];
  /** Budgets of each count column; null when totalEpsilon, scale or sigma is given instead. */
  readonly epsilon: readonly number[] | null;
  /** Budgets of a person over all count columns. */
  readonly totalEpsilon: readonly number[] | null;
  readonly delta: number | null;
  /** Largest change of a count column when one person changes, in counts. */
  readonly sensitivity: number;
  readonly neighbours: NeighbourName;
  /** Scales b of Laplace and discrete Laplace noise, in counts. */
  readonly scale: readonly number[] | null;
  /** Standard deviations of Gaussian noise and parameters of discrete Gaussian noise, in counts. */
  readonly sigma: readonly number[] | null;
  readonly post: readonly PostOptionName[];
  readonly method: MethodName;
  /** Monte Carlo without control variates. */
  readonly plain: boolean;
  /** Whether causes are told apart by simulation where that takes long. */
  readonly why: boolean;
  readonly trials: number;
  /** Fraction of alpha at which Monte Carlo stops, and below which a series is taken; null: never, and 0.01. */
  readonly tolerance: number | null;
  /** Where the size of the sampling error of the counts comes from; null: it is not looked at. */
  readonly samplingError: SamplingSource | null;
  /** Seed of the simulation: a whole number below 2^64, decimal. */
  readonly seed: string;
  readonly confidence: number;
  /** Money that is allotted, in dollars; null when the result does not speak of money. */
  readonly budget: number | null;
  /** Conditions such as `alpha>1e-5`. */
  readonly failOn: readonly string[];
}

/** What a caller says: the data, a privacy budget, and whatever should differ from the defaults. */
export type AuditSpecInput = Pick<AuditSpec, 'data'> & { readonly [Key in keyof AuditSpec]?: AuditSpec[Key] | null };
