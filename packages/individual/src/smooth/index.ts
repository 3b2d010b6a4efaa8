export { classIntervals } from './class-intervals.js';
export type { Labeller } from './labeller.js';
export { classFromCounts, type Selected, type SelectOptions, selectClass } from './select-class.js';
export { type Smoothed, type SmoothOptions, smooth } from './smooth.js';
export { type SmoothedUntil, type SmoothUntilOptions, smoothUntil } from './smooth-until.js';
export { variationRadius } from './variation-radius.js';
