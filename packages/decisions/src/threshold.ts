import { clip } from '@dpfair/mechanisms';
import type { Decision, DecisionInput } from './decision.js';
import { refusePost, ruleMissing } from './messages.js';
import type { NoisyColumns, Pipeline } from './pipeline.js';
import { parseRule } from './rules/parse-rule.js';
import { namesOf, type Predicate } from './rules/predicate.js';
import { ruleTest } from './rules/rule-test.js';
import { tokensOf } from './rules/tokens.js';

/** What may be done to the noisy counts before the question is asked. */
const posts = ['none', 'clip'] as const;

/**
 * A yes-or-no question about the counts of each entity, such as `lep > 0.05 * citizens or lep > 10000`. Every name in the rule is a private
 * role, whose column receives noise of its own. The outcome is 1 where the rule holds and 0 where not, so that its
 * expectation is the probability that the entity is granted what the rule decides.
 *
 * @param rule see {@link parseRule}.
 * @throws DpfairError `usage` for a rule that is missing or cannot be read.
 */
export function threshold(rule: string | undefined): Decision {
  if (rule === undefined) throw ruleMissing();
  const predicate = parseRule(rule);
  const names = namesInText(rule, predicate);
  return {
    name: 'threshold',
    parameters: { rule },
    unit: 'probability',
    privateRoles: names,
    publicRoles: [],
    posts,
    truth: (input) => truthOf(predicate, input),
    pipeline: (post) => {
      if (post !== 'none' && post !== 'clip') throw refusePost('threshold', post, posts);
      return rulePipeline(rule, predicate, post === 'clip');
    },
  };
}

/** The names of the counts that the rule asks for, in the order in which it is written. */
function namesInText(rule: string, predicate: Predicate): readonly string[] {
  const asked = namesOf(predicate);
  const written = tokensOf(rule).filter(({ kind, text }) => kind === 'name' && asked.includes(text));
  return [...new Set(written.map(({ text }) => text))];
}

function truthOf(predicate: Predicate, { counts }: DecisionInput): Float64Array {
  const outcome = new Float64Array(Object.values(counts)[0]?.length ?? 0);
  ruleTest(predicate)(counts, outcome);
  return outcome;
}

function rulePipeline(rule: string, predicate: Predicate, clipped: boolean): Pipeline {
  const test = ruleTest(predicate, clipped);
  const description = {
    name: 'threshold',
    parameters: { rule },
    linear: false,
    keeps: { sum: false, sign: true, integers: true },
  };
  return {
    stages: clipped ? [clip().description, description] : [description],
    apply: (noisy: NoisyColumns, outcome) => test(noisy, outcome),
  };
}
