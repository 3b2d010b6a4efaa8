import { describe, expect, it } from 'vitest';
import {
  accountants,
  gaussianDelta,
  gaussianEpsilon,
  noiseMultiplierFor,
  type PrivacyEvent,
} from '../../../src/index.js';
import { betweenRows, epsilonRows } from '../accounting-table.js';
import { deltaOfOneStep, deltaOfTwoSteps } from '../exact-delta.js';

const { pld, rdp } = accountants;
const steps = (samplingRate: number, noiseMultiplier: number, count: number): PrivacyEvent => ({
  kind: 'subsampled-gaussian',
  samplingRate,
  noiseMultiplier,
  count,
});

describe('accountant of the privacy loss distribution', () => {
  it('is at most three parts in a thousand above the exact epsilon, as far from dp-accounting, and below the Renyi accountant', () => {
    expect(epsilonRows.filter(({ exact }) => exact !== null).length).toBeGreaterThan(7);
    for (const { count, delta, samplingRate, noiseMultiplier, pld: theirs, exact } of epsilonRows) {
      const where = `${samplingRate} ${noiseMultiplier}`;
      const event = steps(samplingRate, noiseMultiplier, count);
      const found = pld.epsilon([event], delta);
      expect(Math.abs(found / theirs - 1), where).toBeLessThan(3e-3);
      expect(found, where).toBeLessThan(rdp.epsilon([event], delta));
      if (exact === null) continue;
      expect(found / exact, where).toBeGreaterThan(1);
      expect(found / exact, where).toBeLessThan(1.003);
    }
  });

  it('is tight where rare draws carry the loss: above the lower bound of dp-accounting, and not two parts in a thousand above its upper one', () => {
    expect(betweenRows.length).toBeGreaterThan(10);
    for (const { count, delta, samplingRate, noiseMultiplier, lower, upper } of betweenRows) {
      const found = pld.epsilon([steps(samplingRate, noiseMultiplier, count)], delta);
      const where = `${samplingRate} ${noiseMultiplier} ${count}`;
      expect(found, where).toBeGreaterThan(lower);
      expect(found / upper, where).toBeLessThan(1.002);
      // The upper bound is on a grid as well: finer than ours where there are many steps.
      if (samplingRate === 1e-3) expect(found / upper, where).toBeGreaterThan(1 - 1e-4);
    }
  });

  it('grows with every step of rare draws, without a jump', () => {
    let before = pld.epsilon([steps(1e-3, 1, 300)], 1e-5);
    for (let count = 320; count <= 500; count += 20) {
      const here = pld.epsilon([steps(1e-3, 1, count)], 1e-5);
      expect(here).toBeGreaterThan(before);
      // Epsilon of a sum grows no quicker than the number of its terms.
      expect(here / before).toBeLessThan(count / (count - 20));
      before = here;
    }
  });

  it('asks for no more noise than rare draws need: epsilon is 0.476 at 1, and 0.5 is kept by less', () => {
    const run = { epsilon: 0.5, delta: 1e-5, samplingRate: 1e-3, steps: 10_000 };
    expect(noiseMultiplierFor(run)).toBeLessThan(1);
    expect(noiseMultiplierFor(run)).toBeGreaterThan(0.95);
  });

  it('is just above the exact delta of one step and of two', () => {
    for (const q of [1e-3, 0.05, 0.6]) {
      for (const z of [0.7, 2, 10]) {
        for (const epsilon of [0.01, 0.1, 1]) {
          for (const [count, exact] of [
            [1, deltaOfOneStep(q, z, epsilon)],
            [2, deltaOfTwoSteps(q, z, epsilon)],
          ] as const) {
            if (exact < 1e-12) continue;
            const ratio = pld.delta([steps(q, z, count)], epsilon) / exact;
            expect(ratio, `${q} ${z} ${epsilon} ${count}`).toBeGreaterThan(1 - 1e-9);
            expect(ratio, `${q} ${z} ${epsilon} ${count}`).toBeLessThan(1.03);
          }
        }
      }
    }
  });

  it('is exact for noise without sampling, of several multipliers too', () => {
    const composition = [
      { kind: 'gaussian', noiseMultiplier: 6, count: 4 },
      { kind: 'subsampled-gaussian', samplingRate: 1, noiseMultiplier: 4, count: 1 },
    ] as const;
    // Shifts 1/3 and 1/4 make 5/12.
    expect(pld.epsilon(composition, 1e-6) / gaussianEpsilon(1e-6, 2.4, 1)).toBeCloseTo(1, 9);
    expect(pld.delta(composition, 1) / gaussianDelta(1, 2.4, 1)).toBeCloseTo(1, 9);
  });

  it('composes sampled and other noise: between each alone and the Renyi accountant', () => {
    const sampled = steps(0.01, 1, 1000);
    const other = { kind: 'gaussian', noiseMultiplier: 5, count: 1 } as const;
    const both = pld.epsilon([sampled, other], 1e-6);
    expect(both).toBeGreaterThan(pld.epsilon([sampled], 1e-6));
    expect(both).toBeGreaterThan(pld.epsilon([other], 1e-6));
    expect(both).toBeLessThan(0.98 * rdp.epsilon([sampled, other], 1e-6));
    // Little noise on one statistic, and much on many steps.
    const loud = { kind: 'gaussian', noiseMultiplier: 0.4, count: 6 } as const;
    expect(pld.epsilon([steps(0.03, 14, 600), loud], 1e-6)).toBeGreaterThan(pld.epsilon([loud], 1e-6));
    // Split in two it is the same composition.
    const split = [steps(0.01, 1, 400), other, steps(0.01, 1, 600)];
    expect(pld.epsilon(split, 1e-6) / both).toBeCloseTo(1, 6);
  });

  it('gives back delta for the epsilon of a delta, up to the lattice', () => {
    const composition = [steps(0.02, 1.5, 700)];
    for (const delta of [1e-3, 1e-7, 1e-12]) {
      const back = pld.delta(composition, pld.epsilon(composition, delta));
      expect(Math.abs(back / delta - 1)).toBeLessThan(0.01);
    }
  });

  it('loses with every argument, up to its lattice', () => {
    const epsilon = (q: number, z: number, count: number, delta: number) => pld.epsilon([steps(q, z, count)], delta);
    for (const [q, z, count, delta] of [
      [0.01, 1, 300, 1e-6],
      [0.2, 4, 50, 1e-4],
      [0.001, 0.6, 1000, 1e-8],
    ] as const) {
      const here = epsilon(q, z, count, delta);
      expect(epsilon(q * 1.05, z, count, delta)).toBeGreaterThan(here);
      expect(epsilon(q, z / 1.05, count, delta)).toBeGreaterThan(here);
      expect(epsilon(q, z, Math.ceil(count * 1.1), delta)).toBeGreaterThan(here);
      expect(epsilon(q, z, count, delta / 2)).toBeGreaterThan(here);
    }
  });

  it('has an answer at the ends: no release, a delta met for nothing, an epsilon beyond every loss, hardly any noise', () => {
    expect(pld.epsilon([], 1e-5)).toBe(0);
    expect(pld.delta([steps(0.5, 1, 0)], 0)).toBe(0);
    expect(pld.epsilon([steps(1e-3, 5, 10)], 0.5)).toBe(0);
    expect(pld.delta([steps(0.1, 20, 3)], 30)).toBeLessThan(1e-100);
    expect(pld.delta([steps(0.1, 1, 3)], 0)).toBeGreaterThan(deltaOfOneStep(0.1, 1, 0));
    // Losses of an added row are bounded, and end below the epsilon of a removed one.
    const ended = [steps(0.26115170739519245, 0.622663697983379, 3196)];
    expect(pld.epsilon(ended, 1.0647925511248872e-8)).toBeLessThan(rdp.epsilon(ended, 1.0647925511248872e-8));
    const loud = pld.epsilon([steps(0.5, 0.01, 2)], 1e-5);
    expect(loud).toBeGreaterThan(5000);
    expect(loud).toBeLessThanOrEqual(rdp.epsilon([steps(0.5, 0.01, 2)], 1e-5));
  });
});
