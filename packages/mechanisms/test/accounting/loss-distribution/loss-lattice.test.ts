import { describe, expect, it } from 'vitest';
import { type LossLattice, subsampledGaussianLosses } from '../../../src/accounting/loss-distribution/loss-lattice.js';
import { deltaOfOneStep } from '../exact-delta.js';

const cases = [
  { q: 0.01, z: 1, step: 0.001 },
  { q: 0.3, z: 0.6, step: 0.01 },
  { q: 1, z: 2, step: 0.005 },
  { q: 1e-4, z: 3, step: 1e-6 },
  // Ratios down to exp(-60).
  { q: 1, z: 0.2, step: 0.02 },
] as const;

/** Hockey-stick divergence of a lattice, by its definition. */
const deltaOf = ({ step, first, logMasses }: LossLattice, epsilon: number) =>
  logMasses.reduce((sum, mass, i) => sum + Math.exp(mass) * Math.max(0, -Math.expm1(epsilon - step * (first + i))), 0);

/** The other direction: P and Q change places, delta_QP(e) = 1 - e^e + e^e delta_PQ(-e). */
const deltaAdded = (q: number, z: number, epsilon: number) =>
  -Math.expm1(epsilon) + Math.exp(epsilon) * deltaOfOneStep(q, z, -epsilon);

describe('privacy losses on a lattice', () => {
  it('have the delta of one step at the points of the lattice, in both directions', () => {
    for (const { q, z, step } of cases) {
      const { removed, added } = subsampledGaussianLosses(q, z, step, 10);
      for (const k of [0, 1, 2, 5, 20]) {
        expect(deltaOf(removed, k * step) / deltaOfOneStep(q, z, k * step) - 1, `${q} ${z} ${k}`).toBeCloseTo(0, 8);
        expect(deltaOf(added, k * step), `${q} ${z} ${k}`).toBeCloseTo(deltaAdded(q, z, k * step), 12);
      }
    }
  });

  it('have the chord of that delta in exp(epsilon) between the points, and so never less', () => {
    const [q, z, step] = [0.05, 0.8, 0.1];
    const { removed } = subsampledGaussianLosses(q, z, step, 10);
    for (const k of [0, 3, 9]) {
      const [low, middle, high] = [k * step, (k + 0.4) * step, (k + 1) * step];
      const share = (Math.exp(middle) - Math.exp(low)) / (Math.exp(high) - Math.exp(low));
      const chord = (1 - share) * deltaOfOneStep(q, z, low) + share * deltaOfOneStep(q, z, high);
      expect(deltaOf(removed, middle) / chord).toBeCloseTo(1, 8);
      expect(deltaOf(removed, middle)).toBeGreaterThan(deltaOfOneStep(q, z, middle));
    }
  });

  it('keep all probability in both directions, but for what is stated to be infinite', () => {
    for (const { q, z, step } of cases) {
      for (const reach of [4, 10]) {
        const { removed, added } = subsampledGaussianLosses(q, z, step, reach);
        for (const lattice of [removed, added]) {
          const left = 1 - lattice.logMasses.reduce((sum, mass) => sum + Math.exp(mass), 0);
          expect(left).toBeLessThan(lattice.infinite + 1e-12);
          expect(left).toBeGreaterThan(-1e-12);
        }
      }
    }
  });
});
