import { normalQuantile, openStream, parseSeed, type RandomStream } from '@dpfair/stats';
import { coverageBand, statisticalTest } from '@dpfair/tooling/statistical-test.js';
import { describe, expect, it } from 'vitest';
import { overRepetitions } from '../../src/index.js';
import { asFraction } from '../../src/summary/as-fraction.js';
import { riskGap } from '../../src/summary/risk-gap.js';

interface Intervals {
  readonly over: typeof overRepetitions;
  readonly gap: typeof riskGap;
}

const REPETITIONS = 5;
const normals = (draws: RandomStream) => Array.from({ length: REPETITIONS }, () => draws.nextGaussian());

/** Widens or narrows the interval around its middle. */
const stretched =
  (by: number): typeof overRepetitions =>
  (values, confidence) => {
    const { estimate, lower, upper } = overRepetitions(values, confidence);
    if (estimate === null || lower === null || upper === null) return { estimate, lower, upper };
    return { estimate, lower: estimate + by * (lower - estimate), upper: estimate + by * (upper - estimate) };
  };

/** Student's interval, by Bonferroni's rule, of the two groups whose means are furthest apart, and of no others. */
const gapOfWidestPair: typeof riskGap = (names, risks, confidence) => {
  const found = riskGap(names, risks, confidence);
  const [most, least] = [names.indexOf(found.most as string), names.indexOf(found.least as string)];
  const pairs = (names.length * (names.length - 1)) / 2;
  const values = risks.map((groups) => (groups[most] as number) - (groups[least] as number));
  const { lower, upper } = overRepetitions(values, 1 - (1 - confidence) / pairs);
  return { ...found, lower: Math.max(0, lower as number), upper };
};

statisticalTest<Intervals>({
  id: 'learning/repetition-coverage',
  subject: { over: overRepetitions, gap: riskGap },
  mutants: {
    "a normal quantile in place of Student's": {
      over: stretched(normalQuantile(0.975) / 2.776445105198),
      gap: riskGap,
    },
    'an interval twice as wide': { over: stretched(2), gap: riskGap },
    'a gap whose interval is that of the pair that looks widest': { over: overRepetitions, gap: gapOfWidestPair },
    'a gap that does not pay for its choice': {
      over: overRepetitions,
      gap: (names, risks, confidence) => riskGap(names, risks, 1 - 15 * (1 - confidence)),
    },
  },
  check: ({ over, gap }, seed, falseAlarm) => {
    const draws = openStream(parseSeed(seed), 'test', 6);
    let [ofMean, ofGap, ofNone, ofNoisy] = [0, 0, 0, 0];
    const trials = 2000;
    const six = Array.from({ length: 6 }, (_, k) => `group ${k}`);
    for (let trial = 0; trial < trials; trial++) {
      const { lower, upper } = over(normals(draws), 0.95);
      if ((lower as number) <= 0 && (upper as number) >= 0) ofMean++;
      // Two groups whose risks lie 9 apart: it is always clear which bears more.
      const apart = gap(
        ['one', 'other'],
        normals(draws).map((risk) => [risk, 9 + draws.nextGaussian()]),
        0.95,
      );
      if ((apart.lower as number) <= 9 && (apart.upper as number) >= 9) ofGap++;
      // Six groups alike: the widest gap is nothing but chance, and the interval must reach down to 0.
      const alike = gap(
        six,
        normals(draws).map(() => six.map(() => draws.nextGaussian())),
        0.95,
      );
      if (alike.lower === 0) ofNone++;
      // The group that bears most is the one that varies most: means 0, 1, 1.5, deviations 0.05, 0.05, 3.
      const noisy = gap(
        ['calm', 'calm too', 'noisy'],
        normals(draws).map((one) => [0.05 * one, 1 + 0.05 * draws.nextGaussian(), 1.5 + 3 * draws.nextGaussian()]),
        0.95,
      );
      if ((noisy.lower as number) <= 1.5 && (noisy.upper as number) >= 1.5) ofNoisy++;
    }
    return [
      { what: 'covered means', statistic: ofMean, ...coverageBand(trials, 0.95, falseAlarm / 4) },
      { what: 'covered gaps', statistic: ofGap, ...coverageBand(trials, 0.95, falseAlarm / 4) },
      {
        what: 'covered gaps of a noisy group',
        statistic: ofNoisy,
        lower: coverageBand(trials, 0.95, falseAlarm / 4).lower,
      },
      { what: 'covered gaps of nothing', statistic: ofNone, lower: coverageBand(trials, 0.95, falseAlarm / 4).lower },
    ];
  },
});

