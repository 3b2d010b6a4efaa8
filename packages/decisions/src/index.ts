export { allotmentCurvatureBias } from './curvature.js';
export type { Decision, DecisionInput, StageHints } from './decision.js';
export { type DecisionName, decisionByName, decisionNames } from './registry.js';
export { type WeightedCounts, weightedCounts } from './weighted-counts.js';
