import { allotment } from './allotment.js';
import { apportionment, apportionmentPosts } from './apportionment/apportionment.js';
import type { Decision, DecisionParameters } from './decision.js';
import type { DecisionKind } from './decision-kind.js';
import { identity } from './identity.js';
import { language, languagePosts } from './language/index.js';
import { parameterUnused, unknownDecision } from './messages.js';
import { title1, title1Posts } from './statutes/title1/title1.js';
import { threshold, thresholdPosts } from './threshold.js';

/** Every decision, by name. A new decision is one file and one record here. */
export const decisionKinds = {
  allotment: withoutParameters(allotment, ['baseline', 'pos']),
  apportionment: {
    unit: 'seats',
    posts: apportionmentPosts,
    defaultPosts: ['none'],
    parameterNames: ['method', 'seats', 'event'],
    make: apportionment,
  },
  identity: withoutParameters(identity, ['none', 'clip']),
  language: {
    unit: 'probability',
    posts: languagePosts,
    defaultPosts: ['clip'],
    parameterNames: ['statute', 'clauses', 'event'],
    make: language,
  },
  threshold: {
    unit: 'probability',
    posts: thresholdPosts,
    defaultPosts: thresholdPosts,
    parameterNames: ['rule', 'public'],
    make: threshold,
  },
  title1: {
    unit: 'share',
    posts: title1Posts,
    defaultPosts: ['clip'],
    parameterNames: ['statute', 'clauses', 'grants', 'private', 'budget', 'event'],
    make: title1,
  },
} as const satisfies Record<string, DecisionKind>;

export type DecisionName = keyof typeof decisionKinds;
export const decisionNames = Object.keys(decisionKinds) as readonly DecisionName[];

/** @throws DpfairError `usage` when there is no such decision. */
export function decisionKind(name: string): DecisionKind {
  if (Object.hasOwn(decisionKinds, name)) return decisionKinds[name as DecisionName];
  throw unknownDecision(name, decisionNames);
}

/** @throws DpfairError `usage` when there is no such decision, or it does not go with these parameters. */
export function decisionByName(name: string, parameters: DecisionParameters = {}): Decision {
  const { parameterNames, make } = decisionKind(name);
  for (const [parameter, value] of Object.entries(parameters)) {
    if (value !== undefined && !parameterNames.includes(parameter as keyof DecisionParameters)) {
      const users = decisionNames.filter((other) =>
        decisionKind(other).parameterNames.includes(parameter as keyof DecisionParameters),
      );
      throw parameterUnused(name, parameter, value, users);
    }
  }
  return make(parameters);
}

function withoutParameters(decision: Decision, defaultPosts: DecisionKind['defaultPosts']): DecisionKind {
  const { unit, posts } = decision;
  return { unit, posts, defaultPosts, parameterNames: [], make: () => decision };
}
