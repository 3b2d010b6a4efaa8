export { allotmentCurvatureBias } from './curvature.js';
export type { Decision, DecisionInput, StageHints } from './decision.js';
export { type DecisionName, decisionByName, decisionNames } from './registry.js';
export { parseRule } from './rules/parse-rule.js';
export { type Comparison, comparisonsOf, holdsGiven, namesOf, type Predicate } from './rules/predicate.js';
export { type WeightedCounts, weightedCounts } from './weighted-counts.js';
