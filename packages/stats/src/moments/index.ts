export { addValue, emptyMoments, type Moments, mergeMoments, standardError, variance } from './moments.js';
export { compensatedSum, pairwiseSum } from './sum.js';
export {
  addVector,
  emptyVectorMoments,
  mergeVectorMoments,
  type VectorMoments,
  vectorStandardError,
  vectorVariance,
} from './vector-moments.js';
