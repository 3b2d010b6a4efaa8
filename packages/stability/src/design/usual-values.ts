/** Rows that are looked at, spread evenly. */
const LOOKED_AT = 255;

/**
 * For each column a value that most rows hold, by a sample; where there is none a value near the middle. Any value would do: the nearer to
 * what rows hold, the less there is to store and to lose in rounding. O(columns).
 */
export function usualValues(features: Float64Array, rows: number, columns: number): Float64Array {
  const looked = Math.min(rows, LOOKED_AT);
  return Float64Array.from({ length: columns }, (_, j) => {
    const sample = Float64Array.from({ length: looked }, (_, k) => {
      const row = Math.floor((k * rows) / looked);
      return features[row * columns + j] as number;
    }).sort();
    // Of sorted values the median is the one that more than half of them have, if there is one.
    return sample[Math.floor(looked / 2)] as number;
  });
}
