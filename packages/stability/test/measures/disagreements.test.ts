import { openStream, parseSeed } from '@dpfair/stats';
import { describe, expect, it } from 'vitest';
import { disagreements } from '../../src/measures/disagreements.js';

/** Every pair, looked at. */
function byPairs(predictions: readonly Uint8Array[]): { mean: number; ofEach: number[] } {
  const differ = (one: Uint8Array, other: Uint8Array) =>
    one.reduce((sum, value, row) => sum + (value === other[row] ? 0 : 1), 0);
  const ofEach = predictions.map(
    (one) => predictions.reduce((sum, other) => sum + differ(one, other), 0) / (predictions.length - 1),
  );
  return { mean: ofEach.reduce((sum, value) => sum + value, 0) / predictions.length, ofEach };
}

describe('disagreements', () => {
  it('are those of all pairs, looked at one by one', () => {
    const stream = openStream(parseSeed(5), 'test', 0);
    for (let problem = 0; problem < 200; problem++) {
      const [classifiers, rows] = [2 + stream.nextInteger(7), stream.nextInteger(20)];
      const predictions = Array.from({ length: classifiers }, () =>
        Uint8Array.from({ length: rows }, () => stream.nextInteger(2)),
      );
      const { mean, ofEach } = disagreements(predictions);
      const brute = byPairs(predictions);
      expect(mean).toBeCloseTo(brute.mean, 12);
      ofEach.forEach((value, k) => {
        expect(value).toBeCloseTo(brute.ofEach[k] as number, 12);
      });
    }
  });

  it('are undefined for fewer than two classifiers', () => {
    expect(disagreements([]).mean).toBeNull();
    expect(disagreements([Uint8Array.of(1)]).mean).toBeNull();
  });
});
