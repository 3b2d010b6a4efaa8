import { describe, expect, it } from 'vitest';
import { measureMessages } from '../../src/measures/messages.js';
import { overRepetitions } from '../../src/measures/over-repetitions.js';

const values = (...numbers: readonly (number | null)[]) =>
  numbers.map((value) => ({ value, reason: value === null ? 'lost' : null }));

describe('a number over repetitions', () => {
  it('has the mean, the deviation and the interval of a textbook', () => {
    const { estimate, lower, upper, deviation, defined } = overRepetitions(values(1, 2, 3, 4, 5), 0.95);
    expect([estimate, defined]).toEqual([3, 5]);
    expect(deviation).toBeCloseTo(Math.sqrt(2.5), 12);
    // t(4) at 97.5 % is 2.776445; the standard error is sqrt(2.5 / 5).
    expect(lower).toBeCloseTo(3 - 2.776445105 * Math.SQRT1_2, 8);
    expect(upper).toBeCloseTo(3 + 2.776445105 * Math.SQRT1_2, 8);
  });

  it('leaves out repetitions in which it is undefined, and says why', () => {
    expect(overRepetitions(values(1, null, 3), 0.95)).toMatchObject({ estimate: 2, defined: 2, reason: 'lost' });
    expect(overRepetitions(values(null), 0.95)).toMatchObject({
      estimate: null,
      lower: null,
      defined: 0,
      reason: 'lost',
    });
    expect(overRepetitions([], 0.95)).toMatchObject({ estimate: null, reason: measureMessages.nothing });
  });

  it('has no interval, with the reason, where all values are equal', () => {
    expect(overRepetitions(values(0.1, 0.1, 0.1), 0.95)).toMatchObject({
      estimate: 0.1,
      lower: null,
      upper: null,
      deviation: 0,
      reason: measureMessages.allEqual,
    });
  });

  it('has no interval for one value', () => {
    expect(overRepetitions(values(7), 0.95)).toMatchObject({ estimate: 7, lower: null, upper: null, deviation: null });
  });
});
