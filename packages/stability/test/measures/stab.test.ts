import { openStream, parseSeed, studentQuantile } from '@dpfair/stats';
import { describe, expect, it } from 'vitest';
import { measureMessages } from '../../src/measures/messages.js';
import { stab } from '../../src/measures/stab.js';

const rows = (...values: readonly number[]) => Uint8Array.from(values);

describe('stab', () => {
  it('is the mean of all pairs, with the interval of the jackknife done by leaving out', () => {
    const stream = openStream(parseSeed(9), 'test', 0);
    for (let problem = 0; problem < 50; problem++) {
      const count = 4 + stream.nextInteger(5);
      const predictions = Array.from({ length: count }, () =>
        Uint8Array.from({ length: 400 }, (_, row) => Number(stream.nextUniform() < 0.2 + row / 1000)),
      );
      const without = predictions.map((_, k) => stab(predictions.toSpliced(k, 1), 0.9).estimate as number);
      const middle = without.reduce((sum, value) => sum + value, 0) / count;
      const variance = ((count - 1) / count) * without.reduce((sum, value) => sum + (value - middle) ** 2, 0);
      const half = studentQuantile(0.95, count - 1) * Math.sqrt(variance);
      const { estimate, lower, upper } = stab(predictions, 0.9);
      expect(lower).toBeCloseTo((estimate as number) - half, 9);
      expect(upper).toBeCloseTo((estimate as number) + half, 9);
    }
  });

  it('has no interval for two classifiers, and is undefined for one, with the reason', () => {
    expect(stab([rows(1, 0), rows(0, 0)], 0.95)).toMatchObject({
      estimate: 1,
      lower: null,
      reason: measureMessages.noWidth,
    });
    expect(stab([rows(1, 0)], 0.95)).toMatchObject({ estimate: null, lower: null, reason: measureMessages.onePair });
  });

  it('claims no width where all classifiers are alike', () => {
    const alike = stab([rows(1, 0), rows(1, 0), rows(1, 0)], 0.95);
    expect(alike).toMatchObject({ estimate: 0, lower: null, upper: null, reason: measureMessages.allAlike });
  });

  it('claims no width where each classifier differs from the others on as many rows', () => {
    // Each says yes to a row of its own: all pairs differ on 2 rows.
    expect(stab([rows(1, 0, 0), rows(0, 1, 0), rows(0, 0, 1)], 0.95)).toMatchObject({
      estimate: 2,
      lower: null,
      upper: null,
      reason: measureMessages.noneStandsOut,
    });
  });

  it('stays within 0 and the number of rows', () => {
    const { lower, upper } = stab([rows(1, 1), rows(1, 1), rows(0, 0)], 0.99);
    expect([lower, upper]).toEqual([0, 2]);
  });
});
