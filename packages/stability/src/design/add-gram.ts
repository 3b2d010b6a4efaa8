import type { Design } from './design.js';

/**
 * Adds the lower triangle of `A' diag(weights) A` to `into`, parameters x parameters. O(sum over rows of the square of its entries), and
 * O(parameters x width) for the shared parts, which come in as matrices of rank two.
 */
export function addGram(design: Design, weights: Float64Array, into: Float64Array): void {
  const { rows, parameters, width, blockOf, starts, indices, values, shared } = design;
  const sums = new Float64Array(parameters);
  const totals = new Float64Array(parameters / width);
  for (let row = 0; row < rows; row++) {
    const weight = weights[row] as number;
    if (weight === 0) continue;
    const block = blockOf === null ? 0 : (blockOf[row] as number);
    totals[block] = (totals[block] as number) + weight;
    const start = starts[row] as number;
    const end = starts[row + 1] as number;
    for (let at = start; at < end; at++) {
      const j = indices[at] as number;
      const weighted = weight * (values[at] as number);
      sums[j] = (sums[j] as number) + weighted;
      const place = j * parameters;
      for (let other = start; other <= at; other++) {
        const cell = place + (indices[other] as number);
        into[cell] = (into[cell] as number) + weighted * (values[other] as number);
      }
    }
  }
  for (let j = 0; j < parameters; j++) {
    const block = Math.floor(j / width);
    const total = totals[block] as number;
    const here = shared[j] as number;
    for (let k = block * width; k <= j; k++) {
      const there = shared[k] as number;
      if (here === 0 && there === 0) continue;
      const cell = j * parameters + k;
      into[cell] = (into[cell] as number) + (sums[j] as number) * there + here * ((sums[k] as number) + total * there);
    }
  }
}
