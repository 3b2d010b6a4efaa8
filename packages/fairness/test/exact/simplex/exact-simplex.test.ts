import { projectOntoSimplex } from '@dpfair/mechanisms';
import { gaussian, gaussLegendre, laplace } from '@dpfair/stats';
import { describe, expect, it } from 'vitest';
import { hasExactSimplex, simplexMoments } from '../../../src/exact/simplex/exact-simplex.js';
import { separateCrossingsBias } from '../../../src/index.js';
import { spread, total } from '../../districts.js';

/** Three Gaussian counts that keep their total move in a plane: a midpoint rule in its two coordinates, whose mass adds up to 1. */
function threeByMidpoints(counts: Float64Array, sigma: number) {
  const sum = total(counts);
  const bias = new Float64Array(3);
  let threshold = 0;
  const step = 0.05;
  for (let r = -7.5 + step / 2; r < 7.5; r += step) {
    for (let s = -7.5 + step / 2; s < 7.5; s += step) {
      const mass = (Math.exp(-(r * r + s * s) / 2) / (2 * Math.PI)) * step * step;
      const moved = [r / Math.SQRT2 + s / Math.sqrt(6), -r / Math.SQRT2 + s / Math.sqrt(6), (-2 * s) / Math.sqrt(6)];
      const y = counts.map((x, i) => x + sigma * (moved[i] as number));
      const v = y.slice();
      projectOntoSimplex(v, sum);
      const top = y.indexOf(Math.max(...y));
      threshold += mass * ((y[top] as number) - (v[top] as number));
      for (let i = 0; i < 3; i++) bias[i] = (bias[i] as number) + mass * ((v[i] as number) - (y[i] as number));
    }
  }
  return { bias, threshold };
}

/** Two entities: y_1 = x_1 + (eta_1 - eta_2) / 2 alone decides, and the density of the difference of two Laplace noises is (1 + |u|) exp(-|u|) / 4. */
function twoByQuadrature(
  [x, other]: readonly [number, number],
  density: (u: number) => number,
): readonly [number, number] {
  const { nodes, weights } = gaussLegendre(40);
  const sum = x + other;
  let bias = 0;
  let threshold = 0;
  const cuts = [-200, -80, -40, -20, -2 * x, 0, 2 * other, 20, 40, 80, 200].sort((a, b) => a - b);
  for (let k = 1; k < cuts.length; k++) {
    const [low, high] = [cuts[k - 1] as number, cuts[k] as number];
    nodes.forEach((node, i) => {
      const u = low + ((high - low) / 2) * (1 + node);
      const mass = ((high - low) / 2) * (weights[i] as number) * density(u);
      const y = x + u / 2;
      bias += mass * (Math.min(Math.max(y, 0), sum) - y);
      threshold += mass * (Math.max(-y, 0) + Math.max(y - sum, 0));
    });
  }
  return [bias, threshold];
}

describe('the exact simplex projection', () => {
  it.each([
    [3, 7],
    [0, 1],
    [0.4, 30],
  ])('of two entities with %d and %d is a one-dimensional integral, to 1e-8', (x, other) => {
    const scale = 5;
    const laplacian = (u: number) => ((1 + Math.abs(u) / scale) * Math.exp(-Math.abs(u) / scale)) / (4 * scale);
    const sigma = 5;
    const normal = (u: number) => Math.exp((-u * u) / (4 * sigma * sigma)) / Math.sqrt(4 * Math.PI * sigma * sigma);
    for (const [noise, density] of [
      [laplace(scale), laplacian],
      [gaussian(sigma), normal],
    ] as const) {
      const [bias, threshold] = twoByQuadrature([x, other], density);
      const found = simplexMoments(Float64Array.of(x, other), noise);
      expect(Math.abs((found.bias[0] as number) - bias)).toBeLessThan(1e-8 * scale);
      expect(Math.abs(found.threshold - threshold)).toBeLessThan(1e-8 * scale);
      expect(Math.abs(total(found.bias))).toBeLessThan(1e-12);
    }
  });

  it('of three entities is what a midpoint rule over all noise finds', () => {
    for (const counts of [
      [1, 4, 9],
      [0, 0, 6],
    ]) {
      const x = Float64Array.from(counts);
      const noise = gaussian(3);
      const brute = threeByMidpoints(x, 3);
      const found = simplexMoments(x, noise);
      // Kinks cost the rule about a hundredth of the square of its step.
      found.bias.forEach((bias, i) => {
        expect(Math.abs(bias - (brute.bias[i] as number))).toBeLessThan(5e-5);
      });
      expect(Math.abs(found.threshold - brute.threshold)).toBeLessThan(5e-5);
    }
  });

  // 2e6 trials each, theory notes: alpha and L + E T. Two more are in exact-simplex.slow.test.ts.
  it.each([
    [[5, 8, 12, 40, 300], 3.646, 4.264 - 2.676],
    [[20, 20, 20, 20, 20], 0, 0.54],
  ])('of %j under Laplace noise of scale 10 has the published alpha and threshold', (counts, alpha, threshold) => {
    const found = simplexMoments(Float64Array.from(counts), laplace(10));
    expect(Math.abs(spread(found.bias) - alpha)).toBeLessThan(0.02);
    expect(Math.abs(found.threshold - threshold)).toBeLessThan(0.012);
    expect(Math.max(...found.errors)).toBeLessThan(1e-7);
  });

  it('agrees to nine digits with separate crossings where only one entity comes near zero', () => {
    for (const noise of [laplace(10), gaussian(25)]) {
      for (const smallest of [10, 69, 200]) {
        const counts = Float64Array.of(67096, 311047, smallest, 23240, 53886);
        const found = simplexMoments(counts, noise);
        expect(Math.abs(spread(found.bias) / spread(separateCrossingsBias(counts, noise).bias) - 1)).toBeLessThan(1e-8);
      }
    }
  });

  it('keeps order: a smaller count gains at least as much, and equal counts gain alike', () => {
    const counts = Float64Array.of(17, 3, 0, 3, 44, 90);
    for (const noise of [laplace(10), gaussian(10)]) {
      const { bias } = simplexMoments(counts, noise);
      const order = Array.from(counts.keys()).sort((i, j) => (counts[i] as number) - (counts[j] as number));
      for (let k = 1; k < order.length; k++) {
        const [i, j] = [order[k - 1] as number, order[k] as number];
        expect((bias[i] as number) - (bias[j] as number)).toBeGreaterThan(-1e-7);
        if (counts[i] === counts[j]) expect(Math.abs((bias[i] as number) - (bias[j] as number))).toBeLessThan(1e-7);
      }
    }
  });

  it('is asked for where it is worth it', () => {
    const noise = laplace(10);
    expect(hasExactSimplex(Float64Array.of(5), noise)).toBe(false);
    expect(hasExactSimplex(Float64Array.of(5, 60), noise)).toBe(true);
    expect(hasExactSimplex(Float64Array.of(500, 600), noise)).toBe(false);
    expect(hasExactSimplex(Float64Array.of(0, 0.5), noise)).toBe(false);
    expect(hasExactSimplex(new Float64Array(51).fill(5), noise)).toBe(false);
    expect(hasExactSimplex(new Float64Array(50).fill(5), noise)).toBe(true);
  });
});
