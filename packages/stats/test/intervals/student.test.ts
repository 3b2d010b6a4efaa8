import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { betaTails } from '../../src/intervals/beta-tails.js';
import { studentQuantile, studentUpperQuantile } from '../../src/intervals/student.js';
import { normalQuantile } from '../../src/special/normal-quantile.js';
import table from './student.json' with { type: 'json' };

const relative = (actual: number, expected: number) => Math.abs(actual / expected - 1);
const degrees = fc.double({ min: 0.3, max: 3e6, noNaN: true });

describe('the Student quantile', () => {
  test.each(table)('with tail $p and $df degrees of freedom is $t within 1e-11', ({ p, df, t }) => {
    expect(relative(studentUpperQuantile(p, df), Number(t))).toBeLessThanOrEqual(1e-11);
    expect(studentQuantile(p, df)).toBe(-studentUpperQuantile(p, df));
  });

  test('has its closed forms for 1 and 2 degrees of freedom, to p = 1e-300', () => {
    for (const p of [0.49, 0.26, 0.24, 0.01, 1e-9, 1e-100, 1e-300]) {
      expect(relative(studentUpperQuantile(p, 1), 1 / Math.tan(Math.PI * p))).toBeLessThan(1e-12);
      expect(relative(studentUpperQuantile(p, 2), (1 - 2 * p) / Math.sqrt(2 * p * (1 - p)))).toBeLessThan(1e-12);
    }
  });

  test('inverts the incomplete beta function', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-30, max: 0.499, noNaN: true }), degrees, (p, df) => {
        const t = studentUpperQuantile(p, df);
        fc.pre(t < 1e100);
        const ratio = (t / df) * t;
        const x = 1 / (1 + ratio);
        expect(relative(betaTails(df / 2, 0.5, x, ratio * x).lower / 2, p)).toBeLessThan(1e-8);
      }),
    );
  });

  test('is odd about 1/2 and infinite at 0 and 1', () => {
    expect(studentQuantile(0.5, 3)).toBe(0);
    expect(studentQuantile(0.75, 3)).toBe(-studentQuantile(0.25, 3));
    expect(studentQuantile(0, 3)).toBe(Number.NEGATIVE_INFINITY);
    expect(studentQuantile(1, 3)).toBe(Number.POSITIVE_INFINITY);
  });

  test('is the normal quantile for infinitely many degrees of freedom, and its limit', () => {
    expect(studentQuantile(0.01, Number.POSITIVE_INFINITY)).toBe(normalQuantile(0.01));
    expect(studentQuantile(0.01, 1e15)).toBeCloseTo(normalQuantile(0.01), 13);
  });

  test.each([-0.1, 1.1, Number.NaN])('refuses probability %d', (p) => {
    expect(() => studentQuantile(p, 3)).toThrow(new RangeError(`probability: ${p} (allowed: 0 to 1)`));
  });

  test.each([0, -1, Number.NaN])('refuses %d degrees of freedom', (df) => {
    const error = new RangeError(`degrees of freedom: ${df} (allowed: above 0)`);
    expect(() => studentQuantile(0.1, df)).toThrow(error);
  });
});
