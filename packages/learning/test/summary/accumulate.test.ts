import { describe, expect, it } from 'vitest';
import { accumulate } from '../../src/summary/accumulate.js';

describe('sums over steps', () => {
  it('of every step are plain sums', () => {
    expect(Array.from(accumulate([0, 1, 2], Float64Array.of(1, 10, 100), 3))).toEqual([0, 1, 11, 111]);
  });

  it('fill in what lies between: a term that is linear in the step is summed exactly', () => {
    const tracked = [0, 1, 4, 5, 11, 20];
    const values = Float64Array.from(tracked, (step) => 3 - 2 * step);
    const sums = accumulate(tracked, values, 21);
    [...tracked, 21].forEach((end, k) => {
      let sum = 0;
      for (let step = 0; step < end; step++) sum += 3 - 2 * step;
      expect(sums[k]).toBeCloseTo(sum, 12);
    });
  });

  it('after the last tracked step go on with its value', () => {
    expect(accumulate([0, 2], Float64Array.of(1, 5), 10).at(-1)).toBe(1 + 3 + 8 * 5);
  });

  it('of a term that is not known are not known', () => {
    expect(Array.from(accumulate([0, 1], Float64Array.of(Number.NaN, 1), 2))).toEqual([0, Number.NaN, Number.NaN]);
  });
});
