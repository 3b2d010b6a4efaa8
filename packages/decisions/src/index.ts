export { allotmentCurvatureBias } from './curvature.js';
export type { Decision, DecisionInput, DecisionParameters, PipelineHints } from './decision.js';
export type { NoisyColumns, Pipeline } from './pipeline.js';
export { type DecisionName, decisionByName, decisionNames } from './registry.js';
export { parseRule } from './rules/parse-rule.js';
export { type Comparison, comparisonsOf, holdsGiven, namesOf, type Predicate } from './rules/predicate.js';
export { type WeightedCounts, weightedCounts } from './weighted-counts.js';
