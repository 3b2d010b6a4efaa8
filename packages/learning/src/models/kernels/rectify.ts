import type { NonzeroRows } from './nonzero-rows.js';

/** `Products.rectify` without the kernel. */
export function rectify(inputs: Float64Array, width: number, into: NonzeroRows, r: number): void {
  const { columns, values } = into;
  let place = into.starts[r] as number;
  let square = 0;
  for (let j = 0; j < width; j++) {
    const input = inputs[j] as number;
    if (input <= 0) continue;
    columns[place] = j;
    values[place++] = input;
    square += input * input;
  }
  into.ends[r] = place;
  into.squaredNorms[r] = square;
}
