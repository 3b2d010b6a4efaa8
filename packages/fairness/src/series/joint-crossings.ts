// Derived for dpfair: docs/methods/separate-crossings.md.
import type { ContinuousNoise } from '@dpfair/stats';

/** Tilts tried around those that would be best if entities were independent. */
const FACTORS = [0.7, 0.85, 1, 1.1, 1.25] as const;

/**
 * Upper bound of E[sum_l (y_l)_-; two entities matter at once], y the projection of noisy counts onto their true total and
 * n >= 3. It is sum_l min(K_l, sum_{j != l} E[(y_l)_-; y_j < (y_l)_- / (n - 1)]), each pair by Chernoff's bound
 * E exp(-(p + q / (n - 1)) y_l - q y_j) / (e p), p and q > 0. O(n^2).
 *
 * @param gains K_l = E (y_l)_-.
 */
export function jointCrossings(counts: Float64Array, noise: ContinuousNoise, gains: Float64Array): number {
  const size = noise.spread * (1 - 1 / counts.length);
  const { ofLoss, ofTail } = tilts[noise.kind];
  const first = counts.map((x) => ofLoss(x / size) / size);
  const second = counts.map((x) => Math.max(LEAST_TILT, ofTail(x / size)) / size);
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

const LEAST_TILT = 1e-3;

/**
 * For noise of spread 1, the p that minimises E exp(-p (x + noise)) / p (for Laplace noise close to it), and the q that minimises
 * E exp(-q (x + noise)). Any tilt gives a bound; these give small ones.
 */
const tilts: Readonly<Record<ContinuousNoise['kind'], Record<'ofLoss' | 'ofTail', (x: number) => number>>> = {
  laplace: { ofLoss: (x) => (1 + x) / (Math.sqrt(3) + x), ofTail: (x) => x / (1 + Math.sqrt(1 + x * x)) },
  gaussian: { ofLoss: (x) => (x + Math.sqrt(x * x + 4)) / 2, ofTail: (x) => x },
};

function pairBound(
  counts: Float64Array,
  noise: ContinuousNoise,
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
      const cumulant = noise.cumulant(own - shared) + noise.cumulant(q - shared) + (n - 2) * noise.cumulant(shared);
      least = Math.min(least, cumulant - own * (counts[l] as number) - q * (counts[j] as number) - 1 - Math.log(p));
    }
  }
  return Math.exp(least);
}
