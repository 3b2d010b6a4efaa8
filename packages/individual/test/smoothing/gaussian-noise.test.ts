import { gaussianSmoothing, metricFromScales, metricFromWeights } from '@dpfair/individual';
import { normalCdf, parseSeed } from '@dpfair/stats';
import { distributionCheck, meanCheck, statisticalTest, type Verdict } from '@dpfair/tooling/statistical-test.js';

const DRAWS = 25_000;
const { POSITIVE_INFINITY } = Number;

/** Noise for L2 with weights 4 and .25, and for L-infinity with the same numbers; two columns. */
type Sampler = (norm: number, seed: bigint) => Float64Array;

const weights = [4, 0.25];

const real: Sampler = (norm, seed) => {
  const out = new Float64Array(DRAWS * 2);
  gaussianSmoothing(metricFromWeights(norm, weights)).fill(out, parseSeed(seed), 5);
  return out;
};

// Theorem 5: variance 1 / (2 pi w) for L2; for L-infinity in two columns scales w / sqrt(2), so variance 2 / (2 pi w^2).
const sigma = (norm: number, i: number) =>
  norm === 2 ? Math.sqrt(1 / (2 * Math.PI * (weights[i] as number))) : Math.sqrt(1 / Math.PI) / (weights[i] as number);

statisticalTest<Sampler>({
  id: 'individual/gaussian-noise',
  subject: real,
  mutants: {
    'sigma 5 % too small': (norm, seed) => real(norm, seed).map((t) => 0.95 * t),
    'weights in place of their roots': (_norm, seed) => {
      const out = new Float64Array(DRAWS * 2);
      gaussianSmoothing(metricFromScales(2, weights)).fill(out, parseSeed(seed), 5);
      return out;
    },
    'no conversion for L-infinity': (norm, seed) => real(norm, seed).map((t) => (norm === 2 ? t : t / Math.SQRT2)),
    'the same draw in both columns': (norm, seed) =>
      real(norm, seed).map((t, k, all) =>
        k % 2 === 0 ? t : ((all[k - 1] as number) * sigma(norm, 1)) / sigma(norm, 0),
      ),
  },
  check: (sampler, seed, falseAlarm) =>
    [2, POSITIVE_INFINITY].flatMap((norm): Verdict[] => {
      const t = sampler(norm, seed);
      const [first, second] = [0, 1].map((i) =>
        Float64Array.from({ length: DRAWS }, (_, row) => (t[2 * row + i] as number) / sigma(norm, i)),
      ) as [Float64Array, Float64Array];
      const each = falseAlarm / 10;
      return [
        ...[first, second].map((z) =>
          meanCheck(
            z.map((x) => x * x),
            { mean: 1, variance: 2, skewness: Math.sqrt(8), falseAlarm: each },
          ),
        ),
        distributionCheck(first, normalCdf, each),
        distributionCheck(second, normalCdf, each),
        meanCheck(
          first.map((z, k) => z * (second[k] as number)),
          { mean: 0, variance: 1, falseAlarm: each },
        ),
      ];
    }),
});
