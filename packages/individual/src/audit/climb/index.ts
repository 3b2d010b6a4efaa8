export { climbPairs } from './climb-pairs.js';
export { type ClimbSizeOptions, climbSize } from './climb-size.js';
export type { GradientSearch, ModelSlopes } from './gradient-search.js';
