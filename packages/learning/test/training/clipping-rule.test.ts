import { openStream, parseSeed } from '@dpfair/stats';
import { describe, expect, it } from 'vitest';
import { type Clipping, clippingRule, type SeenBatch } from '../../src/index.js';

const stream = () => openStream(parseSeed(1), 'test', 0);

/** One block: norms and groups of a batch; losses that grow along it. */
const batchOf = (norms: readonly number[], groups: readonly number[] = norms.map(() => 0)): SeenBatch => ({
  squaredNorms: [Float64Array.from(norms, (norm) => norm * norm)],
  losses: Float64Array.from(norms, (_, k) => k),
  groups: Int32Array.from(groups),
  count: norms.length,
});

/** Factors that a fresh rule gives to a batch of one block. */
const factorsOf = (clipping: Clipping, batch: SeenBatch): number[] => {
  const factors = clippingRule(clipping, 1, 2).next(batch, stream(), batch.count).factors(batch);
  return Array.from(
    (factors instanceof Float64Array ? factors : (factors[0] as Float64Array)).subarray(0, batch.count),
  );
};

const clipsOf = (clipping: Clipping, batch: SeenBatch): number[] =>
  Array.from(clippingRule(clipping, 1, 2).next(batch, stream(), batch.count).clips(batch).subarray(0, batch.count));

const everyRule: readonly Clipping[] = [
  { rule: 'flat', bound: 0.7 },
  { rule: 'per-layer', bound: 0.7 },
  { rule: 'automatic', bound: 0.7, stability: 0.01 },
  { rule: 'adaptive', bound: 0.7, quantile: 0.5, rate: 0.2, countNoise: 3 },
  { rule: 'by-group', bound: 0.7, countNoise: 3 },
  { rule: 'parity', bound: 0.7, rate: 1, every: 1, lossBound: 4, mostWeight: 3, lossNoise: 3 },
  { rule: 'global', bound: 0.7, limit: 2 },
  { rule: 'global-adaptive', bound: 0.7, limit: 2, rate: 0.1, countNoise: 3 },
];

