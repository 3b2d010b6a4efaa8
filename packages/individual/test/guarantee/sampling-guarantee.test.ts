import { excessFor, type GuaranteeOptions, samplesFor, samplingDelta } from '@dpfair/individual';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

/** Probabilities of 0 to n successes, by multiplying out. */
function binomial(n: number, p: number): Float64Array {
  let row = Float64Array.of(1);
  for (let k = 0; k < n; k++) {
    const next = new Float64Array(k + 2);
    row.forEach((q, i) => {
      next[i] = (next[i] as number) + q * (1 - p);
      next[i + 1] = (next[i + 1] as number) + q * p;
    });
    row = next;
  }
  return row;
}

/** Exact probability that two independent frequencies differ by more than `excess` beyond their probabilities. */
function brokenBySeparateDraws(n: number, p: number, q: number, excess: number): number {
  const first = binomial(n, p);
  const second = binomial(n, q);
  let broken = 0;
  for (let i = 0; i <= n; i++) {
    for (let j = 0; j <= n; j++) {
      if (Math.abs(i - j) / n > Math.abs(p - q) + excess + 1e-12) {
        broken += (first[i] as number) * (second[j] as number);
      }
    }
  }
  return broken;
}

describe('the guarantee of sampling', () => {
  it('at 100,000 draws and epsilon .01 is the published 1.8e-4', () => {
    // 4 exp(-10) , by hand from exp(-10) = 4.5399929762484851536e-5.
    expect(samplingDelta(100_000, 0.01) / 1.815997190499394e-4).toBeCloseTo(1, 12);
    expect(samplingDelta(100_000, 0.01)).toBeGreaterThanOrEqual(1.815997190499394e-4);
  });

  it('is not broken more often than it says for any two probabilities, in either form (exact binomials)', () => {
    for (const [n, excess] of [
      [20, 0.25],
      [60, 0.25],
      [60, 0.4],
    ] as const) {
      for (const bound of ['theorem-8', 'subsets'] as const) {
        const delta = samplingDelta(n, excess, { bound });
        for (const p of [0.05, 0.3, 0.5]) {
          for (const q of [p, p + 0.1, p + 0.4]) {
            expect(brokenBySeparateDraws(n, p, q, excess)).toBeLessThanOrEqual(delta);
          }
        }
      }
    }
  });

  it('printed for separate draws does not hold for common ones; with half the exponent it does (exact binomial)', () => {
    // Stripes of half a period between two people: each draw gives them opposite answers, each with probability 1/2, though D is as small as the stripes.
    const n = 400;
    const excess = 0.15;
    const plus = binomial(n, 0.5);
    let broken = 0;
    plus.forEach((q, k) => {
      if (Math.abs(2 * k - n) / n > excess) broken += q;
    });
    for (const bound of ['theorem-8', 'subsets'] as const) {
      expect(broken).toBeGreaterThan(samplingDelta(n, excess, { bound }));
      expect(broken).toBeLessThanOrEqual(samplingDelta(n, excess, { bound, noise: 'common' }));
    }
  });

  it('over sets of classes is (2^m - 2) exp(-n epsilon^2), for three classes better than 2m exp(-4 n epsilon^2 / m^2)', () => {
    const subsets = samplingDelta(1000, 0.1, { classes: 3, bound: 'subsets' });
    expect(subsets / (6 * Math.exp(-10))).toBeCloseTo(1, 12);
    expect(samplingDelta(1000, 0.1, { classes: 3 }) / (6 * Math.exp(-40 / 9))).toBeCloseTo(1, 12);
  });

  it('for several pairs at once adds up, and is never above 1 or 0', () => {
    expect(samplingDelta(100_000, 0.01, { pairs: 10 }) / samplingDelta(100_000, 0.01)).toBeCloseTo(10, 12);
    expect(samplingDelta(1, 0.01)).toBe(1);
    expect(samplingDelta(1e9, 0.5)).toBe(Number.MIN_VALUE);
  });

  const options: fc.Arbitrary<GuaranteeOptions> = fc.record({
    classes: fc.integer({ min: 2, max: 10 }),
    noise: fc.constantFrom('separate', 'common'),
    pairs: fc.integer({ min: 1, max: 1e6 }),
    bound: fc.constantFrom('theorem-8', 'subsets'),
  });

  it('has the fewest draws as its inverse', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-3, max: 0.5, noNaN: true }),
        fc.double({ min: 1e-12, max: 0.5, noNaN: true }),
        options,
        (excess, delta, terms) => {
          const n = samplesFor(excess, delta, terms);
          expect(samplingDelta(n, excess, terms)).toBeLessThanOrEqual(delta);
          if (n > 1) expect(samplingDelta(n - 1, excess, terms)).toBeGreaterThan(delta);
        },
      ),
    );
    // ln(4e4) / 1e-4 = 105966.34...
    expect(samplesFor(0.01, 1e-4)).toBe(105_967);
  });

  it('has epsilon as its inverse too, rounded up', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 1e7 }),
        fc.double({ min: 1e-9, max: 0.5, noNaN: true }),
        options,
        (n, delta, terms) => {
          const excess = excessFor(n, delta, terms);
          fc.pre(excess < 1);
          expect(samplingDelta(n, excess, terms)).toBeLessThanOrEqual(delta * (1 + 1e-11));
          expect(samplingDelta(n, excess * (1 - 1e-9), terms)).toBeGreaterThan(delta);
        },
      ),
    );
  });

  it.each([
    [() => samplingDelta(0, 0.1), 'samples: 0 (allowed: an integer above 0)'],
    [() => samplingDelta(10, 0), 'epsilon of the guarantee: 0 (allowed: above 0 and below 1)'],
    [() => samplesFor(0.1, 1), 'delta of the guarantee: 1 (allowed: above 0 and below 1)'],
    [() => samplingDelta(10, 0.1, { classes: 1 }), 'classes: 1 (allowed: an integer from 2)'],
    [() => samplingDelta(10, 0.1, { pairs: 0.5 }), 'pairs: 0.5 (allowed: an integer above 0)'],
    [() => samplesFor(1e-9, 0.1), 'draws for this guarantee'],
  ])('refuses numbers without meaning (%#)', (call, message) => {
    expect(call).toThrow(message);
  });
});
