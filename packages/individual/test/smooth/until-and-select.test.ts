import {
  classIntervals,
  gaussianSmoothing,
  type Labeller,
  metricFromWeights,
  type SmoothUntilOptions,
  samplesFor,
  selectClass,
  smooth,
  smoothUntil,
  variationRadius,
} from '@dpfair/individual';
import { clopperPearson, normalCdf, parseSeed } from '@dpfair/stats';
import { binomialBand, statisticalTest } from '@dpfair/tooling/statistical-test.js';
import { describe, expect, it } from 'vitest';
import { linearModel } from './models.js';

// Weight 1 / (2 pi): noise of variance 1, so that class 1 at x has probability Phi(x).
const smoothing = gaussianSmoothing(metricFromWeights(2, [1 / (2 * Math.PI)]));
const step = linearModel([1], 0);
const seed = parseSeed(5);

/** How many of 200 points have frequencies outside the radius that was stated for them. */
type Missed = (seed: bigint) => Promise<number>;

const POINTS = 200;
const places = Float64Array.from({ length: POINTS }, (_, k) => -1 + k / 100);

const missed =
  (shrink: number): Missed =>
  async (at) => {
    const found = await smoothUntil(step, places, { smoothing, seed: parseSeed(at), excess: 0.05, delta: 0.2 });
    return places.filter((x, k) => {
      const gap = Math.abs((found.probabilities[2 * k + 1] as number) - normalCdf(x));
      return gap > shrink * (found.radius[k] as number);
    }).length;
  };

statisticalTest<Missed>({
  id: 'individual/smooth-until-radius',
  subject: missed(1),
  mutants: {
    'radius 20 % of what it is': missed(0.2),
    'radius 30 % of what it is': missed(0.3),
  },
  // delta / 2 is spent on each point; its draws are its own.
  check: async (run, at, falseAlarm) => ({
    what: 'points outside their radius',
    statistic: await run(at),
    upper: binomialBand(POINTS, 0.1, falseAlarm).upper,
  }),
});

/** How many of 400 pairs have answers whose difference is off by more than epsilon. */
type Exceeded = (seed: bigint) => Promise<number>;

const PAIRS = 400;
const pairPlaces = Float64Array.from({ length: 2 * PAIRS }, (_, k) => (k % 2 === 0 ? 0.7 : -0.1) + (k >> 1) / 4000);

const exceeded =
  (times: number): Exceeded =>
  async (at) => {
    const excess = 0.05;
    const options = { smoothing, seed: parseSeed(at), excess: times * excess, delta: 0.2 };
    const { probabilities } = await smoothUntil(step, pairPlaces, options);
    const error = (k: number) => (probabilities[2 * k + 1] as number) - normalCdf(pairPlaces[k] as number);
    return Array.from({ length: PAIRS }, (_, pair) => error(2 * pair) - error(2 * pair + 1)).filter(
      (off) => Math.abs(off) > excess,
    ).length;
  };

statisticalTest<Exceeded>({
  id: 'individual/smooth-until-guarantee',
  subject: exceeded(1),
  mutants: {
    'draws for four times the epsilon': exceeded(4),
    'draws for five times the epsilon': exceeded(5),
  },
  check: async (run, at, falseAlarm) => ({
    what: 'pairs that differ by epsilon more than they do',
    statistic: await run(at),
    upper: binomialBand(PAIRS, 0.2, falseAlarm).upper,
  }),
});

/** How many of 6,000 points exactly between two classes are given a class at confidence .9. */
type Named = (seed: bigint) => Promise<number>;

const between = new Float64Array(6000);

statisticalTest<Named>({
  id: 'individual/select-class',
  subject: async (at) => {
    const found = await selectClass(step, between, {
      smoothing,
      seed: parseSeed(at),
      selectSamples: 20,
      samples: 100,
      confidence: 0.9,
    });
    return found.filter(({ outcome }) => outcome === 'class').length;
  },
  mutants: {
    'the draws that select the class estimate it too': (at) => namedBySameDraws(at, 0.9),
    'interval at half the confidence': (at) => namedBySameDraws(at, 0.8),
  },
  check: async (run, at, falseAlarm) => ({
    what: 'points given a class',
    statistic: await run(at),
    upper: binomialBand(between.length, 0.05, falseAlarm).upper,
  }),
});

async function namedBySameDraws(at: bigint, confidence: number): Promise<number> {
  const { counts } = await smooth(step, between, { smoothing, seed: parseSeed(at), samples: 100 });
  let named = 0;
  for (let k = 0; k < counts.length; k += 2) {
    const most = Math.max(counts[k] as number, counts[k + 1] as number);
    if (clopperPearson(most, 100, confidence).lower > 0.5) named++;
  }
  return named;
}

