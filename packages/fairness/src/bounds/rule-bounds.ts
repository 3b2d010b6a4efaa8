import { comparisonsOf, type DecisionInput, type Predicate, settle } from '@dpfair/decisions';
import type { Bound } from '@dpfair/result';
import type { ContinuousNoise } from '@dpfair/stats';
import { boundSources } from '../messages/why.js';
import { boundOf, type Found } from './found.js';
import { ruleRange } from './rule-range.js';
import type { Interval } from './simplex-alpha.js';

/** More entities than this are only bounded where nothing better is known. */
export const MOST_ENTITIES = 1_000;

/** What a rule is asked about, for {@link ruleBounds}. */
export interface RuleQuestion {
  readonly predicate: Predicate;
  readonly clipped: boolean;
  readonly input: DecisionInput;
  readonly privateRoles: readonly string[];
  readonly publicRoles: readonly string[];
  readonly noise: ContinuousNoise;
  readonly truth: Float64Array;
  /** Whether the probability of the rule itself is known. */
  readonly exact: boolean;
}

/** Alpha of a rule from its single comparisons, whatever the dependence of those that share a count; nothing for a single one. */
export function ruleBounds(question: RuleQuestion, found: Found): Bound[] {
  const { predicate, truth, exact } = question;
  if (comparisonsOf(predicate).length < 2 || (exact && truth.length > MOST_ENTITIES)) return [];
  const ranges = Array.from(truth, (_, i) => rangeOf(question, i));
  if (!ranges.every((range) => range !== null)) return [];
  const about = {
    name: 'any-dependence',
    quantity: 'alpha',
    estimate: found.alpha,
    source: boundSources.dependence,
  } as const;
  const least = ranges.map(({ lower }, i) => lower - (truth[i] as number));
  const most = ranges.map(({ upper }, i) => upper - (truth[i] as number));
  const max = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const min = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  return [boundOf(about, Math.max(0, max(least) - min(most)), max(most) - min(least))];
}

function rangeOf(
  { predicate, clipped, input, privateRoles, publicRoles, noise }: RuleQuestion,
  i: number,
): Interval | null {
  const at = (columns: Readonly<Record<string, Float64Array>>, role: string) =>
    (columns[role] as Float64Array)[i] as number;
  const known = Object.fromEntries(publicRoles.map((role) => [role, at(input.fixed, role)]));
  const left = settle(predicate, known);
  if (typeof left === 'boolean') return { lower: Number(left), upper: Number(left) };
  const counts = Object.fromEntries(
    privateRoles.map((role) => [role, { truth: at(input.counts, role), noise, clipped }]),
  );
  return ruleRange(left, clipped)?.(counts) ?? null;
}
