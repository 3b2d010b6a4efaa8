/** A factor that explains this much of the variance of the shards is a common one. */
const DOMINANT = 0.95;
const POWER_STEPS = 8;

/**
 * How the chosen entities load on the largest common factor of the shards, by power iteration; null when no factor
 * explains nearly all of their variance. O(shards x entities).
 *
 * @param deviations of the chosen entities from their means, one row a shard.
 * @example
 * commonFactor([Float64Array.of(1, -2), Float64Array.of(-1, 2)])?.map(Math.sign); // 1, -1: they move apart
 */
export function commonFactor(deviations: readonly Float64Array[]): Float64Array | null {
  const n = deviations[0]?.length ?? 0;
  let scores: number[] = deviations.map((_, k) => (k % 2 === 0 ? 1 : -0.9));
  let loadings = new Float64Array(n);
  for (let step = 0; step < POWER_STEPS; step++) {
    loadings = loadingsOf(deviations, scores, n);
    scores = deviations.map((row) => row.reduce((sum, value, i) => sum + value * (loadings[i] as number), 0));
    const size = Math.hypot(...scores);
    if (!(size > 0)) return null;
    scores = scores.map((score) => score / size);
  }
  const squares = (values: Float64Array) => values.reduce((sum, value) => sum + value * value, 0);
  const explained = squares(loadings) / deviations.reduce((sum, row) => sum + squares(row), 0);
  return explained < DOMINANT ? null : loadings;
}

function loadingsOf(rows: readonly Float64Array[], scores: readonly number[], n: number): Float64Array<ArrayBuffer> {
  const sum = new Float64Array(n);
  rows.forEach((row, k) => {
    for (let i = 0; i < n; i++) sum[i] = (sum[i] as number) + (scores[k] as number) * (row[i] as number);
  });
  return sum;
}