describe('drawing until the guarantee is reached', () => {
  it('takes few draws for sure points, those of a fixed number for points between two classes', async () => {
    const points = Float64Array.of(-6, 0, 6);
    const found = await smoothUntil(step, points, { smoothing, seed, excess: 0.02, delta: 1e-4 });
    const most = samplesFor(0.02, 0.95e-4, { bound: 'subsets' });
    expect(found.samples[1]).toBeGreaterThan(0.98 * most);
    expect(found.samples[1]).toBeLessThanOrEqual(most);
    expect(found.pilot).toBe(Math.ceil(most / 32));
    expect([found.samples[0], found.samples[2]]).toEqual([2048, 2048]);
    expect(found.short).toHaveLength(0);
    expect(found.guarantee).toEqual({ excess: 0.02, delta: 1e-4, scope: 'each-pair', noise: 'separate' });
  });

  it('gives up at the largest number of draws and says which points are short, with their radius', async () => {
    const found = await smoothUntil(step, Float64Array.of(6, 0), {
      smoothing,
      seed,
      excess: 0.02,
      delta: 1e-4,
      maxSamples: 6000,
    });
    expect([...found.short]).toEqual([1]);
    expect([...found.samples]).toEqual([2048, 6000]);
    // Where every answer is the same the radius is 1 - (error / 2)^(1/n), error delta / 2.
    expect(found.radius[0]).toBeCloseTo(1 - 0.25e-4 ** (1 / 2048), 12);
    expect(found.radius[1]).toBeGreaterThan(0.02);
  });

  it('has the frequencies of the same draws as without stopping', async () => {
    const points = Float64Array.of(0.2);
    const until = await smoothUntil(step, points, { smoothing, seed, excess: 0.05, delta: 1e-3 });
    const fixed = await smooth(step, points, { smoothing, seed, samples: until.samples[0] as number });
    expect([...until.probabilities]).toEqual([...fixed.probabilities]);
  });

  it('takes more draws where all pairs shall hold, twice as many with common noise, and the same ones for a part of the points', async () => {
    const points = Float64Array.from({ length: 30 }, (_, k) => k / 100);
    const run = (options: Partial<SmoothUntilOptions>, some = points) =>
      smoothUntil(step, some, { smoothing, seed, excess: 0.1, delta: 0.01, ...options });
    const named = await run({ scope: 'each-pair' });
    const all = await run({ scope: 'all-pairs' });
    const common = await run({ scope: 'all-pairs', noise: 'common' });
    const terms = { bound: 'subsets', pairs: 435 } as const;
    for (const [found, most] of [
      [named, samplesFor(0.1, 0.0095, { bound: 'subsets' })],
      [all, samplesFor(0.1, 0.0095, terms)],
      [common, samplesFor(0.1, 0.0095, { ...terms, noise: 'common' })],
    ] as const) {
      expect(Math.max(...found.samples)).toBeLessThanOrEqual(most);
      expect(Math.max(...found.samples)).toBeGreaterThan(0.99 * most);
    }
    const part = await run({ scope: 'all-pairs', firstPoint: 10, ofPoints: 30 }, points.slice(10, 20));
    expect(part.counts).toEqual(all.counts.slice(20, 40));
  });

  it.each([
    [{ excess: 0 }, 'epsilon of the guarantee: 0'],
    [{ delta: 1e-10 }, 'delta of the guarantee: 1e-10 (allowed: at least 1e-9 and below 1)'],
    [{ maxSamples: 0.5 }, 'largest number of draws for a point: 0.5'],
  ])('refuses %j', async (options, message) => {
    const call = smoothUntil(step, Float64Array.of(0), { smoothing, seed, excess: 0.1, delta: 0.1, ...options });
    await expect(call).rejects.toThrow(message);
  });
});

describe('intervals of class frequencies', () => {
  it('are Clopper-Pearson: for no answer among ten, 1 - .025^(1/10)', () => {
    const [none, all] = classIntervals([0, 10], 0.95);
    expect(none?.lower).toBe(0);
    expect(none?.upper).toBeCloseTo(1 - 0.025 ** 0.1, 13);
    expect(all?.lower).toBeCloseTo(0.025 ** 0.1, 13);
    expect(classIntervals([0, 5, 5], 0.94)[0]?.upper).toBeCloseTo(1 - 0.01 ** 0.1, 13);
  });

  it('bound the total variation from the probabilities by the longer arm, or by the smaller sum of arms', () => {
    expect(variationRadius([0, 10], 0.95)).toBeCloseTo(1 - 0.025 ** 0.1, 13);
    const intervals = classIntervals([2, 3, 5], 0.9);
    const up = intervals.reduce((sum, { upper }) => sum + upper, -1);
    const down = intervals.reduce((sum, { lower }) => sum - lower, 1);
    expect(variationRadius([2, 3, 5], 0.9)).toBeCloseTo(Math.min(up, down), 13);
  });
});

describe('selecting a class', () => {
  it('names it where it is sure, abstains between two, with an interval around the probability', async () => {
    const found = await selectClass(step, Float64Array.of(2, 0, -2), { smoothing, seed });
    expect(found.map(({ outcome }) => outcome)).toEqual(['class', 'abstain', 'class']);
    expect([found[0]?.candidate, found[2]?.candidate]).toEqual([1, 0]);
    for (const [k, p] of [normalCdf(2), 0.5, normalCdf(2)].entries()) {
      expect(found[k]?.interval.lower).toBeLessThan(p);
      expect(found[k]?.interval.upper).toBeGreaterThan(p);
    }
  });

  it('abstains from the largest of three classes while it is below 1/2', async () => {
    const thirds: Labeller = (batch, rows) =>
      Uint8Array.from({ length: rows }, (_, row) => ((Math.floor((batch[row] as number) * 30) % 3) + 3) % 3);
    const [found] = await selectClass(thirds, Float64Array.of(0), { smoothing, seed, classes: 3 });
    expect(found?.outcome).toBe('abstain');
  });

  it('refuses a confidence of 1', async () => {
    await expect(selectClass(step, Float64Array.of(0), { smoothing, seed, confidence: 1 })).rejects.toThrow(
      'confidence: 1 (allowed: above 0 and below 1)',
    );
  });
});
