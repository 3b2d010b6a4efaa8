export * from './accounting/index.js';
export { type AllotmentRuleName, allotmentRuleNames, allotmentRules } from './allotment/allotment-rules.js';
export { baselineRule } from './allotment/baseline-rule.js';
export { posRule } from './allotment/pos-rule.js';
export { allotmentOfShares, allotShares } from './allotment/shares.js';
export { gaussianEpsilon, gaussianSigma } from './noise/analytic-gaussian.js';
export { concentratedDelta, concentratedEpsilon, concentratedRho } from './noise/concentrated.js';
export { discreteGaussianDelta } from './noise/discrete/discrete-gaussian-delta.js';
export {
  type DiscreteGaussianCalibration,
  discreteGaussianMechanism,
} from './noise/discrete/discrete-gaussian-mechanism.js';
export { discreteLaplaceMechanism } from './noise/discrete/discrete-laplace-mechanism.js';
export { gaussianDelta } from './noise/gaussian-delta.js';
export { type GaussianCalibration, gaussianMechanism } from './noise/gaussian-mechanism.js';
export { type LaplaceCalibration, laplaceMechanism } from './noise/laplace-mechanism.js';
export { noiseDistribution } from './noise/noise-distribution.js';
export type { NoiseKind } from './noise/noise-kind.js';
export { noiseKinds } from './noise/noise-kinds.js';
export type { PrivacyOptions } from './noise/privacy-options.js';
export { type PostName, postNames } from './post-names.js';
export { clip, clipAtZero } from './post-processing/clip.js';
export { type CountPostName, countPostNames, countPosts } from './post-processing/count-posts.js';
export {
  projectionOntoSimplex,
  projectOntoSimplex,
  simplexThreshold,
} from './post-processing/simplex-projection.js';
export { projectionOntoSum, projectOntoSum } from './post-processing/sum-projection.js';
export type { Stage } from './stage.js';
