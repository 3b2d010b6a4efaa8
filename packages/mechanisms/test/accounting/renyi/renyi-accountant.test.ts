import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gaussianEpsilon, type PrivacyEvent, renyiAccountant } from '../../../src/index.js';
import { epsilonRows } from '../accounting-table.js';
import { deltaOfOneStep, deltaOfTwoSteps } from '../exact-delta.js';

const wholeOrders = Array.from({ length: 254 }, (_, i) => i + 2);
const steps = (samplingRate: number, noiseMultiplier: number, count: number): PrivacyEvent => ({
  kind: 'subsampled-gaussian',
  samplingRate,
  noiseMultiplier,
  count,
});

describe('Renyi accountant', () => {
  it('gives the published epsilons at the orders 2 to 255, by both conversions', () => {
    for (const [event, classic, improved] of [
      [steps(256 / 60000, 1.1, 14040), 3.0066, 2.5948],
      [steps(256 / 60000, 1.3, 3510), 1.1915, 0.9538],
      [steps(0.01, 4, 10000), 1.2586, 1.0355],
    ] as const) {
      const of = (conversion: 'classic' | 'improved') =>
        renyiAccountant({ conversion, orders: wholeOrders }).epsilon([event], 1e-5);
      expect(of('classic')).toBeCloseTo(classic, 4);
      expect(of('improved')).toBeCloseTo(improved, 4);
    }
  });

  it('gives the epsilons of dp-accounting at its orders, and never more when it searches all orders', () => {
    const orders = [...Array.from({ length: 100 }, (_, i) => (i + 11) / 10), ...wholeOrders.slice(10)];
    const tabulated = renyiAccountant({ orders });
    for (const { count, delta, samplingRate, noiseMultiplier, rdp } of epsilonRows) {
      const event = steps(samplingRate, noiseMultiplier, count);
      const found = tabulated.epsilon([event], delta);
      // Its series gives up at some orders between whole ones, and its optimum is then a little above ours.
      expect(found / rdp - 1).toBeLessThan(1e-9);
      expect(found / rdp - 1).toBeGreaterThan(-2e-3);
      const searched = renyiAccountant().epsilon([event], delta);
      expect(searched).toBeLessThanOrEqual(found * (1 + 1e-5));
    }
  });

  it('is never below the exact delta of one step, of two, and of unsampled noise', () => {
    const accountant = renyiAccountant();
    for (const q of [1e-3, 0.05, 0.6]) {
      for (const z of [0.7, 2, 10]) {
        for (const epsilon of [0.01, 0.3, 2]) {
          const one = deltaOfOneStep(q, z, epsilon);
          const two = deltaOfTwoSteps(q, z, epsilon);
          expect(accountant.delta([steps(q, z, 1)], epsilon)).toBeGreaterThan(one);
          expect(accountant.delta([steps(q, z, 2)], epsilon)).toBeGreaterThan(two);
          expect(two).toBeGreaterThanOrEqual(one);
        }
      }
    }
    for (const z of [0.5, 3, 40]) {
      const exact = gaussianEpsilon(1e-6, z / 2, 1);
      const found = accountant.epsilon([{ kind: 'gaussian', noiseMultiplier: z, count: 4 }], 1e-6);
      expect(found).toBeGreaterThan(exact);
      expect(found).toBeLessThan(1.25 * exact);
    }
  });

  it('gives back delta for the epsilon of a delta', () => {
    for (const conversion of ['classic', 'improved'] as const) {
      const accountant = renyiAccountant({ conversion });
      const composition = [steps(0.02, 1.5, 700), { kind: 'gaussian', noiseMultiplier: 8, count: 3 } as const];
      const epsilon = accountant.epsilon(composition, 1e-7);
      expect(accountant.delta(composition, epsilon) / 1e-7 - 1).toBeLessThan(1e-3);
      expect(accountant.delta(composition, epsilon)).toBeGreaterThanOrEqual(1e-7 * (1 - 1e-9));
    }
  });

  it('loses with every step, with more sampling, with less noise and with a smaller delta', () => {
    const accountant = renyiAccountant({ orders: [1.5, 3, 8, 24] });
    const within = (min: number, max: number) => fc.double({ min, max, noNaN: true });
    const [rate, multiplier] = [within(1e-5, 0.9), within(0.1, 20)];
    const arguments_ = fc.tuple(rate, multiplier, fc.integer({ min: 1, max: 1e5 }), within(1e-12, 0.1), within(1, 1.1));
    const none = 1 + 1e-9;
    fc.assert(
      fc.property(arguments_, ([q, z, count, delta, more]) => {
        const epsilon = accountant.epsilon([steps(q, z, count)], delta);
        expect(accountant.epsilon([steps(q, z, count + 1)], delta) * none).toBeGreaterThanOrEqual(epsilon);
        expect(accountant.epsilon([steps(q * more, z, count)], delta) * none).toBeGreaterThanOrEqual(epsilon);
        expect(accountant.epsilon([steps(q, z / more, count)], delta) * none).toBeGreaterThanOrEqual(epsilon);
        expect(accountant.epsilon([steps(q, z, count)], delta / more)).toBeGreaterThanOrEqual(epsilon);
      }),
      { numRuns: 2500 },
    );
  });

  it('needs nothing for no release', () => {
    expect(renyiAccountant().epsilon([], 1e-6)).toBe(0);
    expect(renyiAccountant().delta([steps(0.1, 1, 0)], 0)).toBe(0);
  });

  it('names the event, the field and what is allowed of a value out of range', () => {
    const accountant = renyiAccountant();
    const fine = steps(0.1, 1, 10);
    const faults = [
      [steps(0, 1, 10), 'sampling rate of event 2: 0 (allowed: more than 0 and at most 1)'],
      [steps(1.5, 1, 10), 'sampling rate of event 2: 1.5 (allowed: more than 0 and at most 1)'],
      [steps(0.1, -1, 10), 'noise multiplier of event 2: -1 (allowed: a positive finite number)'],
      [steps(0.1, Number.NaN, 1), 'noise multiplier of event 2: NaN (allowed: a positive finite number)'],
      [steps(0.1, 1, 2.5), 'count of event 2: 2.5 (allowed: a whole number of at least 0)'],
    ] as const;
    for (const [event, message] of faults) expect(() => accountant.epsilon([fine, event], 1e-5)).toThrow(message);
    expect(() => accountant.epsilon([fine], 1)).toThrow('delta: 1 (allowed: more than 0 and less than 1)');
    expect(() => accountant.delta([fine], -1)).toThrow('epsilon: -1 (allowed: a finite number of at least 0)');
    expect(() => renyiAccountant({ orders: [2, 1] })).toThrow(
      'order: 1 (allowed: finite numbers above 1, at least one)',
    );
    expect(() => renyiAccountant({ orders: [] })).toThrow('order: NaN');
  });
});
