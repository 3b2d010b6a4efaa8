export * from './curvature/index.js';
export type {
  Decision,
  DecisionEvent,
  DecisionInput,
  DecisionParameters,
  OutcomeUnit,
  PipelineHints,
} from './decision.js';
export type { DecisionKind } from './decision-kind.js';
export type { NoisyColumns, Pipeline } from './pipeline.js';
export { type DecisionName, decisionByName, decisionKind, decisionNames } from './registry.js';
export { parseRule } from './rules/parse-rule.js';
export { type Comparison, comparisonsOf, holdsGiven, namesOf, type Predicate } from './rules/predicate.js';
export { settle } from './rules/settle.js';
export { type GrantName, grantNames } from './statutes/title1/law/statute.js';
export { type WeightedCounts, weightedCounts } from './weighted-counts.js';
