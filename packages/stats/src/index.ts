export { quantileOfSorted } from './descriptive/quantile.js';
export { gaussian } from './distributions/gaussian.js';
export { laplace } from './distributions/laplace.js';
export type { NoiseDistribution } from './distributions/noise-distribution.js';
export { transformRow } from './distributions/transform-row.js';
export {
  logUpperTailOfWeightedSum,
  stopLossOfWeightedSum,
  upperTailOfWeightedSum,
} from './distributions/weighted-sum-tail.js';
export * from './intervals/index.js';
export * from './moments/index.js';
export { gaussHermite } from './quadrature/gauss-hermite.js';
export { gaussLaguerre } from './quadrature/gauss-laguerre.js';
export { gaussLegendre } from './quadrature/gauss-legendre.js';
export type { GaussRule } from './quadrature/gauss-rule.js';
export { type IntegrateOptions, integrate } from './quadrature/integrate.js';
export { type HalfLineOptions, integrateHalfLine } from './quadrature/integrate-half-line.js';
export type { QuadratureResult } from './quadrature/quadrature-result.js';
export * from './random/index.js';
export { findRoot } from './roots/find-root.js';
export { findRootNewton } from './roots/find-root-newton.js';
export type { RootOptions } from './roots/root-options.js';
export { erfc, erfcx } from './special/erfc.js';
export { gammaP, gammaQ, logGammaP, logGammaQ } from './special/incomplete-gamma.js';
export { logNormalCdf, millsRatio, normalCdf, normalPdf, normalSurvival } from './special/normal.js';
export { normalQuantile, normalUpperQuantile } from './special/normal-quantile.js';
