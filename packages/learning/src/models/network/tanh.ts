import type { HiddenUnit } from './hidden-unit.js';

/** The hyperbolic tangent, whose units are all active: slope `1 - a^2`, second derivative `-2 a (1 - a^2)`. */
export const tanh: HiddenUnit = {
  activate(inputs, width, into, r) {
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
  slope: (activation) => (1 - activation) * (1 + activation),
  bend: (activation) => -2 * activation,
};
