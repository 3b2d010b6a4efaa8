/** Derivative at 0 of each coordinate of `curve`, by fourth-order central differences; error about 1e-11 for curves of size and scale 1. */
export function centralDifference(curve: (t: number) => ArrayLike<number>, step = 1e-3): Float64Array {
  const [a, b, c, d] = [-2, -1, 1, 2].map((k) => Float64Array.from(curve(k * step))) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  return a.map((value, k) => {
    const inner = (c[k] as number) - (b[k] as number);
    const outer = (d[k] as number) - value;
    return (8 * inner - outer) / (12 * step);
  });
}

/** `origin + t direction`. */
export const along = (origin: Float64Array, direction: Float64Array, t: number): Float64Array =>
  origin.map((value, k) => value + t * (direction[k] as number));

/** A vector of zeros with a one at `place`. */
export const unitVector = (length: number, place: number): Float64Array => {
  const vector = new Float64Array(length);
  vector[place] = 1;
  return vector;
};

export const dot = (left: ArrayLike<number>, right: ArrayLike<number>): number =>
  Array.from(left).reduce((sum, value, k) => sum + value * (right[k] as number), 0);

/** `|left - right| / |right|`, Euclidean. */
export const relativeDistance = (left: ArrayLike<number>, right: ArrayLike<number>): number => {
  const difference = Array.from(left, (value, k) => value - (right[k] as number));
  return Math.sqrt(dot(difference, difference) / dot(right, right));
};
