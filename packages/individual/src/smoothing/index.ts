export { addNoise } from './add-noise.js';
export { gaussianSmoothing } from './gaussian-smoothing.js';
export { gaussianTotalVariation } from './gaussian-total-variation.js';
export { laplaceSmoothing } from './laplace-smoothing.js';
export { densityRatioTotalVariation, laplaceTotalVariation } from './laplace-total-variation.js';
export type { RadiusMoments, Smoothing, SmoothingOptions } from './smoothing.js';