describe('clipping', () => {
  it.each(everyRule.map((clipping) => [clipping.rule, clipping] as const))(
    '%s: no example adds more to the sum than the sensitivity, over random batches and adapting bounds',
    (_, clipping) => {
      const draws = stream();
      const [blocks, groups] = [3, 4];
      const rule = clippingRule(clipping, blocks, groups);
      let [longest, sensitivity] = [0, 0];
      for (let step = 0; step < 100; step++) {
        const count = draws.nextInteger(12);
        const batch: SeenBatch = {
          squaredNorms: Array.from({ length: blocks }, () =>
            Float64Array.from({ length: count }, () => Math.exp(4 * draws.nextGaussian())),
          ),
          losses: Float64Array.from({ length: count }, () => 4 * draws.nextUniform()),
          groups: Int32Array.from({ length: count }, () => draws.nextInteger(groups)),
          count,
        };
        const inForce = rule.next(batch, draws, 6);
        const factors = inForce.factors(batch);
        for (let k = 0; k < count; k++) {
          const square = batch.squaredNorms.reduce((sum, squares, block) => {
            const own = factors instanceof Float64Array ? factors : (factors[block] as Float64Array);
            return sum + (own[k] as number) ** 2 * (squares[k] as number);
          }, 0);
          longest = Math.max(longest, Math.sqrt(square) / inForce.sensitivity);
        }
        sensitivity = inForce.sensitivity;
      }
      expect(longest).toBeLessThanOrEqual(1 + 1e-14);
      // And the sensitivity is not larger than it has to be: some example comes near to it.
      expect(longest).toBeGreaterThan(0.9);
      expect(sensitivity).toBeGreaterThan(0);
    },
  );

  it('flat keeps what is short enough, to the bound itself, and cuts the rest to the bound', () => {
    const clipping = { rule: 'flat', bound: 2 } as const;
    expect(factorsOf(clipping, batchOf([0, 1, 2, 4, 8]))).toEqual([1, 1, 1, 0.5, 0.25]);
    expect(clipsOf(clipping, batchOf([0, 1, 2, 4, 8]))).toEqual([0, 0, 0, 1, 1]);
  });

  it('flat looks at the norm of all blocks together', () => {
    const batch = {
      squaredNorms: [Float64Array.of(9), Float64Array.of(16)],
      losses: Float64Array.of(1),
      groups: Int32Array.of(0),
      count: 1,
    };
    const factors = clippingRule({ rule: 'flat', bound: 2.5 }, 2, 1).next(batch, stream(), 1).factors(batch);
    expect(factors[0]).toBe(0.5);
  });

  it('per-layer gives each of four layers half the bound', () => {
    const batch = {
      squaredNorms: [1, 4, 0, 16].map((square) => Float64Array.of(square)),
      losses: Float64Array.of(1),
      groups: Int32Array.of(0),
      count: 1,
    };
    const inForce = clippingRule({ rule: 'per-layer', bound: 2 }, 4, 1).next(batch, stream(), 1);
    expect((inForce.factors(batch) as readonly Float64Array[]).map((factors) => factors[0])).toEqual([1, 0.5, 1, 0.25]);
    expect(inForce.clips(batch)[0]).toBe(1);
    expect(inForce.sensitivity).toBe(2);
  });

  it('automatic divides every gradient by its norm and the stability, so short ones grow', () => {
    const clipping = { rule: 'automatic', bound: 3, stability: 1 } as const;
    expect(factorsOf(clipping, batchOf([0, 1, 2, 5]))).toEqual([3, 1.5, 1, 0.5]);
    expect(clipsOf(clipping, batchOf([0, 1, 2, 5]))).toEqual([0, 0, 0, 1]);
  });

  it('global scales by bound over limit and leaves out what is longer; the adaptive one cuts it to the bound', () => {
    const batch = batchOf([1, 4, 8]);
    expect(factorsOf({ rule: 'global', bound: 2, limit: 4 }, batch)).toEqual([0.5, 0.5, 0]);
    const adaptive = { rule: 'global-adaptive', bound: 2, limit: 4, rate: 0, countNoise: 0 } as const;
    expect(factorsOf(adaptive, batch)).toEqual([0.5, 0.5, 0.25]);
    expect(clipsOf(adaptive, batch)).toEqual([0, 0, 1]);
  });

  it('adaptive moves its bound by exp(-rate (fraction below - quantile)) after the step, from the second step on', () => {
    const rule = clippingRule({ rule: 'adaptive', bound: 2, quantile: 0.5, rate: 0.2, countNoise: 0 }, 1, 1);
    const batch = batchOf([1, 2, 3, 0.5]);
    const bounds = [1, 2, 3].map(() => rule.next(batch, stream(), 4).sensitivity);
    // Three of four are at most 2; then C = 2 exp(-0.05) = 1.902: two of four.
    expect(bounds[0]).toBe(2);
    expect(bounds[1]).toBeCloseTo(2 * Math.exp(-0.2 * 0.25), 14);
    expect(bounds[2]).toBeCloseTo(2 * Math.exp(-0.2 * 0.25), 14);
  });

  it('adaptive divides by the expected size of the batch, not by the size that was drawn', () => {
    const rule = clippingRule({ rule: 'adaptive', bound: 2, quantile: 0.5, rate: 1, countNoise: 0 }, 1, 1);
    rule.next(batchOf([1, 1, 3]), stream(), 10);
    // (1/2 + 1/2 - 1/2) / 10 + 1/2 = 0.55
    expect(rule.next(batchOf([1]), stream(), 10).sensitivity).toBeCloseTo(2 * Math.exp(-0.05), 14);
  });

  it('by-group gives each group bound (1 + its clipped fraction over the mean of them)', () => {
    const rule = clippingRule({ rule: 'by-group', bound: 1, countNoise: 0 }, 1, 2);
    // Group 0: one of four is longer than 1; group 1: three of four. Mean 1/2: bounds 1.5 and 2.5.
    const batch = batchOf([2, 1, 1, 1, 5, 5, 3, 0.5], [0, 0, 0, 0, 1, 1, 1, 1]);
    const inForce = rule.next(batch, stream(), 8);
    expect(inForce.sensitivity).toBe(2.5);
    expect(Array.from(inForce.factors(batch).slice(0, 8) as Float64Array)).toEqual([
      0.75,
      1,
      1,
      1,
      0.5,
      0.5,
      2.5 / 3,
      1,
    ]);
    expect(Array.from(inForce.clips(batch).slice(0, 8))).toEqual([1, 0, 0, 0, 1, 1, 1, 0]);
  });

  it('by-group without a clipped gradient gives every group the same bound', () => {
    const batch = batchOf([0.1, 0.2], [0, 1]);
    expect(factorsOf({ rule: 'by-group', bound: 1, countNoise: 0 }, batch)).toEqual([1, 1]);
  });

  it('global-adaptive moves its limit by exp(fraction above - rate)', () => {
    const rule = clippingRule({ rule: 'global-adaptive', bound: 1, limit: 2, rate: 0.1, countNoise: 0 }, 1, 1);
    const factorOfShort = () =>
      (rule.next(batchOf([0, 1, 3, 4]), stream(), 4).factors(batchOf([0])) as Float64Array)[0];
    expect(factorOfShort()).toBe(1 / 2);
    expect(factorOfShort()).toBeCloseTo(1 / (2 * Math.exp(0.5 - 0.1)), 14);
  });

  it('the accountant hears of counts in units of their sensitivity: 1/2 for a count of b - 1/2, else 1', () => {
    const counts = (clipping: Clipping) => clippingRule(clipping, 3, 4).counts;
    expect(everyRule.map(counts)).toEqual([[], [], [], [6], [3], [3], [], [3]]);
  });
});
