import type { BatchNorms } from '../clipping.js';

/** Euclidean norm of the whole gradient of one example of a batch. */
export function totalNorm({ squaredNorms }: Pick<BatchNorms, 'squaredNorms'>, example: number): number {
  let sum = 0;
  for (const block of squaredNorms) sum += block[example] as number;
  return Math.sqrt(sum);
}
