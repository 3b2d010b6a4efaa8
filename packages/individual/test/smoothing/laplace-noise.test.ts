import { laplaceSmoothing, metricFromScales } from '@dpfair/individual';
import { openStream, parseSeed } from '@dpfair/stats';
import { distributionCheck, meanCheck, statisticalTest, type Verdict } from '@dpfair/tooling/statistical-test.js';
import { poissonBelow } from './poisson-below.js';

const { POSITIVE_INFINITY } = Number;
const DRAWS = 25_000;

/** Noise of the density exp(-2 ||scales o t||_norm), draws x scales.length. */
type Sampler = (norm: number, scales: Float64Array, seed: bigint) => Float64Array;

const real: Sampler = (norm, scales, seed) => {
  const out = new Float64Array(DRAWS * scales.length);
  laplaceSmoothing(metricFromScales(norm, scales)).fill(out, parseSeed(seed), 3);
  return out;
};

const rescaled =
  (factor: (scale: number) => number): Sampler =>
  (norm, scales, seed) =>
    real(norm, scales, seed).map((t, k) => factor(scales[k % scales.length] as number) * t);

/** Rows made of a direction and a radius by wrong recipes. */
const made =
  (coordinate: 'gaussian' | 'uniform', extraTerms: number): Sampler =>
  (norm, scales, seed) => {
    const stream = openStream(parseSeed(seed), 'test', 1);
    const d = scales.length;
    const out = new Float64Array(DRAWS * d);
    for (let at = 0; at < out.length; at += d) {
      const row = Array.from(scales, () =>
        coordinate === 'gaussian' ? stream.nextGaussian() : 2 * stream.nextUniform() - 1,
      );
      let radius = 0;
      for (let k = 0; k < d + extraTerms; k++) radius -= Math.log(stream.nextUniform()) / 2;
      const length = normOf(norm, row);
      row.forEach((x, i) => {
        out[at + i] = (radius * x) / length / (scales[i] as number);
      });
    }
    return out;
  };

function normOf(norm: number, row: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < row.length; i++) {
    const x = Math.abs(row[i] as number);
    sum = norm === 2 ? sum + x * x : norm === 1 ? sum + x : Math.max(sum, x);
  }
  return norm === 2 ? Math.sqrt(sum) : sum;
}

/** What theory says of the noise in d columns, once scaled: radius, last coordinate, share of the first coordinate in the radius. */
function checks(sampler: Sampler, d: number, norms: readonly number[], seed: bigint, falseAlarm: number): Verdict[] {
  const each = falseAlarm / (4 * norms.length);
  const scales = Float64Array.from({ length: d }, (_, i) => [4, 0.5, 1, 3][i % 4] as number);
  return norms.flatMap((norm) => {
    const t = sampler(norm, scales, seed);
    const radius = new Float64Array(DRAWS);
    const last = new Float64Array(DRAWS);
    const share = new Float64Array(DRAWS);
    const z = new Array<number>(d).fill(0);
    for (let row = 0; row < DRAWS; row++) {
      for (let i = 0; i < d; i++) z[i] = (scales[i] as number) * (t[row * d + i] as number);
      radius[row] = normOf(norm, z);
      last[row] = z[d - 1] as number;
      share[row] = Math.abs(z[0] as number) / (radius[row] as number);
    }
    return [
      meanCheck(radius, { mean: d / 2, variance: d / 4, skewness: 2 / Math.sqrt(d), falseAlarm: each }),
      distributionCheck(radius, (r) => 1 - poissonBelow(d, 2 * r), each),
      // In L2 the coordinate has no closed distribution: mean 0, and E z^2 = E r^2 / d.
      norm === 2 && d > 1
        ? meanCheck(last, { mean: 0, variance: (d + 1) / 4, falseAlarm: each })
        : distributionCheck(last, (x) => coordinateCdf(norm, d, x), each),
      ...(d === 1 ? [] : [shareCheck(norm, d, share, each)]),
    ];
  });
}

/** Distribution of one coordinate: Laplace of scale 1/2 in L1; in L-infinity it is the radius with probability 1/d, else uniform below it. */
function coordinateCdf(norm: number, d: number, x: number): number {
  const a = Math.abs(x);
  const beyond = norm === POSITIVE_INFINITY && d > 1 ? cubeBeyond(d, a) : Math.exp(-2 * a);
  return x < 0 ? beyond / 2 : 1 - beyond / 2;
}

