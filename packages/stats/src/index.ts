export { erfc, erfcx } from './special/erfc.js';
export { logNormalCdf, millsRatio, normalCdf, normalPdf, normalSurvival } from './special/normal.js';
export { normalQuantile, normalUpperQuantile } from './special/normal-quantile.js';
export * from './random/index.js';
export { gaussian } from './distributions/gaussian.js';
export { laplace } from './distributions/laplace.js';
export type { NoiseDistribution } from './distributions/noise-distribution.js';
export { transformRow } from './distributions/transform-row.js';
