import { bonferroniCriticalValue, gaussian, laplace } from '@dpfair/stats';
import { statisticalTest, type Verdict } from '@dpfair/tooling/statistical-test.js';
import { exactBaselineBias, exactClippingBias, posBiasSeries, separateCrossingsBias } from '../../src/index.js';
import { pattern, patternWeights, repeated } from '../districts.js';
import { type Setting, simulated } from './simulated.js';

type Sampler = (seed: bigint) => ReturnType<typeof simulated>;
const sampler =
  (setting: Setting): Sampler =>
  (seed) =>
    simulated(setting, seed);

/** Every bias within a Student band over all entities; `slack` is what the reference itself may be wrong by. */
const agreesWith =
  (reference: Float64Array, slack: Float64Array | null = null) =>
  async (sample: Sampler, seed: bigint, falseAlarm: number): Promise<Verdict> => {
    const { bias, standardError, means } = await sample(seed);
    const bound = bonferroniCriticalValue(bias.length, 1 - falseAlarm, means.length - 1);
    const scores = bias.map((b, i) => {
      const difference = Math.max(0, Math.abs(b - (reference[i] as number)) - (slack?.[i] ?? 0));
      return difference === 0 ? 0 : difference / (standardError[i] as number);
    });
    return { statistic: scores.reduce((a, b) => Math.max(a, b), 0), upper: bound, what: 'largest t' };
  };

const few = { decision: 'allotment', counts: repeated(pattern, 2), trials: 6_400 } as const;

const baselineLaplace = { ...few, post: 'baseline', noise: laplace(10) } as const;
statisticalTest({
  id: 'fairness/baseline-laplace',
  subject: sampler(baselineLaplace),
  mutants: {
    'scale 10 % too large': sampler({ ...baselineLaplace, noise: laplace(11) }),
    'no clipping': sampler({ ...baselineLaplace, post: 'pos' }),
    'weights where there are none': sampler({ ...baselineLaplace, weights: repeated(patternWeights, 2) }),
  },
  check: agreesWith(exactBaselineBias({ counts: few.counts, weights: null, noise: laplace(10) }).bias),
});

const baselineGaussian = {
  ...few,
  post: 'baseline',
  noise: gaussian(15),
  weights: repeated(patternWeights, 2),
} as const;
statisticalTest({
  id: 'fairness/baseline-gaussian',
  subject: sampler(baselineGaussian),
  mutants: {
    'sigma 10 % too small': sampler({ ...baselineGaussian, noise: gaussian(13.5) }),
    'Laplace of the same variance': sampler({ ...baselineGaussian, noise: laplace(15 / Math.SQRT2) }),
  },
  check: agreesWith(
    exactBaselineBias({ counts: few.counts, weights: baselineGaussian.weights, noise: gaussian(15) }).bias,
  ),
});

const clipping = { decision: 'identity', post: 'clip', counts: pattern, noise: laplace(10), trials: 64_000 } as const;
statisticalTest({
  id: 'fairness/plain-clipping',
  subject: sampler({ ...clipping, controlVariates: false }),
  mutants: {
    'scale 10 % too small': sampler({ ...clipping, noise: laplace(9), controlVariates: false }),
    'no clipping': sampler({ ...clipping, post: 'none', controlVariates: false }),
  },
  check: agreesWith(exactClippingBias(Float64Array.from(pattern), laplace(10)).bias),
});

const many = {
  decision: 'allotment',
  post: 'pos',
  counts: repeated(pattern, 40),
  weights: repeated(patternWeights, 40),
  noise: laplace(50),
  trials: 3_200,
} as const;
const series = posBiasSeries(many.counts, many.weights, many.noise);
statisticalTest({
  id: 'fairness/pos-series',
  subject: sampler(many),
  mutants: {
    'baseline instead': sampler({ ...many, post: 'baseline' }),
    'scale 10 % too large': sampler({ ...many, noise: laplace(55) }),
    'weights left out': sampler({ ...many, weights: repeated([1], 200) }),
  },
  check: agreesWith(series.bias, series.errors),
});

const manyGaussian = { ...many, noise: gaussian(60) } as const;
const gaussianSeries = posBiasSeries(many.counts, many.weights, manyGaussian.noise);
statisticalTest({
  id: 'fairness/pos-series-gaussian',
  subject: sampler(manyGaussian),
  mutants: {
    'baseline instead': sampler({ ...manyGaussian, post: 'baseline' }),
    'sigma 10 % too large': sampler({ ...manyGaussian, noise: gaussian(66) }),
  },
  check: agreesWith(gaussianSeries.bias, gaussianSeries.errors),
});

const island = {
  decision: 'identity',
  post: 'simplex',
  counts: [67096, 311047, 30, 23240, 53886],
  noise: gaussian(25),
  trials: 32_000,
} as const;
const crossings = separateCrossingsBias(Float64Array.from(island.counts), island.noise);
statisticalTest({
  id: 'fairness/separate-crossings',
  subject: sampler(island),
  mutants: {
    'clipped without a total': sampler({ ...island, post: 'clip' }),
    'sigma 10 % too large': sampler({ ...island, noise: gaussian(27.5) }),
  },
  check: agreesWith(crossings.bias, crossings.errors),
});

const town = { ...island, counts: repeated(pattern, 20), noise: laplace(20), trials: 6_400 } as const;
statisticalTest({
  id: 'fairness/plain-against-control',
  subject: async (seed: bigint) => {
    const [plain, controlled] = await Promise.all([
      simulated({ ...town, controlVariates: false }, seed),
      simulated(town, seed ^ 1n),
    ]);
    return differenceOf(plain, controlled);
  },
  mutants: {
    'scale 10 % too large under control': async (seed) =>
      differenceOf(
        await simulated({ ...town, controlVariates: false }, seed),
        await simulated({ ...town, noise: laplace(22) }, seed ^ 1n),
      ),
    'no projection under control': async (seed) =>
      differenceOf(
        await simulated({ ...town, controlVariates: false }, seed),
        await simulated({ ...town, post: 'sum' }, seed ^ 1n),
      ),
  },
  check: agreesWith(new Float64Array(pattern.length)),
});

type Sample = Awaited<ReturnType<Sampler>>;

/** Difference of two independent simulations, averaged over entities of the same true count to gain power. */
function differenceOf(a: Sample, b: Sample): Sample {
  const pooled = (row: Float64Array) =>
    Float64Array.from(pattern, (_, k) => {
      const same = row.filter((_value, i) => i % pattern.length === k);
      return same.reduce((sum, value) => sum + value, 0) / same.length;
    });
  const means = a.means.map((shard, k) => {
    const other = pooled(b.means[k] as Float64Array);
    return pooled(shard).map((value, i) => value - (other[i] as number));
  });
  const bias = pooled(a.bias).map((value, i) => value - (pooled(b.bias)[i] as number));
  const standardError = bias.map((value, i) =>
    Math.sqrt(
      means.reduce((sum, row) => sum + ((row[i] as number) - value) ** 2, 0) / (means.length * (means.length - 1)),
    ),
  );
  return { bias, standardError, means };
}
