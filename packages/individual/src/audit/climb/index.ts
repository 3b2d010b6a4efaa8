export { climbPairs } from './climb-pairs.js';
export type { GradientSearch, ModelSlopes } from './gradient-search.js';