const cubeBeyond = (d: number, a: number) => poissonBelow(d, 2 * a) - ((2 * a) / d) * poissonBelow(d - 1, 2 * a);

/**
 * |z_1| / ||z|| is Beta(1, d - 1) in L1; its square Beta(1/2, (d - 1) / 2) in L2 (in the plane, the cosine of a uniform angle); in L-infinity it is 1
 * with probability 1/d, else uniform.
 */
function shareCheck(norm: number, d: number, share: Float64Array, falseAlarm: number): Verdict {
  if (norm === 1) return distributionCheck(share, (x) => 1 - (1 - x) ** (d - 1), falseAlarm);
  if (norm === 2 && d === 2) return distributionCheck(share, (x) => (2 / Math.PI) * Math.asin(x), falseAlarm);
  if (norm === 2) {
    const variance = (2 * (d - 1)) / (d * d * (d + 2));
    // The skewness of Beta(1/2, b), below 2 for the dimensions here.
    return meanCheck(
      share.map((x) => x * x),
      { mean: 1 / d, variance, skewness: 2, falseAlarm },
    );
  }
  const mean = 1 / d + (1 - 1 / d) / 2;
  const variance = 1 / d + (1 - 1 / d) / 3 - mean * mean;
  return meanCheck(share, { mean, variance, skewness: 1, falseAlarm });
}

statisticalTest<Sampler>({
  id: 'individual/laplace-noise-1',
  subject: real,
  mutants: {
    'scale 10 % too small': rescaled(() => 0.9),
    'weights in place of their roots': rescaled((scale) => 1 / scale),
    'one-sided': (norm, scales, seed) => real(norm, scales, seed).map(Math.abs),
  },
  check: (sampler, seed, falseAlarm) => checks(sampler, 1, [1, 2, POSITIVE_INFINITY], seed, falseAlarm),
});

statisticalTest<Sampler>({
  id: 'individual/laplace-noise-2',
  subject: real,
  mutants: {
    'scale 5 % too small': rescaled(() => 0.95),
    'divided by weights': rescaled((scale) => 1 / scale),
    'radius of one dimension more': made('uniform', 1),
    'independent coordinates for every norm': (_norm, scales, seed) => real(1, scales, seed),
    'Gaussian direction for every norm': made('gaussian', 0),
  },
  check: (sampler, seed, falseAlarm) => checks(sampler, 2, [1, 2, POSITIVE_INFINITY], seed, falseAlarm),
});

statisticalTest<Sampler>({
  id: 'individual/laplace-noise-10',
  subject: real,
  mutants: {
    'scale 3 % too small': rescaled(() => 0.97),
    'uniform direction for every norm': made('uniform', 0),
    'Gaussian direction for every norm': made('gaussian', 0),
    'radius of one dimension less': made('gaussian', -1),
  },
  check: (sampler, seed, falseAlarm) => checks(sampler, 10, [1, 2, POSITIVE_INFINITY], seed, falseAlarm),
});

/** Draws in space whose first coordinate is changed by the radius. */
function turned(seed: bigint, factor: (radius: number) => number): Float64Array {
  const t = real(2, Float64Array.of(1, 1, 1), seed);
  for (let k = 0; k < t.length; k += 3) {
    t[k] = (t[k] as number) * factor(normOf(2, t.subarray(k, k + 3)));
  }
  return t;
}

/** Draws in space, by a seed. */
type SpaceSampler = (seed: bigint) => Float64Array;

statisticalTest<SpaceSampler>({
  id: 'individual/direction-and-radius',
  subject: (seed) => real(2, Float64Array.of(1, 1, 1), seed),
  mutants: {
    'far draws turned to the first column': (seed) => turned(seed, (r) => (r > 1.5 ? 1.5 : 1)),
    'near draws turned away from it': (seed) => turned(seed, (r) => (r < 1.5 ? 0.6 : 1)),
  },
  // (z_1^2 / r^2 - 1/3) (r - 3/2): mean 0; variance 4/45 times 3/4, as the two are independent.
  check: (sample, seed, falseAlarm) => {
    const t = sample(seed);
    const products = Float64Array.from({ length: DRAWS }, (_, row) => {
      const [x, y, z] = [0, 1, 2].map((i) => t[3 * row + i] as number) as [number, number, number];
      const r = Math.sqrt(x * x + y * y + z * z);
      return ((x / r) ** 2 - 1 / 3) * (r - 1.5);
    });
    return meanCheck(products, { mean: 0, variance: 1 / 15, skewness: 2, falseAlarm });
  },
});
