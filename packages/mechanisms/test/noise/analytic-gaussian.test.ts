import { readFileSync } from 'node:fs';
import { DpfairError } from '@dpfair/result';
import { describe, expect, it } from 'vitest';
import { gaussianDelta, gaussianEpsilon, gaussianSigma } from '../../src/index.js';

/** Rows of tables/analytic-gaussian.py, 90 digits; `least` meets delta, `most` meets delta (1 - 1e-11). */
type Row =
  | {
      readonly of: 'sigma';
      readonly epsilon: number;
      readonly delta: number;
      readonly sensitivity: number;
      readonly least: string;
      readonly most: string;
    }
  | {
      readonly of: 'epsilon';
      readonly delta: number;
      readonly sigma: number;
      readonly sensitivity: number;
      readonly least: string;
      readonly most: string;
    }
  | { readonly of: 'delta'; readonly epsilon: number; readonly sigma: number; readonly delta: string };

const rows = readFileSync(new URL('../tables/analytic-gaussian.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Row);
const sigmas = rows.filter((row) => row.of === 'sigma');
const epsilons = rows.filter((row) => row.of === 'epsilon');
// Beyond, delta is only an upper bound; see below.
const deltas = rows.filter((row) => row.of === 'delta' && row.epsilon <= 1e4 && row.sigma >= 1e-3);

describe('delta of Gaussian noise', () => {
  it('is the 90-digit value for every ratio of sensitivity to sigma, also where its two terms almost cancel', () => {
    expect(deltas.length).toBeGreaterThan(80);
    for (const row of deltas) {
      if (row.of !== 'delta') continue;
      const error = gaussianDelta(row.epsilon, row.sigma, 1) / Number(row.delta) - 1;
      // The density at epsilon / r turns the rounding of that quotient into its square.
      const amplified = (row.epsilon * row.sigma + 1 / row.sigma) ** 2;
      expect(Math.abs(error), `${row.epsilon} ${row.sigma}`).toBeLessThan(1e-12 + 2 ** -51 * amplified);
    }
  });

  it('is 0 where it is below the smallest double', () => {
    expect(gaussianDelta(1, 1e3, 1)).toBe(0);
    expect(gaussianDelta(1e4, 1, 1)).toBe(0);
  });

  it('at an epsilon without digits for its second term is the first alone, never less than true', () => {
    // r^2 / 2 - epsilon = 0: Phi(0), less some 1e-8 of it.
    expect(gaussianDelta(2 ** 53, 2 ** -27, 1)).toBe(0.5);
  });
});

describe('analytic Gaussian calibration', () => {
  it('gives a sigma whose true delta is at most the one asked for, and no larger a sigma than that takes', () => {
    expect(sigmas.length).toBeGreaterThan(150);
    for (const { epsilon, delta, sensitivity, least, most } of sigmas) {
      const found = gaussianSigma(epsilon, delta, sensitivity);
      expect(found, `${epsilon} ${delta}`).toBeGreaterThan(Number(least));
      expect(found / Number(most) - 1, `${epsilon} ${delta}`).toBeLessThan(2e-10);
    }
  });

  it('is within 1e-9 of the smallest sigma in ordinary cases', () => {
    const ordinary = sigmas.filter(({ delta }) => delta <= 0.5);
    expect(ordinary.length).toBeGreaterThan(100);
    for (const { least, most } of ordinary) expect(Number(most) / Number(least) - 1).toBeLessThan(5e-10);
  });

  it('gives an epsilon that is at least the true one, and no larger than its margin explains', () => {
    expect(epsilons.length).toBeGreaterThan(120);
    for (const { delta, sigma, sensitivity, least, most } of epsilons) {
      const found = gaussianEpsilon(delta, sigma, sensitivity);
      expect(found, `${delta} ${sigma}`).toBeGreaterThanOrEqual(Number(least));
      expect(found, `${delta} ${sigma}`).toBeLessThanOrEqual(Number(most) * (1 + 2e-10));
    }
  });

  it('is below the classical sqrt(2 log(1.25 / delta)) / epsilon', () => {
    expect(gaussianSigma(1, 1e-5, 1)).toBeLessThan(Math.sqrt(2 * Math.log(1.25e5)));
  });

  it('needs no budget when delta is already met', () => {
    expect(gaussianEpsilon(0.5, 10, 1)).toBe(0);
  });

  it('refuses a delta that double precision cannot resolve, and no larger one', () => {
    expect(gaussianSigma(1, 1e-280, 1)).toBeGreaterThan(0);
    const message = /^delta too small to calibrate Gaussian noise to: 9e-281 \(allowed: at least 1e-280\)$/;
    for (const calibrate of [() => gaussianSigma(1, 9e-281, 1), () => gaussianEpsilon(9e-281, 1, 1)]) {
      expect(calibrate).toThrow(message);
      expect(calibrate).toThrow(expect.objectContaining({ code: 'domain' }));
      expect(calibrate).toThrow(DpfairError);
    }
  });

  it('refuses noise so small that no epsilon is finite', () => {
    const message = /^sigma too small for a finite epsilon: 1e-200 \(allowed: more noise\)$/;
    expect(() => gaussianEpsilon(1e-6, 1e-200, 1)).toThrow(message);
    expect(gaussianEpsilon(1e-6, 1e-9, 1)).toBeGreaterThan(1e17);
  });
});
