import { readFileSync } from 'node:fs';
import type { PostName } from '@dpfair/mechanisms';
import { laplace } from '@dpfair/stats';
import { statisticalTest, type Verdict } from '@dpfair/tooling/statistical-test.js';
import {
  coverageOf,
  type Distort,
  HOUSE_BAND,
  inHouseBand,
  meanWidth,
  scaled,
  untouched,
} from './coverage-verdicts.js';
import { repetitionsOf, type World } from './simulated-intervals.js';

interface LongRun {
  readonly post: PostName;
  readonly spread: number;
  readonly counts: readonly number[];
  readonly weights: readonly number[];
  readonly bias: readonly number[];
}
/** Standard errors at most 8e-7: a hundredth of those of the intervals judged here. */
const longRuns: readonly LongRun[] = JSON.parse(
  readFileSync(new URL('../tables/projected-shares.json', import.meta.url), 'utf8'),
);

function worldOf(post: PostName, repetitions: number): World {
  const run = longRuns.find((one) => one.post === post) as LongRun;
  const { counts, weights } = run;
  return {
    setting: { decision: 'allotment', post, counts, weights, noise: laplace(run.spread), trials: 1_600 },
    truth: Float64Array.from(run.bias),
    repetitions,
  };
}

const pos = worldOf('pos', 3_500);
statisticalTest({
  id: 'fairness/coverage-simulated-pos',
  subject: untouched,
  mutants: {
    'alpha 30 % too narrow': scaled('alpha', 0.7),
    'alpha 50 % too wide': scaled('alpha', 1.5),
    'cost 30 % too narrow': scaled('cost', 0.7),
    'cost 50 % too wide': scaled('cost', 1.5),
  },
  check: async (distort: Distort, seed) =>
    inHouseBand(await repetitionsOf(pos, seed), ['alpha', 'cost', 'group'], distort),
  timeoutMs: 120_000,
});

const simplex = worldOf('simplex', 3_000);
statisticalTest({
  id: 'fairness/coverage-simulated-simplex',
  subject: untouched,
  mutants: {
    'alpha 40 % too narrow': scaled('alpha', 0.6),
    'alpha 50 % too wide': scaled('alpha', 1.5),
    'cost 30 % too narrow': scaled('cost', 0.7),
    'cost 50 % too wide': scaled('cost', 1.5),
  },
  // Two entities lose nearly as much as each other: the interval of alpha covers more often, but must not be wide.
  check: async (distort: Distort, seed): Promise<Verdict[]> => {
    const all = await repetitionsOf(simplex, seed);
    return [
      ...inHouseBand(all, ['cost', 'group'], distort),
      { statistic: coverageOf(all, 'alpha', distort), lower: HOUSE_BAND.lower, what: 'alpha covered' },
      {
        statistic: meanWidth(all, 'alpha', distort) / meanWidth(all, 'alpha by an oracle', untouched),
        upper: 1.35,
        what: 'mean width of alpha over the oracle width',
      },
    ];
  },
  timeoutMs: 120_000,
});
