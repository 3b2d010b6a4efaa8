import { decisionByName } from '@dpfair/decisions';
import { projectOntoSimplex } from '@dpfair/mechanisms';
import { bonferroniCriticalValue, discreteGaussian, discreteLaplace, laplace, parseSeed } from '@dpfair/stats';
import { binomialBand, statisticalTest } from '@dpfair/tooling/statistical-test.js';
import { describe, expect, it } from 'vitest';
import { exactBaselineBias } from '../../src/index.js';
import { prepareCell } from '../../src/models/prepared-cell.js';
import { simulateTrials } from '../../src/montecarlo/simulate-trials.js';
import { finish } from '../../src/steps/steps.js';
import { pattern, patternWeights, repeated } from '../districts.js';
import { expectedOutcome } from '../exact/enumerate.js';
import { cellOf, type Setting, type Simulated, simulated } from './simulated.js';

type Sampler = (seed: bigint) => ReturnType<typeof simulated>;
const sampler =
  (setting: Setting): Sampler =>
  (seed) =>
    simulated(setting, seed);

const agreesWith = (reference: ArrayLike<number>) => async (sample: Sampler, seed: bigint, falseAlarm: number) => {
  const { bias, standardError, means } = await sample(seed);
  const scores = bias.map((b, i) => Math.abs(b - (reference[i] as number)) / (standardError[i] as number));
  const upper = bonferroniCriticalValue(bias.length, 1 - falseAlarm, means.length - 1);
  return { statistic: scores.reduce((a, b) => Math.max(a, b), 0), upper, what: 'largest t' };
};

const weights = repeated(patternWeights, 2);
const baseline = {
  decision: 'allotment',
  post: 'baseline',
  counts: repeated(pattern, 2),
  weights,
  noise: discreteLaplace(3),
  trials: 12_800,
} as const;
statisticalTest({
  id: 'fairness/discrete-baseline',
  subject: sampler(baseline),
  mutants: {
    'scale 10 % too large': sampler({ ...baseline, noise: discreteLaplace(3.3) }),
    'Laplace of the same scale': sampler({ ...baseline, noise: laplace(3) }),
    'weights left out': sampler({ ...baseline, weights: repeated([1], 10) }),
  },
  check: agreesWith(exactBaselineBias({ counts: baseline.counts, weights, noise: baseline.noise }).bias),
});

// PoS and the projection onto the simplex by every combination of noises, where both have a control variate.
const ofShares = { counts: [0, 0, 30], weights: [1, 1.5, 0.5] } as const;
const pos = expectedOutcome(ofShares.counts, discreteGaussian(2), (noisy) => {
  const values = noisy.map((x, i) => x * (ofShares.weights[i] as number));
  const total = values.reduce((a, b) => a + b);
  // Of nothing everyone gets the same.
  const result = total === 0 ? values.fill(1 / 3) : values.map((value) => value / total);
  projectOntoSimplex(result, 1);
  return result;
}).map((share, i) => share - Number(i === 2));
const ofCounts = [0, 0, 9, 10, 11] as const;
const simplex = expectedOutcome(ofCounts, discreteGaussian(0.8), (noisy) => {
  const result = noisy.slice();
  projectOntoSimplex(result, 30);
  return result;
}).map((count, i) => count - (ofCounts[i] as number));

type Both = (seed: bigint) => Promise<readonly [Simulated, Simulated]>;
const both =
  (factor: number, more: number): Both =>
  (seed) =>
    Promise.all([
      simulated(
        {
          ...ofShares,
          counts: [more, 0, 30],
          decision: 'allotment',
          post: 'pos',
          noise: discreteGaussian(2 * factor),
          trials: 12_800,
        },
        seed,
      ),
      simulated(
        {
          counts: [more, 0, 9, 10, 11],
          decision: 'identity',
          post: 'simplex',
          noise: discreteGaussian(0.8 * factor),
          trials: 12_800,
        },
        seed,
      ),
    ]);
statisticalTest<Both>({
  id: 'fairness/discrete-projections',
  subject: both(1, 0),
  mutants: {
    'sigma 10 % too large': both(1.1, 0),
    'one count one off': both(1, 1),
  },
  check: async (sample, seed, falseAlarm) => {
    const [shares, counts] = await sample(seed);
    const agree = (reference: Float64Array, run: Simulated) =>
      agreesWith(reference)(() => Promise.resolve(run), seed, falseAlarm / 2);
    return [await agree(pos, shares), await agree(simplex, counts)];
  },
});

