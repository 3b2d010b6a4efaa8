import { pairwiseSum } from '@dpfair/stats';
import type { Stage } from '../stage.js';

/** Projection onto {v : sum v = total}: shares the surplus equally. Linear, so unbiased; values may be negative. */
export function projectionOntoSum(total: number): Stage {
  return {
    description: {
      name: 'sum',
      parameters: { total },
      linear: true,
      keeps: { sum: true, sign: false, integers: false },
    },
    apply: (values) => projectOntoSum(values, total),
  };
}

/** v_i - (sum v - total) / n, in place. */
export function projectOntoSum(values: Float64Array, total: number): void {
  if (values.length === 0) return;
  const surplus = (pairwiseSum(values) - total) / values.length;
  for (let i = 0; i < values.length; i++) values[i] = (values[i] as number) - surplus;
}
