export type { Answerer } from './answerer.js';
export { labelAnswers, smoothedAnswers } from './answers-of-labels.js';
export { MOST_CHANGES } from './changed-rows.js';
export { type ClimbSizeOptions, climbSize, type GradientSearch, type ModelSlopes } from './climb/index.js';
export type { RowGroups } from './gather-pairs.js';
export type { AuditedPair, GroupOfPairs, PairSearch } from './pair-audit.js';
export { type WorstPairsOptions, worstPairs } from './worst-pairs.js';
