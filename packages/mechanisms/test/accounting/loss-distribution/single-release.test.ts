import { describe, expect, it } from 'vitest';
import {
  deltaOfSingleRelease,
  epsilonOfSingleRelease,
} from '../../../src/accounting/loss-distribution/single-release.js';
import { deltaOfOneStep } from '../exact-delta.js';

/** P and Q change places: delta of Q from P at e is 1 - exp(e) + exp(e) times that of P from Q at -e. */
const deltaAdded = (q: number, z: number, epsilon: number) =>
  -Math.expm1(epsilon) + Math.exp(epsilon) * deltaOfOneStep(q, z, -epsilon);

describe('one release from a sample', () => {
  it('has the worse delta of both directions by their definition, never less', () => {
    for (const q of [1e-3, 0.05, 0.6, 0.999]) {
      for (const z of [0.5, 1, 4]) {
        for (const epsilon of [0, 0.01, 0.3, 2]) {
          const exact = Math.max(deltaOfOneStep(q, z, epsilon), deltaAdded(q, z, epsilon));
          const found = deltaOfSingleRelease(q, z, epsilon);
          // The definition is a difference of tails, right to some 1e-15.
          expect(found - exact, `${q} ${z} ${epsilon}`).toBeGreaterThan(-2e-15);
          expect(found - exact, `${q} ${z} ${epsilon}`).toBeLessThan(1e-10 * exact + 2e-15);
        }
      }
    }
  });

  it('has the least epsilon that keeps delta', () => {
    for (const [q, z, delta] of [
      [1e-4, 4, 1e-12],
      [0.3, 0.2, 1e-5],
      [0.01, 1, 1e-7],
    ] as const) {
      const epsilon = epsilonOfSingleRelease(q, z, delta);
      expect(deltaOfOneStep(q, z, epsilon) / delta - 1).toBeLessThan(1e-4);
      expect(deltaOfOneStep(q, z, epsilon * 0.999)).toBeGreaterThan(delta);
    }
  });

  it('has an answer at the ends: a delta that is met for nothing, hardly any noise, an epsilon that is never exceeded', () => {
    expect(epsilonOfSingleRelease(1e-6, 1, 1e-5)).toBe(0);
    // Without noise log(q exp(e)) is what is left of an epsilon e.
    expect(epsilonOfSingleRelease(0.5, 0.01, 1e-5)).toBeGreaterThan(5000);
    expect(Number.isFinite(epsilonOfSingleRelease(0.5, 0.01, 1e-5))).toBe(true);
    expect(deltaOfSingleRelease(0.1, 1, 1e6)).toBe(Number.MIN_VALUE);
  });
});
