import { discreteGaussian } from '@dpfair/stats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  concentratedDelta,
  concentratedEpsilon,
  concentratedRho,
  discreteGaussianDelta,
  discreteGaussianMechanism,
  discreteLaplaceMechanism,
  gaussianDelta,
  laplaceMechanism,
} from '../../src/index.js';

/** max(0, P(k) - e^epsilon P(k + 1)) added up over all whole numbers: the definition of delta for a count that changes by 1. */
function deltaByEnumeration(epsilon: number, sigma: number): number {
  const weight = (k: number) => Math.exp(-(k * k) / (2 * sigma * sigma));
  const reach = Math.ceil(40 * sigma) + 40;
  let [norm, sum] = [0, 0];
  for (let k = -reach; k <= reach; k++) {
    norm += weight(k);
    const loss = (2 * k + 1) / (2 * sigma * sigma);
    if (loss > epsilon) sum -= weight(k) * Math.expm1(epsilon - loss);
  }
  return sum / norm;
}

describe('delta of discrete Gaussian noise', () => {
  it.each([
    [0, 0.3],
    [1, 0.5],
    [3, 0.4],
    [0.1, 1],
    [1, 4],
    [0.5, 10],
    [2, 3.3],
    [0.01, 30],
    [5, 1.2],
  ])('epsilon %d, sigma %d: what adding up its definition gives', (epsilon, sigma) => {
    expect(discreteGaussianDelta(epsilon, sigma) / deltaByEnumeration(epsilon, sigma)).toBeCloseTo(1, 11);
  });

  it('is the published difference of two tails', () => {
    for (const [epsilon, sigma] of [
      [1, 2],
      [0.3, 5],
      [2, 1.1],
    ] as const) {
      const noise = discreteGaussian(sigma);
      const m = Math.floor(epsilon * sigma * sigma - 0.5);
      const published = noise.survival(m) - Math.exp(epsilon) * noise.survival(m + 1);
      expect(discreteGaussianDelta(epsilon, sigma) / published).toBeCloseTo(1, 10);
    }
  });

  it('is below that of zCDP, near that of the Gaussian for large sigma, and falls as epsilon grows', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 4, noNaN: true }),
        fc.double({ min: 0.3, max: 60, noNaN: true }),
        (epsilon, sigma) => {
          const delta = discreteGaussianDelta(epsilon, sigma);
          const rho = 1 / (2 * sigma * sigma);
          expect(delta).toBeLessThanOrEqual(concentratedDelta(rho, epsilon));
          expect(discreteGaussianDelta(1.01 * epsilon, sigma)).toBeLessThanOrEqual(delta * (1 + 1e-12));
        },
      ),
      { numRuns: 300 },
    );
    expect(discreteGaussianDelta(0.1, 200) / gaussianDelta(0.1, 200, 1)).toBeCloseTo(1, 1);
    expect(discreteGaussianDelta(0.001, 1000) / gaussianDelta(0.001, 1000, 1)).toBeCloseTo(1, 2);
  });
});

describe('delta of discrete Gaussian noise and sigma', () => {
  it('does not fall everywhere as sigma grows', () => {
    const ratio = (f: typeof discreteGaussianDelta) => f(4, 0.965) / f(4, 0.95);
    expect(ratio(deltaByEnumeration)).toBeGreaterThan(1.1);
    expect(ratio(discreteGaussianDelta)).toBeCloseTo(ratio(deltaByEnumeration), 10);
  });

  it('is met by the calibrated sigma and by every larger one', () => {
    for (const [epsilon, delta] of [
      [4, 0.002],
      [2, 1e-4],
      [8, 1e-6],
    ] as const) {
      const sigma = discreteGaussianMechanism({ epsilon, delta }).sigma as number;
      for (let larger = sigma; larger < 3 * sigma; larger *= 1.003) {
        expect(deltaByEnumeration(epsilon, larger)).toBeLessThanOrEqual(delta);
      }
    }
  });
});

