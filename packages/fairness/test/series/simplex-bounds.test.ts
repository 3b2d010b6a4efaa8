import { laplaceMechanism, projectOntoSimplex, projectOntoSum } from '@dpfair/mechanisms';
import { fillUnitGaussian, fillUnitLaplace, gaussian, parseSeed, stopLossOfWeightedSum } from '@dpfair/stats';
import { describe, expect, it } from 'vitest';
import { auditTable } from '../../src/index.js';
import { spread, total } from '../districts.js';

const projectedSpreads = (scale: number, n: number) => {
  const spreads = new Float64Array(n).fill(scale / n);
  spreads[0] = scale * (1 - 1 / n);
  return spreads;
};

// Zhu, Fioretto, Van Hentenryck 2022: with L the gap of the bias of clipping after the sum projection and T the threshold,
// L <= alpha <= L + E T. Worked examples of the theory notes, 2e6 runs each, Laplace scale 10.
const examples = [
  { counts: [5, 8, 12, 40, 300], alpha: 3.646, lower: 2.676, upper: 4.264 },
  { counts: [0, 0, 3, 3, 100], alpha: 9.334, lower: 4.698, upper: 11.351 },
  { counts: [1, 2, 4, 8, 16], alpha: 6.029, lower: 3.518, upper: 8.594 },
];

describe('the gap of the simplex projection', () => {
  it.each(examples)('of $counts is $alpha, between its bounds', async ({ counts, alpha, lower, upper }) => {
    const spreads = projectedSpreads(10, counts.length);
    const clippedGap =
      stopLossOfWeightedSum('laplace', spreads, Math.min(...counts)) -
      stopLossOfWeightedSum('laplace', spreads, Math.max(...counts));
    expect(Math.abs(clippedGap - lower)).toBeLessThan(0.01);

    const { cells } = await auditTable({
      table: {
        id: counts.map(String).map((id, i) => `${id}-${i}`),
        name: counts.map(String),
        group: null,
        counts: { count: Float64Array.from(counts) },
        fixed: {},
      },
      decision: 'identity',
      mechanisms: [laplaceMechanism({ scale: 10 })],
      posts: ['simplex'],
      method: 'montecarlo',
      trials: 200_000,
      confidence: 1 - 1e-8,
      seed: parseSeed(3),
    });
    const found = cells[0]?.alpha;
    expect(found?.lower).toBeLessThan(alpha + 0.01);
    expect(found?.upper).toBeGreaterThan(alpha - 0.01);
    expect(Math.abs((found?.estimate ?? 0) - alpha)).toBeLessThan(0.06);
    expect(found?.estimate).toBeGreaterThan(clippedGap);

    const meanThreshold = simulatedThreshold(counts, 10, 100_000);
    expect(Math.abs(clippedGap + meanThreshold - upper)).toBeLessThan(0.08);
    expect(found?.estimate).toBeLessThan(clippedGap + meanThreshold);
  });

  it('has the closed-form lower bound of their Proposition 2 for Gaussian noise', () => {
    const noise = gaussian(25 * Math.sqrt(4 / 5));
    expect(noise.clippingBias(10) - noise.clippingBias(85)).toBeCloseTo(4.797729, 5);
  });
});

/** Mean of what the simplex projection takes from everyone beyond the sum projection. */
function simulatedThreshold(counts: readonly number[], scale: number, trials: number): number {
  const n = counts.length;
  const unit = new Float64Array(n);
  let sum = 0;
  for (let trial = 0; trial < trials; trial++) {
    fillUnitLaplace(unit, parseSeed(11), 'test', trial);
    const onSum = Float64Array.from(counts, (x, i) => x + scale * (unit[i] as number));
    projectOntoSum(onSum, total(counts));
    const projected = onSum.slice();
    projectOntoSimplex(projected, total(counts));
    const largest = onSum.indexOf(Math.max(...onSum));
    sum += (onSum[largest] as number) - (projected[largest] as number);
  }
  return sum / trials;
}

describe('the published values for Hawaii', () => {
  it.each([
    ['Laplace, scale 10', 0.0245, Math.sqrt(200), 0.00116],
    ['Gaussian, sigma 25', 0.091, 25, 0.00786],
  ])('%s: lie within three standard deviations of the plain estimator itself', (_name, published, deviation, alpha) => {
    // Averages of 10^6 draws are normal; the sum projection moves all five alike.
    const replications = 4_000;
    const row = new Float64Array(5);
    const plain = Array.from({ length: replications }, (_, k) => {
      fillUnitGaussian(row, parseSeed(17), 'test', k);
      return spread(row.map((z, i) => (z * deviation) / 1000 + (i === 0 ? 0.8 * alpha : -0.2 * alpha)));
    });
    const mean = total(plain) / replications;
    const sd = Math.sqrt(total(plain.map((v) => (v - mean) ** 2)) / replications);
    expect(mean).toBeGreaterThan(4 * alpha);
    expect(Math.abs(published - mean)).toBeLessThan(3 * sd);
  });
});
