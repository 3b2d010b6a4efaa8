import { readFileSync } from 'node:fs';
import { gaussian, laplace } from '@dpfair/stats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactBaselineBias, probabilityAllZero } from '../../src/index.js';
import { pattern, patternWeights, repeated, spread, total } from '../districts.js';

const four = { counts: [100, 400, 1500, 8000], weights: [1, 1.5, 0.8, 1.2] };

// Worked examples of the theory notes, converged to 1e-13 and within 1.5 standard errors of 10^7 trials.
const vectors = [
  {
    ...four,
    scale: 20,
    bias: [1.620432979e-7, -1.224209028e-5, -1.131426567e-6, 1.321147356e-5],
    alpha: 2.545356384e-5,
  },
  {
    ...four,
    scale: 200,
    bias: [4.922415588e-3, 4.79610421e-4, -8.41787994e-4, -4.560238015e-3],
    alpha: 9.482653603e-3,
  },
  {
    counts: [0, 3, 10, 40, 200],
    weights: null,
    scale: 10,
    bias: [1.812990809e-2, 1.258756067e-2, 4.106638592e-3, -7.350479406e-3, -2.747362794e-2],
    alpha: 4.560353603e-2,
  },
  {
    counts: [69, 23240, 53886, 67096, 311047],
    weights: null,
    scale: 100,
    bias: [5.501352824e-5, -2.885019915e-6, -6.56223275e-6, -8.147300346e-6, -3.741897522e-5],
    alpha: 9.243250346e-5,
  },
];

const bias = (counts: ArrayLike<number>, weights: ArrayLike<number> | null, noise = laplace(10)) =>
  exactBaselineBias({
    counts: Float64Array.from(counts),
    weights: weights === null ? null : Float64Array.from(weights),
    noise,
  });

describe('exact baseline bias', () => {
  it.each(vectors)(
    'is the worked example at scale $scale, counts $counts',
    ({ counts, weights, scale, bias: expected, alpha }) => {
      const found = bias(counts, weights, laplace(scale)).bias;
      found.forEach((b, i) => {
        expect(b / (expected[i] as number)).toBeCloseTo(1, 8);
      });
      expect(spread(found) / alpha).toBeCloseTo(1, 9);
    },
  );

  it.each([
    [10, [4.418218107e-4, 3.794443884e-4, 1.010619391e-4, -1.360128032e-4, -7.86315335e-4]],
    [50, [1.76653519e-3, 1.917321368e-3, 9.883042051e-4, -5.672666834e-5, -4.615434095e-3]],
  ])('is the worked example of 200 districts at scale %d', (scale, expected) => {
    const found = bias(repeated(pattern, 40), repeated(patternWeights, 40), laplace(scale)).bias;
    expected.forEach((value, i) => {
      expect((found[i] as number) / value).toBeCloseTo(1, 8);
    });
  });

  interface Row {
    readonly kind: 'laplace' | 'gaussian';
    readonly spread: number;
    readonly counts: [number, number];
    readonly weights: [number, number];
    readonly bias: number;
  }
  const table: Row[] = JSON.parse(readFileSync(new URL('../tables/two-entity-baseline.json', import.meta.url), 'utf8'));

  it.each(table)('is the double integral for $kind noise of spread $spread on $counts', (row) => {
    const noise = row.kind === 'laplace' ? laplace(row.spread) : gaussian(row.spread);
    const found = bias(row.counts, row.weights, noise);
    expect(Math.abs((found.bias[0] as number) - row.bias)).toBeLessThan(2e-10);
    expect(found.bias[1]).toBeCloseTo(-row.bias, 9);
  });

  it('adds up to zero, whatever the counts, weights and noise', () => {
    const counts = fc.array(fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1e6, noNaN: true })), {
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(counts, fc.double({ min: 0.01, max: 1e5, noNaN: true }), fc.boolean(), (x, noise, isLaplace) => {
        fc.pre(x.some((count) => count > 1e-3));
        const { bias: found, errors } = bias(x, null, isLaplace ? laplace(noise) : gaussian(noise));
        expect(Math.abs(total(found))).toBeLessThan(1e-11);
        errors.forEach((error) => {
          expect(error).toBeLessThan(1e-11);
        });
      }),
      { numRuns: 500 },
    );
  });

  it('is invariant when counts and noise are scaled together', () => {
    const small = bias([1, 5, 30], null, laplace(2)).bias;
    const large = bias([1e6, 5e6, 3e7], null, laplace(2e6)).bias;
    small.forEach((b, i) => {
      expect(large[i]).toBeCloseTo(b, 12);
    });
  });

  it('gives nobody anything where all entities are equal, or where there is only one', () => {
    for (const b of bias([7, 7, 7, 7], null).bias) expect(Math.abs(b)).toBeLessThan(1e-13);
    expect(Math.abs(bias([3], null).bias[0] as number)).toBeLessThan(1e-12);
  });

  it('moves shares towards 1/n as noise swamps the counts', () => {
    const found = bias([0, 0, 100], null, laplace(1e9)).bias;
    expect((found[2] as number) + 1).toBeCloseTo(1 / 3, 6);
  });

  it('is linear in time: 16,441 districts are no harder than 200 per entity', () => {
    const counts = repeated(pattern, 3288);
    expect(Math.abs(total(bias(counts, null).bias))).toBeLessThan(1e-13);
  });
});

describe('exact baseline bias at very unequal weights', () => {
  interface Unequal {
    readonly spread: number;
    readonly counts: readonly [number, number];
    readonly ratio: number;
    readonly share: string;
  }
  const table: readonly Unequal[] = JSON.parse(
    readFileSync(new URL('../tables/unequal-weights-baseline.json', import.meta.url), 'utf8'),
  );
  const solved = table.map(({ spread: scale, counts, ratio, share }) => {
    const weights = [1 / ratio, 1];
    const { bias, errors } = exactBaselineBias({
      counts: Float64Array.from(counts),
      weights: Float64Array.from(weights),
      noise: laplace(scale),
    });
    const small = (weights[0] as number) * counts[0];
    return { bias, errors, share: Number(share), truth: small / (small + counts[1]) };
  });

  it('is within its stated error of 20-digit values, for either entity, at weights up to 1e45 apart', () => {
    expect(solved.length).toBeGreaterThan(30);
    for (const { bias, errors, share, truth } of solved) {
      expect(Math.abs((bias[0] as number) - (share - truth))).toBeLessThanOrEqual(errors[0] as number);
      expect(Math.abs((bias[1] as number) + (share - truth))).toBeLessThanOrEqual(errors[1] as number);
    }
  });

  it('states at least four units in the last place of share and truth, and at most 1e-13', () => {
    for (const { errors, share, truth } of solved) {
      expect(errors[0]).toBeGreaterThanOrEqual(3.99 * Number.EPSILON * Math.max(share, truth));
      expect(errors[1]).toBeGreaterThanOrEqual(3.99 * Number.EPSILON * (1 - share));
      expect(Math.max(...errors)).toBeLessThan(1e-13);
    }
  });
});

describe('probability that every clipped count is zero', () => {
  it('is the product of the halves of the tails', () => {
    const counts = Float64Array.of(0, 3, 10, 40, 200);
    const problem = { counts, weights: null, noise: laplace(10) };
    expect(probabilityAllZero(problem) / (Math.exp(-25.3) / 32)).toBeCloseTo(1, 12);
  });
});
