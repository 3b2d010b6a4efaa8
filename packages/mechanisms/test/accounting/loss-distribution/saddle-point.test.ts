import { describe, expect, it } from 'vitest';
import { subsampledGaussianLosses } from '../../../src/accounting/loss-distribution/loss-lattice.js';
import { saddlePointOfDelta, saddlePointOfEpsilon } from '../../../src/accounting/loss-distribution/saddle-point.js';
import { tiltedMoments, tiltFor } from '../../../src/accounting/loss-distribution/tilt.js';
import { gaussianEpsilon, type PrivacyEvent } from '../../../src/index.js';

// The loss of Gaussian noise is N(1 / (2 z^2), 1 / z^2), and tilted by t it is N((t + 1/2) / z^2, 1 / z^2).
const z = 1.6;
const composition: readonly PrivacyEvent[] = [{ kind: 'gaussian', noiseMultiplier: z * 3, count: 9 }];

describe('the saddle point of Gaussian noise', () => {
  it('is in closed form for an epsilon', () => {
    const { tilt, mean, deviation } = saddlePointOfEpsilon(composition, 3);
    expect(tilt / (3 * z * z - 0.5)).toBeCloseTo(1, 1);
    expect(mean).toBeCloseTo((tilt + 0.5) / z ** 2, 6);
    expect(deviation).toBeCloseTo(1 / z, 6);
  });

  it('has the exact epsilon of a delta as its mean', () => {
    for (const delta of [1e-3, 1e-6, 1e-12]) {
      expect(saddlePointOfDelta(composition, delta).mean / gaussianEpsilon(delta, z, 1)).toBeCloseTo(1, 1);
    }
  });
});

describe('tilting a lattice', () => {
  const losses = [{ lattice: subsampledGaussianLosses(1, z * 3, 1e-3, 9).removed, count: 9 }];

  it('has the moments of a normal loss', () => {
    for (const tilt of [0, 1, 7]) {
      const { logMoment, mean, variance } = tiltedMoments(losses, tilt);
      expect(logMoment).toBeCloseTo((tilt * (tilt + 1)) / (2 * z * z), 4);
      expect(mean).toBeCloseTo((tilt + 0.5) / z ** 2, 4);
      expect(variance).toBeCloseTo(1 / z ** 2, 4);
    }
  });

  it('finds the tilt of a mean to a tenth of a standard deviation, and stops at 0', () => {
    const off = tiltedMoments(losses, tiltFor(losses, 4, 1)).mean - 4;
    expect(Math.abs(off)).toBeLessThan(0.1 / z);
    expect(tiltFor(losses, -5, 1)).toBeLessThan(1e-6);
  });
});
