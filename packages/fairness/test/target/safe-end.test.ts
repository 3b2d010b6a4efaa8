import { laplaceMechanism } from '@dpfair/mechanisms';
import { statisticalTest } from '@dpfair/tooling/statistical-test.js';
import { findTarget, parseTarget } from '../../src/index.js';

const limit = 4;
const trials = 102_400;
/** Relative standard error of the mean of the negative part of Laplace noise: its mean is b / 2, its variance 3 b^2 / 4. */
const standardError = Math.sqrt(3 / trials);

/** Alpha by the closed form, 1 / (2 epsilon) beside a count of 0, at the certified epsilon, over the limit. */
async function certified(seed: bigint, scaleFactor: number, limitFactor = 1): Promise<number> {
  const { certificate } = await findTarget({
    table: {
      id: ['a', 'b'],
      name: ['a', 'b'],
      group: null,
      counts: { count: Float64Array.of(0, 1e5) },
      fixed: {},
    },
    decision: 'identity',
    posts: ['clip'],
    method: 'montecarlo',
    trials,
    confidence: 1 - 1e-6,
    seed: { low: Number(seed & 0xffffffffn), high: Number((seed >> 32n) & 0xffffffffn) },
    target: parseTarget(`alpha<${limit * limitFactor}`),
    kinds: ['laplace'],
    mechanismOf: (_, epsilon) => ({ ...laplaceMechanism({ epsilon }), scale: scaleFactor / epsilon }),
    range: [0.1, 0.2],
    perDecade: 2,
    precision: 0.001,
  });
  const epsilon = certificate.options[0]?.smallest?.epsilon ?? Number.NaN;
  return 1 / (2 * epsilon) / limit;
}

// The safe end keeps some 6 standard errors of distance from the limit, with two dozen looks at a confidence of 1 - 1e-6 together.
statisticalTest({
  id: 'fairness/target-safe-end',
  subject: (seed: bigint) => certified(seed, 1),
  mutants: {
    'noise 10 % too small': (seed) => certified(seed, 0.9),
    'noise 10 % too large': (seed) => certified(seed, 1.1),
    'limit 10 % too high': (seed) => certified(seed, 1, 1.1),
  },
  check: async (find, seed) => ({
    statistic: await find(seed),
    lower: 1 - 13 * standardError,
    upper: 1 + standardError,
    what: 'alpha by the closed form over the limit',
  }),
});
