import { clopperPearson } from '@dpfair/stats';
import { describe, expect, it } from 'vitest';
import { operatingPoint } from '../../src/membership/operating-point.js';

/** Probabilities of each number of successes, by ratios from the most likely one. */
function binomial(trials: number, rate: number): Float64Array {
  const found = new Float64Array(trials + 1);
  const mode = Math.floor(trials * rate);
  found[mode] = 1;
  const odds = rate / (1 - rate);
  for (let k = mode; k < trials; k++) found[k + 1] = ((found[k] as number) * odds * (trials - k)) / (k + 1);
  for (let k = mode; k > 0; k--) found[k - 1] = ((found[k] as number) * k) / (odds * (trials - k + 1));
  const sum = found.reduce((a, b) => a + b, 0);
  return found.map((value) => value / sum);
}

/** What is under test: how many others are let through, and the 95 % interval of their rate. */
function operatingInterval(others: Float64Array, allowed: number) {
  const { estimate, lower, upper } = operatingPoint(Float64Array.of(0), others, allowed, 0.95).falsePositive;
  return { counted: Math.round((estimate as number) * others.length), lower: lower as number, upper: upper as number };
}

/** How often either end misses, summed over all numbers of others at two high scores; the rest score lowest. */
function misses(n: number, allowed: number, [high, middle]: readonly [number, number], interval = operatingInterval) {
  let [low, far] = [0, 0];
  binomial(n, high).forEach((chance, first) => {
    if (chance < 1e-9) return;
    binomial(n - first, (middle - high) / (1 - high)).forEach((part, second) => {
      if (chance * part < 1e-9) return;
      const others = new Float64Array(n).fill(2, 0, first).fill(1, first, first + second);
      const { counted, lower, upper } = interval(others, allowed);
      const rate = counted === first ? high : counted === first + second ? middle : 1;
      if (rate < lower) low += chance * part;
      if (rate > upper) far += chance * part;
    });
  });
  return { low, far };
}

describe('the false positive rate of a threshold with ties', () => {
  it.each<[number, number, [number, number]]>([
    [1000, 0.01, [0.0047, 0.1]],
    [200, 0.05, [0.0242, 0.5]],
    [60, 0.1, [0.09, 0.11]],
    [60, 0.1, [0.04, 0.9]],
  ])(
    'is missed to either side in one of 40 at most, by enumeration (%i others, rate %f, scores at %j)',
    (n, allowed, at) => {
      const { low, far } = misses(n, allowed, at);
      expect(low).toBeLessThanOrEqual(0.025);
      expect(far).toBeLessThanOrEqual(0.025);
    },
  );

  it('would be missed too often if those let through were counted as if their threshold had been given', () => {
    const given = (others: Float64Array, allowed: number) => {
      const { counted } = operatingInterval(others, allowed);
      return { counted, ...clopperPearson(counted, others.length, 0.95) };
    };
    const { low, far } = misses(1000, 0.01, [0.0047, 0.1], given);
    expect(low).toBeGreaterThan(0.04);
    expect(far).toBeLessThanOrEqual(0.025);
  });

  it('has ends of its rank from below and of all that tie from above', () => {
    const others = Float64Array.from({ length: 99 }, (_, k) => (k < 49 ? k / 100 : 1));
    const { lower, upper, estimate } = operatingPoint(Float64Array.of(1), others, 0.1, 0.95).falsePositive;
    expect(estimate).toBe(50 / 99);
    // Beta quantiles (scipy.stats.beta.ppf): v = .0225 of (10, 90), w = .0025 of (40, 50); upper end .975 of (51, 49).
    expect(lower).toBeCloseTo(0.3368983211, 7);
    expect(upper).toBeCloseTo(0.6070929614, 7);
  });

  it('is all or nothing where all others tie', () => {
    const { falsePositive } = operatingPoint(Float64Array.of(1), new Float64Array(99), 0.1, 0.95);
    expect(falsePositive).toMatchObject({ estimate: 1, upper: 1 });
    expect(falsePositive.lower).toBeGreaterThan(0.9);
  });
});
