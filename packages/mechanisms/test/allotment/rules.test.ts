import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allotShares, baselineRule, posRule, type Stage } from '../../src/index.js';

const run = (stages: readonly Stage[], values: readonly number[]): number[] => {
  const array = Float64Array.from(values);
  for (const stage of stages) stage.apply(array);
  return [...array];
};
const shares = (values: readonly number[], weights: readonly number[] | null = null): number[] => {
  const array = Float64Array.from(values);
  allotShares(array, weights === null ? null : Float64Array.from(weights));
  return [...array];
};
const spread = (values: readonly number[]) => Math.max(...values) - Math.min(...values);
const noisy = fc.array(fc.double({ min: -50, max: 200, noNaN: true }), { minLength: 2, maxLength: 12 });

describe('allotment of shares', () => {
  it('weighs counts', () => {
    expect(shares([100, 400, 1500, 8000], [1, 1.5, 0.8, 1.2]).map((p) => p.toFixed(8))).toEqual([
      '0.00869565',
      '0.05217391',
      '0.10434783',
      '0.83478261',
    ]);
  });

  it('gives equal shares where the total is exactly zero', () => {
    expect(shares([0, 0, 0, 0])).toEqual([0.25, 0.25, 0.25, 0.25]);
    expect(shares([3, -3])).toEqual([0.5, 0.5]);
  });
});

describe('the worked example p = (.7, .4, -.1)', () => {
  it('gives PoS (.65, .35, 0) and baseline (.636364, .363636, 0)', () => {
    expect(run(posRule(null), [7, 4, -1]).map((p) => p.toFixed(6))).toEqual(['0.650000', '0.350000', '0.000000']);
    expect(run(baselineRule(null), [7, 4, -1]).map((p) => p.toFixed(6))).toEqual(['0.636364', '0.363636', '0.000000']);
  });

  it('has spread .15 under PoS and .163636 under the baseline, and the same l1 distance .2', () => {
    const raw = shares([7, 4, -1]);
    const distance = (p: readonly number[]) => p.map((v, i) => v - (raw[i] as number));
    expect(spread(distance(run(posRule(null), [7, 4, -1])))).toBeCloseTo(0.15, 12);
    expect(spread(distance(run(baselineRule(null), [7, 4, -1])))).toBeCloseTo(0.163636, 6);
    for (const rule of [posRule(null), baselineRule(null)]) {
      expect(distance(run(rule, [7, 4, -1])).reduce((s, v) => s + Math.abs(v), 0)).toBeCloseTo(0.2, 12);
    }
  });
});

describe('PoS', () => {
  it('is nearest to the raw shares in spread and in l1 among allotments tried', () => {
    fc.assert(
      fc.property(
        noisy,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 12, maxLength: 12 }),
        (x, u) => {
          const total = x.reduce((s, v) => s + v, 0);
          fc.pre(Math.abs(total) > 1);
          const raw = shares(x);
          const best = run(posRule(null), x);
          const other = x.map((_, i) => (u[i] as number) + 1e-9);
          const sum = other.reduce((s, v) => s + v, 0);
          const apart = (p: readonly number[]) => p.map((v, i) => v - (raw[i] as number));
          const l1 = (p: readonly number[]) => apart(p).reduce((s, v) => s + Math.abs(v), 0);
          const rival = other.map((v) => v / sum);
          expect(spread(apart(best))).toBeLessThanOrEqual(spread(apart(rival)) + 1e-9);
          expect(l1(best)).toBeLessThanOrEqual(l1(rival) + 1e-9);
          // The l1 optimum is twice the negative mass.
          expect(l1(best)).toBeCloseTo(
            raw.reduce((s, p) => s + 2 * Math.max(-p, 0), 0),
            8,
          );
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('equals the baseline when no count is negative', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.01, max: 500, noNaN: true }), { minLength: 1, maxLength: 30 }), (x) => {
        const baseline = run(baselineRule(null), x);
        run(posRule(null), x).forEach((p, i) => {
          expect(p).toBeCloseTo(baseline[i] as number, 12);
        });
      }),
    );
  });
});
