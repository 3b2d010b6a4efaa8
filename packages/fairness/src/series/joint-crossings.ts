// Derived for dpfair: docs/methods/separate-crossings.md.
import type { NoiseDistribution } from '@dpfair/stats';

/** Tilts tried around those that would be best if entities were independent. */
const FACTORS = [0.7, 0.85, 1, 1.1, 1.25] as const;

/**
 * Upper bound of E[sum_l (y_l)_-; two entities matter at once], y the projection of noisy counts onto their true total and
 * n >= 3. It is sum_l min(K_l, sum_{j != l} E[(y_l)_-; y_j < (y_l)_- / (n - 1)]), each pair by Chernoff's bound
 * E exp(-(p + q / (n - 1)) y_l - q y_j) / (e p), p and q > 0. O(n^2).
 *
 * @param gains K_l = E (y_l)_-.
 */
export function jointCrossings(counts: Float64Array, noise: NoiseDistribution, gains: Float64Array): number {
  const size = noise.spread * (1 - 1 / counts.length);
  const first = counts.map((x) => tiltOfLoss(noise.kind, x / size) / size);
  const second = counts.map((x) => tiltOfTail(noise.kind, x / size) / size);
  let sum = 0;
  for (let l = 0; l < counts.length; l++) {
    let pairs = 0;
    for (let j = 0; j < counts.length && pairs < (gains[l] as number); j++) {
      if (j !== l) pairs += pairBound(counts, noise, l, j, first[l] as number, second[j] as number);
    }
    sum += Math.min(gains[l] as number, pairs);
  }
  return sum;
}

/** The p that minimises E exp(-p (x + noise)) / p, for noise of spread 1; for Laplace noise close to it. */
function tiltOfLoss(kind: NoiseDistribution['kind'], x: number): number {
  return kind === 'gaussian' ? (x + Math.sqrt(x * x + 4)) / 2 : (1 + x) / (Math.sqrt(3) + x);
}

/** The q that minimises E exp(-q (x + noise)), for noise of spread 1; a small one at 0. */
function tiltOfTail(kind: NoiseDistribution['kind'], x: number): number {
  const least = 1e-3;
  return Math.max(least, kind === 'gaussian' ? x : x / (1 + Math.sqrt(1 + x * x)));
}

function pairBound(
  counts: Float64Array,
  noise: NoiseDistribution,
  l: number,
  j: number,
  first: number,
  second: number,
): number {
  const n = counts.length;
  let least = Number.POSITIVE_INFINITY;
  for (const factor of FACTORS) {
    for (const other of FACTORS) {
      const p = first * factor;
      const q = second * other;
      const own = p + q / (n - 1);
      const shared = (own + q) / n;
      const cumulant =
        logMoment(noise, own - shared) + logMoment(noise, q - shared) + (n - 2) * logMoment(noise, shared);
      least = Math.min(least, cumulant - own * (counts[l] as number) - q * (counts[j] as number) - 1 - Math.log(p));
    }
  }
  return Math.exp(least);
}

/** log E exp(c noise): infinite where it does not exist. */
function logMoment({ kind, spread }: NoiseDistribution, c: number): number {
  const square = (c * spread) ** 2;
  if (kind === 'gaussian') return square / 2;
  return square < 1 ? -Math.log1p(-square) : Number.POSITIVE_INFINITY;
}
