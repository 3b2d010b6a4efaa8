import { describe, expect, it } from 'vitest';
import { concentratedAccountant, gaussianEpsilon, renyiAccountant } from '../../src/index.js';

const noise = (noiseMultiplier: number, count: number) => ({ kind: 'gaussian', noiseMultiplier, count }) as const;

describe('concentrated accountant', () => {
  it('gives the values of Canonne, Kamath and Steinke for rho = 0.025', () => {
    const composition = [noise(20, 12), noise(10, 2)];
    expect(concentratedAccountant().epsilon(composition, 1e-6)).toBeCloseTo(1.014074, 6);
    expect(concentratedAccountant().delta(composition, 1) * 1e6).toBeCloseTo(1.33613, 5);
  });

  it('gives the standard conversion when asked: rho + 2 sqrt(rho log(1 / delta))', () => {
    // The persons file of the 2020 census: 17.900 by the standard conversion, 17.143551 by the tight one.
    const composition = [noise(Math.sqrt(114921 / (2 * 293764)), 1)];
    const standard = concentratedAccountant({ conversion: 'standard' });
    expect(standard.epsilon(composition, 1e-10)).toBeCloseTo(17.9, 3);
    expect(concentratedAccountant().epsilon(composition, 1e-10)).toBeCloseTo(17.143551, 6);
    expect(standard.delta(composition, standard.epsilon(composition, 1e-10)) * 1e10).toBeCloseTo(1, 8);
    expect(standard.delta(composition, 1)).toBe(1);
  });

  it('is the Renyi accountant where noise is not sampled, and above the exact epsilon', () => {
    for (const z of [1, 7, 60]) {
      const found = concentratedAccountant().epsilon([noise(z, 9)], 1e-6);
      expect(renyiAccountant().epsilon([noise(z, 9)], 1e-6) / found).toBeCloseTo(1, 5);
      expect(found).toBeGreaterThan(gaussianEpsilon(1e-6, z / 3, 1));
    }
  });

  it('needs nothing for no release', () => {
    expect(concentratedAccountant().epsilon([], 1e-6)).toBe(0);
    expect(concentratedAccountant().delta([], 0)).toBe(0);
  });

  it('refuses sampling, and takes a rate of 1', () => {
    const sampled = (samplingRate: number) =>
      ({ kind: 'subsampled-gaussian', samplingRate, noiseMultiplier: 3, count: 2 }) as const;
    const accountant = concentratedAccountant();
    expect(accountant.epsilon([sampled(1)], 1e-6)).toBe(accountant.epsilon([noise(3, 2)], 1e-6));
    expect(() => accountant.epsilon([noise(1, 1), sampled(0.5)], 1e-6)).toThrow(
      /^event 2, which accountant zcdp cannot take: subsampled-gaussian \(allowed: gaussian events; accountant rdp/,
    );
    expect(() => accountant.delta([noise(1, 1)], Number.NaN)).toThrow('epsilon: NaN');
  });
});
