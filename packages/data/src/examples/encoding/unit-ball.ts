/** A little below 1: a row cut to it has a norm of at most 1, whatever rounding does. */
const BELOW_ONE = 1 - 2 ** -40;

/** Largest Euclidean norm of the rows; 0 for none. `features`: rows x width, row after row. */
export function largestNorm(features: Float64Array, width: number): number {
  let largest = 0;
  for (let start = 0; start < features.length; start += width)
    largest = Math.max(largest, squaredNorm(features, start, width));
  return Math.sqrt(largest);
}

/** Divides all features by the radius, and cuts rows that are longer than 1 to norm 1, in place. Afterwards no norm is above 1. */
export function cutToUnitBall(features: Float64Array, width: number, radius: number): void {
  for (let at = 0; at < features.length; at++) features[at] = (features[at] as number) / radius;
  for (let start = 0; start < features.length; start += width) {
    const squared = squaredNorm(features, start, width);
    if (squared <= BELOW_ONE) continue;
    const factor = BELOW_ONE / Math.sqrt(squared);
    for (let at = start; at < start + width; at++) features[at] = (features[at] as number) * factor;
  }
}

function squaredNorm(features: Float64Array, start: number, width: number): number {
  let sum = 0;
  for (let at = start; at < start + width; at++) sum += (features[at] as number) ** 2;
  return sum;
}
