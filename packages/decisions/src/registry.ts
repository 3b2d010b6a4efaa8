import { allotment } from './allotment.js';
import type { Decision } from './decision.js';
import { identity } from './identity.js';
import { unknownDecision } from './messages.js';

/** Every decision, by name. A new decision is one file and one line here. */
const decisions = { allotment, identity } as const satisfies Record<string, Decision>;

export type DecisionName = keyof typeof decisions;
export const decisionNames = Object.keys(decisions) as readonly DecisionName[];

/** @throws DpfairError `usage` when there is no such decision. */
export function decisionByName(name: string): Decision {
  if (Object.hasOwn(decisions, name)) return decisions[name as DecisionName];
  throw unknownDecision(name, decisionNames);
}
