import { fillUnitGaussian, fillUnitLaplace, type Purpose, parseSeed } from '@dpfair/stats';
import { cellCountCheck, meanCheck, statisticalTest } from '@dpfair/tooling/statistical-test.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { purposeNumbers } from '../../src/random/purpose.js';
import { unitGaussianFromWords } from '../../src/random/unit-gaussian.js';
import { normalSurvival } from '../../src/special/normal.js';
import { philoxReference } from './philox-reference.js';

type Fill = typeof fillUnitLaplace;
const row = (fill: Fill, seed: bigint, purpose: Purpose, trial: number, n: number): Float64Array => {
  const out = new Float64Array(n);
  fill(out, parseSeed(seed), purpose, trial);
  return out;
};

const seeds = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
const trials = fc.oneof(fc.constantFrom(0, 2 ** 32 - 1, 2 ** 32, 2 ** 53), fc.nat({ max: Number.MAX_SAFE_INTEGER }));
const purposes = fc.constantFrom(...(Object.keys(purposeNumbers) as Purpose[]));

/** The words of entity block `block`, from the documented counter and an independent Philox. */
function blockOf(seed: bigint, trial: number, block: number, tag: number): number[] {
  const high = Math.floor(trial / 2 ** 32);
  return philoxReference([block, trial - high * 2 ** 32, high, tag], [Number(seed % 2n ** 32n), Number(seed >> 32n)]);
}

describe('a row of unit noise', () => {
  test('Laplace: draw j is the sign bit and 31 bits of word j mod 4 of the block of its documented counter', () => {
    fc.assert(
      fc.property(seeds, trials, purposes, fc.nat({ max: 2200 }), (seed, trial, purpose, j) => {
        const word = blockOf(seed, trial, j >> 2, purposeNumbers[purpose])[j % 4] as number;
        const magnitude = -Math.log(((word % 2 ** 31) + 0.5) / 2 ** 31);
        const draw = row(fillUnitLaplace, seed, purpose, trial, j + 1)[j] as number;
        expect(draw / (word >= 2 ** 31 ? -magnitude : magnitude)).toBeCloseTo(1, 14);
      }),
    );
  });

  test('Gaussian: draw j is made of two words of the block of its documented counter', () => {
    fc.assert(
      fc.property(seeds, trials, purposes, fc.nat({ max: 1100 }), (seed, trial, purpose, j) => {
        const words = blockOf(seed, trial, j >> 1, 256 + purposeNumbers[purpose]);
        const [first, second] = words.slice(2 * (j % 2)) as [number, number];
        const draw = row(fillUnitGaussian, seed, purpose, trial, j + 1)[j];
        expect(draw).toBe(unitGaussianFromWords(first | 0, second | 0));
      }),
    );
  });

  test.each([fillUnitLaplace, fillUnitGaussian])('%o: a longer row begins with the shorter one', (fill) => {
    const long = row(fill, 9n, 'noise', 3, 2100);
    for (const n of [0, 1, 2, 3, 511, 512, 513, 1023, 1024, 1025, 2099]) {
      expect(row(fill, 9n, 'noise', 3, n)).toEqual(long.subarray(0, n));
    }
  });

  test.each([-1, 0.5, Number.NaN, 2 ** 53 + 2, Number.POSITIVE_INFINITY])('refuses trial %d', (trial) => {
    const message = `trial: ${trial} (allowed: an integer from 0 to 2^53)`;
    expect(() => row(fillUnitLaplace, 1n, 'noise', trial, 1)).toThrow(new RangeError(message));
    expect(() => row(fillUnitGaussian, 1n, 'noise', trial, 1)).toThrow(new RangeError(message));
  });

  test('has the same bits in every engine and on every machine', () => {
    const digest = (fill: Fill) => {
      const bits = new Uint32Array(row(fill, 0x0123456789abcdefn, 'noise', 2 ** 40 + 5, 5000).buffer);
      return bits.reduce((hash, word) => Math.imul(hash ^ word, 0x01000193) >>> 0, 0x811c9dc5).toString(16);
    };
    expect([digest(fillUnitLaplace), digest(fillUnitGaussian)]).toEqual(['ab694eed', '6fbce7c5']);
  });
});

const draws = 200_000;

/** Counts in the cells of edges -e_k ... e_k, with the outermost cells open. */
function countCells(values: Float64Array, edges: readonly number[]): number[] {
  const all = [...edges.map((edge) => -edge).reverse(), 0, ...edges];
  const counts = new Array<number>(all.length + 1).fill(0);
  for (const value of values) {
    let cell = 0;
    while (cell < all.length && value >= (all[cell] as number)) cell++;
    counts[cell] = (counts[cell] as number) + 1;
  }
  return counts;
}

