import { clip, type PostName } from '@dpfair/mechanisms';
import type { Decision, DecisionInput, DecisionParameters } from './decision.js';
import { comparisonAlone, onlyPublic, publicUnused, refusePost, ruleMissing } from './messages.js';
import type { Pipeline } from './pipeline.js';
import { requireCounts } from './rules/checks/require-counts.js';
import { parseRule } from './rules/grammar/parse-rule.js';
import { tokensOf } from './rules/grammar/tokens.js';
import { movedInFavour } from './rules/moved-in-favour.js';
import { comparisonsOf, namesOf, type Predicate } from './rules/predicate.js';
import { ruleDistance } from './rules/rule-distance.js';
import { ruleTest } from './rules/rule-test.js';
import { writeComparison } from './rules/write-comparison.js';

/** What may be done to the noisy counts before the question is asked. */
export const thresholdPosts = ['none', 'clip'] as const;

/**
 * A yes-or-no question about the counts of each entity, such as `lep > 0.05 * citizens or lep > 10000`. Every name in the rule is a private
 * role, whose column receives noise of its own, unless it is said to be public. The outcome is 1 where the rule holds and
 * 0 where not, so that its expectation is the probability that the entity is granted what the rule decides. Of a rule of
 * two to four comparisons each is an event of its own.
 *
 * @param parameters `rule` as {@link parseRule} reads it; `public`, the names in it that are public numbers.
 * @throws DpfairError `usage` for a rule that is missing or cannot be read, without a private count, or with a share where a count is meant.
 */
export function threshold({ rule, public: publicRoles = [] }: DecisionParameters): Decision {
  if (rule === undefined) throw ruleMissing();
  const predicate = parseRule(rule);
  const names = namesInText(rule, predicate);
  for (const name of publicRoles) if (!names.includes(name)) throw publicUnused(name, rule, names);
  const privateRoles = names.filter((name) => !publicRoles.includes(name));
  if (privateRoles.length === 0) throw onlyPublic(rule);
  requireCounts(rule, predicate, privateRoles);
  return {
    name: 'threshold',
    parameters: publicRoles.length === 0 ? { rule } : { rule, public: publicRoles },
    unit: 'probability',
    privateRoles,
    publicRoles,
    requiredRoles: publicRoles,
    posts: thresholdPosts,
    truth: (input) => truthOf(predicate, input),
    pipeline: (post, input) => rulePipeline(rule, predicate, post, input),
    distance: ({ counts, fixed }, deviation) =>
      ruleDistance(predicate, { ...fixed, ...counts }, (name) => (Object.hasOwn(counts, name) ? deviation : 0)),
    moved: (by) => {
      const moved = movedInFavour(predicate, by);
      return moved && ((post, input) => rulePipeline(rule, moved, post, input));
    },
    ...eventsOf(predicate, publicRoles),
  };
}

/** A rule of so many comparisons says of each by itself how it errs. */
const MOST_EVENTS = 4;

/** The comparisons of a rule that has several, as questions of their own; those of public numbers alone never err. */
function eventsOf(predicate: Predicate, publicRoles: readonly string[]): Pick<Decision, 'events'> {
  const noisy = comparisonsOf(predicate).filter(({ coefficients }) =>
    Object.keys(coefficients).some((name) => !publicRoles.includes(name)),
  );
  const parts = new Map(noisy.map((comparison) => [writeComparison(comparison), Object.keys(comparison.coefficients)]));
  if (parts.size < 2 || parts.size > MOST_EVENTS) return {};
  return {
    events: [...parts].map(([rule, names]) => ({
      name: rule,
      question: comparisonAlone(rule),
      decision: threshold({ rule, public: publicRoles.filter((name) => names.includes(name)) }),
      postOf: (post) => post,
    })),
  };
}

/** The names of the counts that the rule asks for, in the order in which it is written. */
function namesInText(rule: string, predicate: Predicate): readonly string[] {
  const asked = namesOf(predicate);
  const written = tokensOf(rule).filter(({ kind, text }) => kind === 'name' && asked.includes(text));
  return [...new Set(written.map(({ text }) => text))];
}

function truthOf(predicate: Predicate, { counts, fixed }: DecisionInput): Float64Array {
  const outcome = new Float64Array(Object.values(counts)[0]?.length ?? 0);
  ruleTest(predicate, fixed)(counts, outcome);
  return outcome;
}

/**
 * The way from noisy counts to the answers of a rule.
 *
 * @param rule as it is written; `predicate` is what is asked.
 * @throws DpfairError `usage` for a post-processing that rules do not take.
 */
export function rulePipeline(rule: string, predicate: Predicate, post: PostName, { fixed }: DecisionInput): Pipeline {
  if (post !== 'none' && post !== 'clip') throw refusePost('threshold', post, thresholdPosts);
  const clipped = post === 'clip';
  const description = {
    name: 'threshold',
    parameters: { rule },
    linear: false,
    keeps: { sum: false, sign: true, integers: true },
  };
  return {
    stages: clipped ? [clip().description, description] : [description],
    apply: ruleTest(predicate, fixed, clipped),
  };
}
