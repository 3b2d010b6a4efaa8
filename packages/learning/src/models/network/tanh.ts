import type { HiddenUnit } from './hidden-unit.js';

const slope = (activation: number): number => (1 - activation) * (1 + activation);

/** The hyperbolic tangent, whose units are all active: slope `1 - a^2`, second derivative `-2 a (1 - a^2)`. */
export const tanh: HiddenUnit = {
  activate(_, inputs, width, into, r) {
    const start = into.starts[r] as number;
    let square = 0;
    for (let j = 0; j < width; j++) {
      const activation = Math.tanh(inputs[j] as number);
      into.columns[start + j] = j;
      into.values[start + j] = activation;
      square += activation * activation;
    }
    into.ends[r] = start + width;
    into.squaredNorms[r] = square;
  },
  scaleBySlopes(units, r, back, at) {
    const start = units.starts[r] as number;
    const count = (units.ends[r] as number) - start;
    for (let j = 0; j < count; j++) back[at + j] = slope(units.values[start + j] as number) * (back[at + j] as number);
  },
  slope,
  bend: (activation) => -2 * activation,
};
