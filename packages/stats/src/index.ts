export { quantileOfSorted } from './descriptive/quantile.js';
export { discreteGaussian } from './distributions/discrete/discrete-gaussian.js';
export { discreteLaplace } from './distributions/discrete/discrete-laplace.js';
export { gaussian } from './distributions/gaussian.js';
export { laplace } from './distributions/laplace.js';
export type { ContinuousNoise, DiscreteNoise, NoiseDistribution } from './distributions/noise-distribution.js';
export { transformRow } from './distributions/transform-row.js';
export { stopLossOfWeightedSum, upperTailOfWeightedSum } from './distributions/weighted-sum-tail.js';
export * from './intervals/index.js';
export { type KernelMemory, kernelBytes } from './kernels/kernel-memory.js';
export { type OpenKernel, openKernel } from './kernels/open-kernel.js';
export { factorCholesky, solveCholesky } from './linear/cholesky.js';
export { type LanczosOptions, type LargestEigenvalue, largestEigenvalue } from './linear/largest-eigenvalue.js';
export { solvePositiveDefinite } from './linear/solve-positive-definite.js';
export { addMultiple, euclideanNorm, innerProduct } from './linear/vectors.js';
export * from './moments/index.js';
export {
  minimizeNewton,
  type NewtonMinimum,
  type NewtonOptions,
  newtonStep,
  type TwiceDifferentiable,
} from './optimisation/minimize-newton.js';
export { gaussHermite } from './quadrature/gauss-hermite.js';
export { gaussLaguerre } from './quadrature/gauss-laguerre.js';
export { gaussLegendre } from './quadrature/gauss-legendre.js';
export type { GaussRule } from './quadrature/gauss-rule.js';
export * from './random/index.js';
export { findRoot } from './roots/find-root.js';
export { findRootNewton } from './roots/find-root-newton.js';
export type { RootOptions } from './roots/root-options.js';
export { shuffle, shuffleFirst } from './sampling/shuffle.js';
export { complexScaledTail } from './special/complex-scaled-tail.js';
export { logNormalCdf, normalCdf } from './special/normal.js';
export { normalQuantile } from './special/normal-quantile.js';
export { upperGamma } from './special/upper-gamma.js';
export { fourierTransform } from './transforms/fourier-transform.js';
