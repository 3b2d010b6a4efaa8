/** A little below 1: a row cut to it has a norm of at most 1, whatever rounding does. */
const BELOW_ONE = 1 - 2 ** -40;

/** Squares below it have lost digits. */
const TINY = 1e-290;

/** Largest Euclidean norm of the rows, also where squares would be too small or too large for a double; 0 for none. `features`: rows x width, row after row. */
export function largestNorm(features: Float64Array, width: number): number {
  const squared = largestSquared(features, width);
  if (squared > TINY && squared < Infinity) return Math.sqrt(squared);
  const unit = features.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return unit === 0
    ? 0
    : unit *
        Math.sqrt(
          largestSquared(
            features.map((value) => value / unit),
            width,
          ),
        );
}

function largestSquared(features: Float64Array, width: number): number {
  let largest = 0;
  for (let start = 0; start < features.length; start += width)
    largest = Math.max(largest, squaredNorm(features, start, width));
  return largest;
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