describe('means over repetitions', () => {
  it("have Student's interval: for 1, 2, 3 the mean 2 and 4.302653 / sqrt(3) to both sides", () => {
    const { estimate, lower, upper } = overRepetitions([1, 2, 3], 0.95);
    expect(estimate).toBe(2);
    expect(upper).toBeCloseTo(2 + 4.302652729911275 / Math.sqrt(3), 9);
    expect(lower).toBeCloseTo(2 - 4.302652729911275 / Math.sqrt(3), 9);
  });

  it('that are fractions have no interval beyond 0 and 1', () => {
    // 0.5 and 1: one degree of freedom, 0.75 plus or minus 0.25 tan(0.475 pi) = 3.18.
    expect(asFraction(overRepetitions([0.5, 1], 0.95))).toEqual({ estimate: 0.75, lower: 0, upper: 1 });
    const inside = overRepetitions([0.4, 0.41, 0.42], 0.95);
    expect(asFraction(inside)).toEqual(inside);
    expect(asFraction({ estimate: 1, lower: null, upper: null })).toEqual({ estimate: 1, lower: null, upper: null });
  });

  it('have no interval for one repetition, and are nothing for none or where one is not finite', () => {
    expect(overRepetitions([4], 0.95)).toEqual({ estimate: 4, lower: null, upper: null });
    for (const values of [[], [1, Number.NaN], [Number.POSITIVE_INFINITY]])
      expect(overRepetitions(values, 0.95)).toEqual({ estimate: null, lower: null, upper: null });
  });
});

describe('the widest gap', () => {
  it('names who bears most and least, by the means over repetitions', () => {
    const gap = riskGap(
      ['a', 'b', 'c'],
      [
        [1, 5, 2],
        [3, 1, 2.5],
      ],
      0.95,
    );
    expect(gap).toMatchObject({ estimate: 1, most: 'b', least: 'a', reason: null, lower: 0 });
    // Differences 4 and -2, mean 1, standard error 3; one degree of freedom, a third of 5 % for the three pairs.
    expect(gap.upper).toBeCloseTo(1 + 3 * Math.tan((Math.PI / 2) * (1 - 0.05 / 3)), 6);
  });

  it('counts groups of few rows, and says what it is without them, over the pairs of the others', () => {
    const risks = [
      [1, 9, 2],
      [1, 5, 4],
    ];
    const gap = riskGap(['a', 'b', 'c'], risks, 0.95, { small: [false, true, false] });
    expect(gap).toMatchObject({ estimate: 6, most: 'b', least: 'a' });
    expect(gap.withoutSmall).toMatchObject({ estimate: 2, most: 'c', least: 'a', lower: 0 });
    // One pair: differences 1 and 3, standard error 1, one degree of freedom: tan of 0.475 pi.
    expect(gap.withoutSmall?.upper).toBeCloseTo(2 + Math.tan(0.475 * Math.PI), 6);
    expect(riskGap(['a', 'b', 'c'], risks, 0.95).withoutSmall).toBeNull();
    expect(riskGap(['a', 'b'], risks, 0.95, { small: [true, false] }).withoutSmall).toBeNull();
  });

  it('leaves out groups without rows, and says why there is none', () => {
    expect(riskGap(['a', 'b', 'c'], [[1, Number.NaN, 2]], 0.9)).toMatchObject({ estimate: 1, most: 'c', least: 'a' });
    expect(riskGap(['a', 'b'], [[1, Number.NaN]], 0.9)).toMatchObject({
      estimate: null,
      withoutSmall: null,
      reason: /two groups/,
    });
    expect(riskGap(['a', 'b'], [], 0.9, { diverged: 3 })).toMatchObject({
      estimate: null,
      reason: /every training diverged/,
    });
    expect(riskGap(['a', 'b'], [], 0.9)).toMatchObject({ estimate: null, reason: /no repetition was finished/ });
  });
});
