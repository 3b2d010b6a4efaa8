import { allotment } from './allotment.js';
import type { Decision, DecisionParameters } from './decision.js';
import { identity } from './identity.js';
import { ruleUnused, unknownDecision } from './messages.js';
import { threshold } from './threshold.js';

/** Every decision, by name. A new decision is one file and one line here. */
const decisions = {
  allotment: withoutParameters(allotment),
  identity: withoutParameters(identity),
  threshold: ({ rule }: DecisionParameters) => threshold(rule),
} as const satisfies Record<string, (parameters: DecisionParameters) => Decision>;

export type DecisionName = keyof typeof decisions;
export const decisionNames = Object.keys(decisions) as readonly DecisionName[];

/** @throws DpfairError `usage` when there is no such decision, or it does not go with these parameters. */
export function decisionByName(name: string, parameters: DecisionParameters = {}): Decision {
  if (Object.hasOwn(decisions, name)) return decisions[name as DecisionName](parameters);
  throw unknownDecision(name, decisionNames);
}

function withoutParameters(decision: Decision): (parameters: DecisionParameters) => Decision {
  return ({ rule }) => {
    if (rule !== undefined) throw ruleUnused(decision.name, rule);
    return decision;
  };
}
