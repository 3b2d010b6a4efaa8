import { describe, expect, it } from 'vitest';
import { gaussianDelta, gaussianEpsilon, gaussianSigma } from '../../src/index.js';

// mpmath, 40 digits: bisection of Phi(1/(2s) - e s) - exp(e) Phi(-1/(2s) - e s) = delta.
const sigmas: readonly (readonly [epsilon: number, delta: number, sigma: number])[] = [
  [0.1, 1e-5, 30.74956613197745],
  [1, 1e-5, 3.730631634815942],
  [1, 1e-10, 5.867777749630527],
  [10, 1e-6, 0.541086831818366],
  [0.01, 0.1, 3.8094438061099845],
];
const deltas: readonly (readonly [epsilon: number, sigma: number, delta: number])[] = [
  [0.5, 1, 0.23842170813487662],
  [1, 4, 2.924272104856407e-6],
  [3, 0.5, 0.18381307654447215],
  [20, 0.3, 3.0612650184698595e-6],
  [0, 2, 0.19741265136584746],
];

describe('analytic Gaussian calibration', () => {
  it.each(deltas)('delta at epsilon %d and sigma %d is the 40-digit value', (epsilon, sigma, delta) => {
    expect(gaussianDelta(epsilon, sigma, 1) / delta).toBeCloseTo(1, 11);
  });

  it.each(sigmas)('sigma for (%d, %d) is the smallest, never below it', (epsilon, delta, sigma) => {
    const found = gaussianSigma(epsilon, delta, 1);
    expect(found).toBeGreaterThanOrEqual(sigma);
    expect(found / sigma - 1).toBeLessThan(1e-9);
  });

  it.each(sigmas)('epsilon of the sigma for (%d, %d) comes back, rounded up', (epsilon, delta, sigma) => {
    const found = gaussianEpsilon(delta, sigma, 1);
    expect(found).toBeGreaterThanOrEqual(epsilon * (1 - 1e-12));
    expect(found / epsilon - 1).toBeLessThan(1e-8);
  });

  it('scales with the sensitivity', () => {
    expect(gaussianSigma(1, 1e-5, 3) / gaussianSigma(1, 1e-5, 1)).toBeCloseTo(3, 12);
  });

  it('is below the classical sqrt(2 log(1.25 / delta)) / epsilon', () => {
    expect(gaussianSigma(1, 1e-5, 1)).toBeLessThan(Math.sqrt(2 * Math.log(1.25e5)));
  });

  it('needs no budget when delta is already met', () => {
    expect(gaussianEpsilon(0.5, 10, 1)).toBe(0);
  });
});

describe('calibration at the edge of double precision', () => {
  it('never gives more delta than asked, as far as it can tell', () => {
    for (const [epsilon, delta] of [
      [1e-3, 1e-12],
      [1e-4, 1e-9],
      [5, 1e-30],
    ] as const) {
      expect(gaussianDelta(epsilon, gaussianSigma(epsilon, delta, 1), 1)).toBeLessThanOrEqual(delta);
    }
  });

  it('refuses what it cannot calibrate to', () => {
    expect(() => gaussianSigma(1e-12, 1e-30, 1)).toThrow(/too small to calibrate/);
  });
});
