import { gaussian, laplace } from '@dpfair/stats';
import { coverageBand, statisticalTest, type Verdict } from '@dpfair/tooling/statistical-test.js';
import { exactBaselineBias } from '../../src/index.js';
import { pattern, patternWeights } from '../districts.js';
import { coverageOf, type Distort, inHouseBand, meanWidth, scaled, untouched } from './coverage-verdicts.js';
import { type Repetition, repetitionsOf, type World } from './simulated-intervals.js';

const counts = Float64Array.from(pattern);
const weights = Float64Array.from(patternWeights);

/** Small n, counts at and near zero, very different sizes: the worked example, simulated as the product does. */
const worked: World = {
  setting: { decision: 'allotment', post: 'baseline', counts, noise: laplace(10), trials: 1_600 },
  truth: exactBaselineBias({ counts, weights: null, noise: laplace(10) }).bias,
  repetitions: 4_000,
};
statisticalTest({
  id: 'fairness/coverage-simulated-baseline',
  subject: untouched,
  mutants: {
    'alpha 30 % too narrow': scaled('alpha', 0.7),
    'alpha 50 % too wide': scaled('alpha', 1.5),
    'cost 30 % too narrow': scaled('cost', 0.7),
    'cost 50 % too wide': scaled('cost', 1.5),
  },
  check: async (distort: Distort, seed) => inHouseBand(await repetitionsOf(worked, seed), ['alpha', 'cost'], distort),
  timeoutMs: 120_000,
});

const weighted: World = {
  setting: { decision: 'allotment', post: 'baseline', counts, weights, noise: gaussian(10), trials: 1_600 },
  truth: exactBaselineBias({ counts, weights, noise: gaussian(10) }).bias,
  repetitions: 4_000,
};
statisticalTest({
  id: 'fairness/coverage-simulated-weighted',
  subject: untouched,
  mutants: {
    'alpha 30 % too narrow': scaled('alpha', 0.7),
    'cost 50 % too wide': scaled('cost', 1.5),
    'group 30 % too narrow': scaled('group', 0.7),
    'group 50 % too wide': scaled('group', 1.5),
    'all entities 30 % too narrow': scaled('all entities', 0.7),
    'all entities 50 % too wide': scaled('all entities', 1.5),
  },
  check: async (distort: Distort, seed) =>
    inHouseBand(await repetitionsOf(weighted, seed), ['alpha', 'cost', 'group', 'all entities'], distort),
  timeoutMs: 120_000,
});

/** Stops after 1,600 or 3,200 trials, mostly: five looks at most, of which each has 99 %. */
const TOLERANCE = 0.015;
const looked: World = {
  ...worked,
  setting: { ...worked.setting, trials: 6_400, tolerance: TOLERANCE },
  repetitions: 1_000,
};
statisticalTest({
  id: 'fairness/coverage-simulated-looks',
  subject: untouched,
  mutants: {
    'alpha half as wide, as if each look had 80 %': scaled('alpha', 0.5),
    'alpha 50 % too wide': scaled('alpha', 1.5),
    'cost half as wide': scaled('cost', 0.5),
  },
  check: async (distort: Distort, seed, falseAlarm): Promise<Verdict[]> => {
    const all = await repetitionsOf(looked, seed);
    const { lower } = coverageBand(looked.repetitions, 0.95, falseAlarm);
    const early = all.filter(({ trials }) => trials < looked.setting.trials);
    const precise = ({ intervals }: Repetition) =>
      (intervals.alpha.upper - intervals.alpha.lower) / 2 <= 1.02 * TOLERANCE * intervals.alpha.truth;
    return [
      ...(['alpha', 'cost'] as const).map((claim) => ({
        statistic: coverageOf(all, claim, distort) * all.length,
        lower,
        what: `${claim} covered after sequential looks`,
      })),
      {
        statistic: meanWidth(all, 'alpha', distort) / meanWidth(all, 'alpha by an oracle', untouched),
        upper: 1.1,
        what: 'mean width of alpha over the oracle width',
      },
      { statistic: early.length, lower: 500, what: 'stopped early' },
      { statistic: early.filter(precise).length - early.length, lower: 0, what: 'of these, less precise than asked' },
    ];
  },
  timeoutMs: 120_000,
});