// A rule whose thresholds can be hit: 0.05 citizens is a whole number for one noisy count in twenty.
const rule = '(lep >= 0.05 * citizens or lep > 40) and illiterate > 0.5 * lep';
const truth = { lep: [7, 3, 12], citizens: [140, 140, 260], illiterate: [4, 30, 7] };
const input = {
  counts: Object.fromEntries(Object.entries(truth).map(([name, values]) => [name, Float64Array.from(values)])),
  fixed: {},
};
const ruleNoise = discreteLaplace(2);
const trials = 40_000;
type Positives = (seed: bigint) => Float64Array;
const positives =
  (asked: string, scale: number): Positives =>
  (seed) => {
    const [mean] = simulateTrials(
      {
        input,
        cells: [
          {
            decision: 'threshold',
            parameters: { rule: asked },
            post: 'clip',
            noise: { kind: 'discrete-laplace', spread: scale },
          },
        ],
        controlVariates: false,
        seed: parseSeed(seed),
        firstTrial: 0,
        trials,
        shards: 1,
      },
      0,
      trials,
    );
    const yes = decisionByName('threshold', { rule: asked }).truth(input);
    return (mean as Float64Array).map((difference, i) => Math.round(trials * (difference + (yes[i] as number))));
  };
const ruleCell = prepareCell({
  decision: decisionByName('threshold', { rule }),
  post: 'clip',
  input,
  noise: ruleNoise,
});
const exactRule = ruleCell.model.exact && finish(ruleCell.model.exact());
const yes = decisionByName('threshold', { rule }).truth(input);
statisticalTest<Positives>({
  id: 'fairness/discrete-rule',
  subject: positives(rule, 2),
  mutants: {
    'above in place of at least': positives(rule.replace('>=', '>'), 2),
    'scale 10 % too large': positives(rule, 2.2),
    'at least in place of above': positives(rule.replace('illiterate >', 'illiterate >='), 2),
  },
  check: (sample, seed, falseAlarm) =>
    Array.from(sample(seed), (count, i) => {
      const p = (yes[i] as number) + (exactRule?.bias[i] ?? Number.NaN);
      const { lower, upper } = binomialBand(trials, p, falseAlarm / 3);
      return { statistic: count, lower, upper, what: `answers of entity ${i}` };
    }),
});

describe('what is known of a cell under discrete noise', () => {
  const settingOf = (decision: Setting['decision'], post: Setting['post'], counts: readonly number[]): Setting => ({
    decision,
    post,
    counts,
    noise: discreteLaplace(4),
    trials: 640,
  });

  it('has no series that asks for a density, and the exact estimators that do not', () => {
    const counts = [5, 30, 200, 90];
    const known = (decision: Setting['decision'], post: Setting['post']) => {
      const { exact, series } = cellOf(settingOf(decision, post, counts)).model;
      return [exact !== undefined, series !== undefined];
    };
    expect(known('allotment', 'baseline')).toEqual([true, false]);
    expect(known('allotment', 'none')).toEqual([false, true]);
    expect(known('allotment', 'pos')).toEqual([false, false]);
    expect(known('allotment', 'simplex')).toEqual([false, false]);
    expect(known('identity', 'clip')).toEqual([true, false]);
    expect(known('identity', 'simplex')).toEqual([false, false]);
  });

  it('has a control variate for projections, whose expectation asks for no density', () => {
    const { control } = cellOf({
      decision: 'identity',
      post: 'simplex',
      counts: ofCounts,
      noise: discreteGaussian(0.8),
      trials: 640,
    }).model;
    expect(control()).not.toBeNull();
  });

  it('curvature takes the variance and the fourth moment of the law', () => {
    const { bias, errors } = finish(
      cellOf(settingOf('allotment', 'none', [5000, 3000])).model.series?.() ?? { bias: null, errors: null },
    );
    const p = Math.exp(-1 / 4);
    const variance = (2 * p) / (1 - p) ** 2;
    expect(bias?.[0]).toBeCloseTo((variance / 8000 ** 2) * (2 * (5 / 8) - 1), 20);
    expect(errors?.[0]).toBeGreaterThan(0);
  });

  it('shares its draws with the continuous noise of the same family', () => {
    const run = (kind: 'laplace' | 'discrete-laplace') =>
      simulateTrials(
        {
          input: { counts: { count: Float64Array.of(1000, 2000, 3000) }, fixed: {} },
          cells: [
            { decision: 'identity', post: 'none', noise: { kind: 'laplace', spread: 5 } },
            { decision: 'identity', post: 'none', noise: { kind, spread: 50 } },
          ],
          controlVariates: false,
          seed: parseSeed(3),
          firstTrial: 0,
          trials: 1,
          shards: 1,
        },
        0,
        1,
      )[1] as Float64Array;
    const [continuous, discrete] = [run('laplace'), run('discrete-laplace')];
    discrete.forEach((difference, i) => {
      expect(Number.isInteger(difference)).toBe(true);
      expect(Math.abs(difference - (continuous[i] as number))).toBeLessThan(1);
    });
  });
});
