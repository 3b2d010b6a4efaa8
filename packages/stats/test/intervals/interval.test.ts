import { bonferroniCriticalValue, normalInterval } from '@dpfair/stats';
import { describe, expect, test } from 'vitest';

describe('the normal interval', () => {
  // 1.959963984540054235524594 is the normal quantile at .975
  test('reaches the known quantile on both sides of the mean', () => {
    const normal = normalInterval(10, 2, 0.95);
    expect(normal.lower).toBeCloseTo(10 - 2 * 1.959963984540054, 13);
    expect(normal.upper).toBeCloseTo(10 + 2 * 1.959963984540054, 13);
  });

  test('is the mean alone when the standard error is 0', () => {
    expect(normalInterval(4, 0, 0.95)).toEqual({ lower: 4, upper: 4 });
  });

  test.each([0, 1, -0.5, Number.NaN])('refuses confidence %d', (confidence) => {
    const error = new RangeError(`confidence: ${confidence} (allowed: above 0 and below 1)`);
    expect(() => normalInterval(0, 1, confidence)).toThrow(error);
    expect(() => bonferroniCriticalValue(2, confidence, 5)).toThrow(error);
  });

  test.each([-1, Number.NaN])('refuses standard error %d', (standardError) => {
    const error = new RangeError(`standard error: ${standardError} (allowed: 0 or more)`);
    expect(() => normalInterval(0, standardError, 0.9)).toThrow(error);
  });
});

describe("Bonferroni's critical value", () => {
  test('puts (1 - confidence) / (2 count) in each tail: with 1 degree of freedom a cotangent, with 2 a root', () => {
    for (const [count, confidence] of [
      [1, 0.95],
      [7, 0.9],
      [16_441, 0.99],
    ] as const) {
      const p = (1 - confidence) / (2 * count);
      expect(bonferroniCriticalValue(count, confidence, 1) * Math.tan(Math.PI * p)).toBeCloseTo(1, 12);
      expect((bonferroniCriticalValue(count, confidence, 2) * Math.sqrt(2 * p * (1 - p))) / (1 - 2 * p)).toBeCloseTo(
        1,
        12,
      );
    }
  });

  test.each([0, 1.5, Number.NaN])('refuses count %d', (count) => {
    expect(() => bonferroniCriticalValue(count, 0.9, 5)).toThrow(
      new RangeError(`count: ${count} (allowed: an integer above 0)`),
    );
  });
});
