export { addNoise } from './add-noise.js';
export { gaussianSmoothing } from './gaussian-smoothing.js';
export { laplaceSmoothing } from './laplace-smoothing.js';
export type { RadiusMoments, Smoothing, SmoothingOptions } from './smoothing.js';
export { gaussianTotalVariation } from './variation/gaussian-total-variation.js';
export { densityRatioTotalVariation, laplaceTotalVariation } from './variation/laplace-total-variation.js';
