// Exact binomial sums: no draws, so no chance of a false alarm.
import { describe, expect, it } from 'vitest';
import { classFromCounts } from '../../src/smooth/select-class.js';

/** Probability of each number of hits among n. */
function binomial(n: number, p: number): number[] {
  let logChoose = 0;
  return Array.from({ length: n + 1 }, (_, k) => {
    if (k > 0) logChoose += Math.log((n - k + 1) / k);
    return Math.exp(logChoose + k * Math.log(p) + (n - k) * Math.log1p(-p));
  });
}
const selecting = [0, 1];
const outcomes = (n: number, confidence: number) =>
  Array.from({ length: n + 1 }, (_, hits) => classFromCounts(selecting, [n - hits, hits], confidence));

describe('a class that was selected', () => {
  it.each([0.9, 0.999])(
    'has an interval that covers its probability at least that often, next to 0 and 1 too: %d',
    (confidence) => {
      for (const n of [1, 2, 5, 20, 100]) {
        const each = outcomes(n, confidence);
        for (const p of [1e-9, 1e-6, 1e-3, 0.1, 0.5, 0.9, 0.999, 1 - 1e-6]) {
          const covered = binomial(n, p).reduce((sum, chance, hits) => {
            const { lower, upper } = (each[hits] as (typeof each)[number]).interval;
            return sum + (lower <= p && p <= upper ? chance : 0);
          }, 0);
          expect(covered).toBeGreaterThanOrEqual(confidence - 1e-12);
        }
      }
    },
  );

  it.each([0.9, 0.999])('is named at a probability of 1/2 with at most half of the error: %d', (confidence) => {
    for (const n of [1, 5, 20, 100]) {
      const each = outcomes(n, confidence);
      const named = binomial(n, 0.5).reduce(
        (sum, chance, hits) => sum + (each[hits]?.outcome === 'class' ? chance : 0),
        0,
      );
      expect(named).toBeLessThanOrEqual((1 - confidence) / 2 + 1e-12);
    }
  });

  it('has ends of 0 and 1 where no or every draw answered it, and (error / 2)^(1/n) at the other end', () => {
    for (const n of [1, 10, 1000, 1e6]) {
      for (const confidence of [0.5, 0.999, 1 - 1e-9]) {
        const [none, all] = [
          classFromCounts(selecting, [n, 0], confidence),
          classFromCounts(selecting, [0, n], confidence),
        ];
        const end = Math.exp(Math.log((1 - confidence) / 2) / n);
        expect([none.interval.lower, all.interval.upper]).toEqual([0, 1]);
        expect(all.interval.lower).toBeCloseTo(end, 12);
        expect(none.interval.upper).toBeCloseTo(1 - end, 12);
        expect([none.outcome, none.probability, all.probability]).toEqual(['abstain', 0, 1]);
        expect(all.outcome).toBe(end > 0.5 ? 'class' : 'abstain');
      }
    }
  });
});
