import { describe, expect, it } from 'vitest';
import { jointNoiseMultiplier, renyiAccountant } from '../../src/index.js';

describe('joint noise multiplier', () => {
  it('is that of one Gaussian with the same shift in standard deviations', () => {
    // Shifts 1/3 and 1/4 at right angles make 5/12.
    expect(jointNoiseMultiplier([3, 4])).toBeCloseTo(12 / 5, 14);
    expect(jointNoiseMultiplier([7])).toBe(7);
  });

  it('costs more than two statistics that each have a sample of their own', () => {
    const event = (noiseMultiplier: number) =>
      ({ kind: 'subsampled-gaussian', samplingRate: 0.01, noiseMultiplier, count: 1000 }) as const;
    const accountant = renyiAccountant();
    const joint = accountant.epsilon([event(jointNoiseMultiplier([1, 1]))], 1e-5);
    expect(joint).toBeGreaterThan(1.2 * accountant.epsilon([event(1), event(1)], 1e-5));
  });

  it('refuses a multiplier of 0', () => {
    expect(() => jointNoiseMultiplier([1, 0])).toThrow('noise multiplier: 0 (allowed: a positive finite number)');
  });
});