function cellProbabilities(edges: readonly number[], survival: (x: number) => number): number[] {
  const upper = [0, ...edges].map((edge, i) => survival(edge) - (i < edges.length ? survival(edges[i] as number) : 0));
  return [...upper].reverse().concat(upper);
}

const laplaceEdges = [0.25, 0.7, 1.4, 2.5, 4, 6, 8.5];
const gaussianEdges = [0.3, 0.7, 1.2, 1.8, 2.5, 3.2, 4];
type Sampler = (seed: bigint) => Float64Array;
const laplaceRow: Sampler = (seed) => row(fillUnitLaplace, seed, 'test', 0, draws);
const gaussianRow: Sampler = (seed) => row(fillUnitGaussian, seed, 'test', 0, draws);
const mutantsOf = (sampler: Sampler, cut: number): Record<string, Sampler> => ({
  'scale 10 % too small': (seed) => sampler(seed).map((x) => 0.9 * x),
  'one-sided': (seed) => sampler(seed).map(Math.abs),
  'tail cut off': (seed) => sampler(seed).map((x) => Math.max(-cut, Math.min(cut, x))),
  'each draw used 1024 times': (seed) => sampler(seed).map((_, j, all) => all[j >> 10] as number),
});

statisticalTest<Sampler>({
  id: 'stats/unit-laplace-row',
  subject: laplaceRow,
  mutants: mutantsOf(laplaceRow, 5),
  check: (sampler, seed, falseAlarm) => {
    const values = sampler(seed);
    const probabilities = cellProbabilities(laplaceEdges, (x) => Math.exp(-x) / 2);
    return [
      ...cellCountCheck(countCells(values, laplaceEdges), probabilities, falseAlarm / 2),
      meanCheck(values.map(Math.abs), { mean: 1, variance: 1, skewness: 2, falseAlarm: falseAlarm / 2 }),
    ];
  },
});

statisticalTest<Sampler>({
  id: 'stats/unit-gaussian-row',
  subject: gaussianRow,
  mutants: mutantsOf(gaussianRow, 3),
  check: (sampler, seed, falseAlarm) => {
    const values = sampler(seed);
    const probabilities = cellProbabilities(gaussianEdges, normalSurvival);
    return [
      ...cellCountCheck(countCells(values, gaussianEdges), probabilities, falseAlarm / 2),
      meanCheck(
        values.map((x) => x * x),
        { mean: 1, variance: 2, skewness: 2 * Math.SQRT2, falseAlarm: falseAlarm / 2 },
      ),
    ];
  },
});

type Rows = (seed: bigint, purpose: Purpose, trial: number) => Float64Array;
const gaussianRows: Rows = (seed, purpose, trial) => row(fillUnitGaussian, seed, purpose, trial, 40_000);

statisticalTest<Rows>({
  id: 'stats/rows-apart',
  subject: gaussianRows,
  mutants: {
    'trial without its upper bits': (seed, purpose, trial) => gaussianRows(seed, purpose, trial % 2 ** 32),
    'trial ignored': (seed, purpose) => gaussianRows(seed, purpose, 0),
    'purpose ignored': (seed, _, trial) => gaussianRows(seed, 'noise', trial),
    'seed without its upper bits': (seed, purpose, trial) => gaussianRows(seed % 2n ** 32n, purpose, trial),
    'pairs of entities alike': (seed, purpose, trial) =>
      gaussianRows(seed, purpose, trial).map((_, j, all) => all[j & ~1] as number),
  },
  check: (rows, seed, falseAlarm) => {
    const first = rows(seed, 'noise', 0);
    const others = [
      rows(seed, 'noise', 1),
      rows(seed, 'noise', 2 ** 32),
      rows(seed, 'bootstrap', 0),
      rows(seed ^ (1n << 32n), 'noise', 0),
      rows(seed ^ 1n, 'noise', 0),
      first.map((_, j) => first[(j + 1) % first.length] as number),
      first.map((_, j) => first[(j + 2) % first.length] as number),
    ];
    // The product of two independent standard normals has mean 0, variance 1, skewness 0.
    return others.map((other) =>
      meanCheck(
        first.map((x, j) => x * (other[j] as number)),
        { mean: 0, variance: 1, falseAlarm: falseAlarm / others.length },
      ),
    );
  },
});
