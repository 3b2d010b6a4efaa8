import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountants } from '../../../src/index.js';
import { deltaOfOneStep, deltaOfTwoSteps } from '../exact-delta.js';

/** A number whose logarithm is uniform. */
const logUniform = (min: number, max: number) =>
  fc.double({ min: Math.log(min), max: Math.log(max), noNaN: true }).map(Math.exp);

describe('accountant of the privacy loss distribution, anywhere', () => {
  it('is never below the exact delta of one step or two, nor above the Renyi accountant', { timeout: 300_000 }, () => {
    const run = fc.tuple(logUniform(1e-6, 0.95), logUniform(0.1, 30), fc.constantFrom(1, 2));
    fc.assert(
      fc.property(run, logUniform(1e-11, 0.3), logUniform(1e-4, 10), ([q, z, count], delta, epsilon) => {
        const composition = [{ kind: 'subsampled-gaussian', samplingRate: q, noiseMultiplier: z, count } as const];
        const exact = (at: number) => (count === 1 ? deltaOfOneStep(q, z, at) : deltaOfTwoSteps(q, z, at));
        const { pld, rdp } = accountants;
        const found = pld.epsilon(composition, delta);
        expect(found).toBeLessThanOrEqual(rdp.epsilon(composition, delta));
        // Differences of two tails lose some 1e-15.
        expect(exact(found)).toBeLessThanOrEqual(delta * (1 + 1e-5) + 1e-15);
        expect(pld.delta(composition, epsilon)).toBeGreaterThanOrEqual(exact(epsilon) * (1 - 1e-6) - 1e-15);
      }),
      { numRuns: 500 },
    );
  });
});
