import { NAME_ROW } from './frontier-labels.js';

/** Heights in ascending order, moved apart by a row of text each, within the height of the panel. In pixels. */
export function labelPlaces(heights: readonly number[], limit: number): readonly number[] {
  const placed: number[] = [];
  for (const height of heights) placed.push(Math.max(height, (placed.at(-1) ?? Number.NEGATIVE_INFINITY) + NAME_ROW));
  let next = limit;
  for (let index = placed.length - 1; index >= 0; index--) {
    placed[index] = Math.min(placed[index] as number, next);
    next = (placed[index] as number) - NAME_ROW;
  }
  return placed;
}
