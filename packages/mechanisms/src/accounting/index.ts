export type { Accountant, AccountantName } from './accountant.js';
export { accountants } from './accountants.js';
export { type NoiseMultiplierRequest, noiseMultiplierFor } from './calibration/noise-multiplier-for.js';
export type { PrivateSteps } from './calibration/private-steps.js';
export { type StepsRequest, stepsFor } from './calibration/steps-for.js';
export { type ConcentratedAccountantOptions, concentratedAccountant } from './concentrated-accountant.js';
export { jointNoiseMultiplier } from './joint-noise-multiplier.js';
export type { Composition, GaussianEvent, PrivacyEvent, SubsampledGaussianEvent } from './privacy-event.js';
export { type RenyiAccountantOptions, renyiAccountant } from './renyi/renyi-accountant.js';
