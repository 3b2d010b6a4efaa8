import type { HiddenUnit } from './hidden-unit.js';

/** `max(z, 0)`, with the derivative 0 at 0, and the second derivative taken to be 0 everywhere. */
export const relu: HiddenUnit = {
  activate: (products, inputs, width, into, r) => products.rectify(inputs, width, into, r),
  scaleBySlopes: () => {},
  slope: () => 1,
  bend: () => 0,
};