describe('conversion of zCDP', () => {
  it('gives the published values', () => {
    expect(concentratedDelta(0.025, 1)).toBeCloseTo(1.33613e-6, 11);
    expect(concentratedEpsilon(0.025, 1e-6)).toBeCloseTo(1.014074, 6);
    // The redistricting data of the 2020 Census, persons and housing units; persons by geographic level.
    expect(concentratedEpsilon((542 / 339) ** 2, 1e-10)).toBeCloseTo(17.143551, 6);
    expect(concentratedEpsilon((3379 / 12_343) ** 2, 1e-10)).toBeCloseTo(2.474671, 6);
    const shares = [165, 1256, 687, 447, 1440];
    const totals = shares.map((_, i) => shares.slice(0, i + 1).reduce((a, b) => a + b));
    expect(totals.map((share) => concentratedEpsilon(((542 / 339) ** 2 * share) / 4099, 1e-10).toFixed(2))).toEqual([
      '2.93',
      '9.38',
      '11.70',
      '13.05',
      '16.89',
    ]);
  });

  it('is below every order, and at the best one', () => {
    const atOrder = (rho: number, epsilon: number, a: number) =>
      Math.exp((a - 1) * (a * rho - epsilon) + a * Math.log1p(-1 / a)) / (a - 1);
    fc.assert(
      fc.property(
        fc.double({ min: 1e-4, max: 3, noNaN: true }),
        fc.double({ min: 0.01, max: 20, noNaN: true }),
        fc.double({ min: 1.02, max: 500, noNaN: true }),
        (rho, epsilon, order) => {
          const delta = concentratedDelta(rho, epsilon);
          expect(delta).toBeLessThanOrEqual(Math.max(atOrder(rho, epsilon, order), 1e-300) * (1 + 1e-9));
          expect(concentratedDelta(rho, 1.01 * epsilon)).toBeLessThanOrEqual(delta);
          expect(concentratedDelta(1.01 * rho, epsilon)).toBeGreaterThanOrEqual(delta);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('rounds the safe way: what is stated for a delta meets it, and little less would not', () => {
    for (const delta of [1e-3, 1e-6, 1e-12]) {
      for (const rho of [1e-4, 0.02, 2]) {
        const epsilon = concentratedEpsilon(rho, delta);
        expect(concentratedDelta(rho, epsilon)).toBeLessThanOrEqual(delta);
        expect(concentratedDelta(rho, epsilon * (1 - 1e-6))).toBeGreaterThan(delta);
      }
      const rho = concentratedRho(0.7, delta);
      expect(concentratedDelta(rho, 0.7)).toBeLessThanOrEqual(delta);
      expect(concentratedDelta(rho * (1 + 1e-6), 0.7)).toBeGreaterThan(delta);
    }
    expect(concentratedEpsilon(1e-12, 0.5)).toBe(0);
  });
});

describe('discrete Gaussian mechanism', () => {
  it.each([
    [1, 1e-6],
    [0.05, 1e-9],
    [4, 1e-3],
    [12, 0.2],
    [0.3, 0.4],
  ])('epsilon %d, delta %d: the least sigma that meets them, rounded up', (epsilon, delta) => {
    const { sigma } = discreteGaussianMechanism({ epsilon, delta });
    expect(deltaByEnumeration(epsilon, sigma as number)).toBeLessThanOrEqual(delta);
    expect(deltaByEnumeration(epsilon, (sigma as number) * (1 - 1e-6))).toBeGreaterThan(delta);
  });

  it('reads the least epsilon off a sigma, rounded up', () => {
    for (const sigma of [0.4, 3, 25]) {
      const { epsilon } = discreteGaussianMechanism({ sigma, delta: 1e-6 });
      expect(deltaByEnumeration(epsilon as number, sigma)).toBeLessThanOrEqual(1e-6);
      expect(deltaByEnumeration((epsilon as number) * (1 - 1e-6), sigma)).toBeGreaterThan(1e-6);
    }
    expect(discreteGaussianMechanism({ sigma: 1e4, delta: 0.1 }).epsilon).toBe(0);
  });

  it('takes zCDP for other sensitivities and for several columns', () => {
    const replaced = discreteGaussianMechanism(
      { epsilon: 1, delta: 1e-6 },
      { sensitivity: Math.SQRT2, neighbours: 'replace' },
    );
    expect(replaced.rho).toBeCloseTo(2 / (2 * (replaced.sigma as number) ** 2), 12);
    expect(concentratedEpsilon(replaced.rho as number, 1e-6)).toBeCloseTo(1, 8);
    const three = discreteGaussianMechanism({ sigma: 10, delta: 1e-6 }, { columns: 3 });
    expect(three.total.rho).toBeCloseTo(0.015, 15);
    expect(three.total.epsilon).toBeCloseTo(concentratedEpsilon(0.015, 1e-6), 9);
    expect(three.total.epsilon).toBeGreaterThan(three.epsilon as number);
  });

  it('takes rho, as the redistricting data state theirs, and spends no more of it', () => {
    const rho = (542 / 339) ** 2;
    const state = discreteGaussianMechanism(
      { rho: (rho * 1440 * 3773) / (4099 * 4097), delta: 1e-10 },
      { sensitivity: Math.SQRT2, neighbours: 'replace' },
    );
    // Totals of states: the published sigma is 1.10.
    expect((state.sigma as number).toFixed(2)).toBe('1.10');
    const whole = discreteGaussianMechanism({ rho, delta: 1e-10 }, { sensitivity: Math.SQRT2, neighbours: 'replace' });
    expect(whole.rho).toBeLessThanOrEqual(rho);
    expect(whole.epsilon).toBeCloseTo(17.143551, 5);
    expect(() => discreteGaussianMechanism({ rho: 0 })).toThrow('rho: 0');
  });

  it('states only rho when sigma comes without delta', () => {
    expect(discreteGaussianMechanism({ sigma: 25 })).toMatchObject({ rho: 0.0008, epsilon: null, delta: null });
  });

  it.each([0, 1, Number.NaN, 1e-300])('refuses delta %d', (delta) => {
    expect(() => discreteGaussianMechanism({ epsilon: 1, delta })).toThrow(/delta/);
  });
});

describe('discrete Laplace mechanism', () => {
  it('has the guarantee of the Laplace mechanism, and of its own probabilities', () => {
    const options = { sensitivity: 2, neighbours: 'replace', columns: 3 } as const;
    const { kind, ...discrete } = discreteLaplaceMechanism({ epsilon: 0.4 }, options);
    const { kind: other, ...continuous } = laplaceMechanism({ epsilon: 0.4 }, options);
    expect([kind, other, discrete]).toEqual(['discrete-laplace', 'laplace', continuous]);
    const mass = (k: number) => Math.exp(-Math.abs(k) / (discrete.scale as number));
    const worst = Math.max(...Array.from({ length: 41 }, (_, k) => Math.log(mass(k - 20) / mass(k - 22))));
    expect(worst).toBeCloseTo(0.4, 12);
  });

  it.each([0.5, 1.5, Math.SQRT2])('refuses sensitivity %d: whole counts change by whole numbers', (sensitivity) => {
    expect(() => discreteLaplaceMechanism({ epsilon: 1 }, { sensitivity })).toThrow(
      `sensitivity of whole counts under discrete Laplace noise: ${sensitivity} (allowed: a whole number, in counts)`,
    );
  });
});
