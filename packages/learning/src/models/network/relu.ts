import type { HiddenUnit } from './hidden-unit.js';

/** `max(z, 0)`, with the derivative 0 at 0, and the second derivative taken to be 0 everywhere. */
export const relu: HiddenUnit = {
  activate(inputs, width, into, r) {
    const { columns, values } = into;
    const start = into.starts[r] as number;
    let place = start;
    for (let j = 0; j < width; j++) {
      const input = inputs[j] as number;
      // Written before it is known whether it is kept: half of all jumps would be mispredicted.
      columns[place] = j;
      values[place] = input;
      // NaN is kept: a training that went wrong must not look like one at rest.
      place += Number(!(input <= 0));
    }
    let square = 0;
    for (let c = start; c < place; c++) square += (values[c] as number) * (values[c] as number);
    into.ends[r] = place;
    into.squaredNorms[r] = square;
  },
  slope: () => 1,
  bend: () => 0,
};
