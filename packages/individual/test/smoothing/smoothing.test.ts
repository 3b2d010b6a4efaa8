import {
  densityRatioTotalVariation,
  distance,
  gaussianSmoothing,
  gaussianTotalVariation,
  laplaceSmoothing,
  laplaceTotalVariation,
  metricFromScales,
  metricFromWeights,
  type Smoothing,
} from '@dpfair/individual';
import { parseSeed } from '@dpfair/stats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const { POSITIVE_INFINITY } = Number;
const laplaceNorms = [1, 2, POSITIVE_INFINITY];

/** Sum over a grid of the larger part of one density over another, shifted: total variation in the plane. */
function variationOnGrid(smoothing: Smoothing, shift: readonly [number, number], reach: number, step: number): number {
  let sum = 0;
  for (let x = -reach; x < reach; x += step) {
    for (let y = -reach; y < reach; y += step) {
      const here = Math.exp(smoothing.logDensity([x + step / 2, y + step / 2]));
      const there = Math.exp(smoothing.logDensity([x + step / 2 - shift[0], y + step / 2 - shift[1]]));
      sum += Math.max(0, here - there);
    }
  }
  return sum * step * step;
}

describe('the density of smoothing noise', () => {
  it('of Laplace kind is exp(-2 D(0, t)) over its integral: 1, pi/2, 2 in the plane and 1, pi, 6 in space', () => {
    const integrals = [
      [1, 1],
      [Math.PI / 2, Math.PI],
      [2, 6],
    ];
    laplaceNorms.forEach((norm, k) => {
      for (const d of [2, 3]) {
        const smoothing = laplaceSmoothing(metricFromScales(norm, new Float64Array(d).fill(3)));
        const peak = 3 ** d / (integrals[k]?.[d - 2] as number);
        expect(Math.exp(smoothing.logDensity(new Float64Array(d))) / peak).toBeCloseTo(1, 13);
        const t = [0.4, -0.1, 0.2].slice(0, d);
        const fall = smoothing.logDensity(t) - smoothing.logDensity(new Float64Array(d));
        expect(fall).toBeCloseTo(-2 * distance(smoothing.metric, t, new Float64Array(d)), 13);
      }
    });
  });

  it('of Gaussian kind for L2 weights w is that of variances 1 / (2 pi w)', () => {
    const w = [4, 0.25];
    const { logDensity } = gaussianSmoothing(metricFromWeights(2, w));
    const t = [0.3, -1];
    const expected = w.reduce((sum, weight, i) => {
      const variance = 1 / (2 * Math.PI * weight);
      return sum - (t[i] as number) ** 2 / (2 * variance) - Math.log(2 * Math.PI * variance) / 2;
    }, 0);
    expect(logDensity(t)).toBeCloseTo(expected, 13);
  });

  it('has a radius of mean d/2 and variance d/4 for Laplace noise', () => {
    for (const norm of laplaceNorms) {
      expect(laplaceSmoothing(metricFromScales(norm, new Float64Array(7).fill(2))).radius).toEqual({
        mean: 3.5,
        variance: 1.75,
      });
    }
  });

  it('has the radius of a chi variable over sqrt(2 pi) for Gaussian noise', () => {
    // Mean of chi with 1, 2, 3, 4 degrees: sqrt(2/pi), sqrt(pi/2), 2 sqrt(2/pi), 3/2 sqrt(pi/2).
    const chi = [
      Math.sqrt(2 / Math.PI),
      Math.sqrt(Math.PI / 2),
      2 * Math.sqrt(2 / Math.PI),
      1.5 * Math.sqrt(Math.PI / 2),
    ];
    chi.forEach((mean, k) => {
      const { radius } = gaussianSmoothing(metricFromScales(2, new Float64Array(k + 1).fill(5)));
      expect(radius.mean).toBeCloseTo(mean / Math.sqrt(2 * Math.PI), 14);
      expect(radius.variance).toBeCloseTo((k + 1 - mean * mean) / (2 * Math.PI), 14);
    });
  });
});

describe('the total variation of smoothed answers', () => {
  it('under Laplace noise is at most 1 - exp(-D), below the published tanh(D) and D', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-12, max: 40, noNaN: true }), (d) => {
        const exact = -Math.expm1(-d);
        expect(laplaceTotalVariation(d)).toBeGreaterThanOrEqual(exact);
        expect(laplaceTotalVariation(d) / exact).toBeCloseTo(1, 13);
        expect(laplaceTotalVariation(d)).toBeLessThanOrEqual(densityRatioTotalVariation(d));
        expect(densityRatioTotalVariation(d)).toBeLessThanOrEqual(d);
        expect(densityRatioTotalVariation(d)).toBeGreaterThanOrEqual(Math.min(d, Math.tanh(d)));
      }),
    );
    expect([laplaceTotalVariation(0), densityRatioTotalVariation(0), gaussianTotalVariation(0)]).toEqual([0, 0, 0]);
    expect([laplaceTotalVariation(1e9), gaussianTotalVariation(1e9)]).toEqual([1, 1]);
  });

  it('is that integral of densities: attained in L1 along a column and in L-infinity along a diagonal, less elsewhere', () => {
    const [one, two, most] = laplaceNorms.map((norm) => laplaceSmoothing(metricFromScales(norm, [1, 1]))) as [
      Smoothing,
      Smoothing,
      Smoothing,
    ];
    const bound = laplaceTotalVariation(0.5);
    expect(variationOnGrid(one, [0.5, 0], 8, 0.05)).toBeCloseTo(bound, 3);
    expect(variationOnGrid(most, [0.5, 0.5], 8, 0.05)).toBeCloseTo(bound, 3);
    for (const [smoothing, shift] of [
      [one, [0.25, 0.25]],
      [two, [0.5, 0]],
      [most, [0.5, 0]],
    ] as const) {
      expect(distance(smoothing.metric, shift, [0, 0])).toBeCloseTo(0.5, 15);
      expect(variationOnGrid(smoothing, shift, 8, 0.05)).toBeLessThan(bound - 0.01);
    }
  });

  it('under Gaussian noise is 2 Phi(sqrt(2 pi) D / 2) - 1, at most D and as near to it as one likes', () => {
    for (const d of [0.001, 0.0079, 0.0081, 0.5, 1, 2]) {
      // erf(x) = 2 / sqrt(pi) times the sum of (-1)^k x^(2k+1) / (k! (2k+1)).
      const x = (Math.sqrt(Math.PI) * d) / 2;
      let term = x;
      let erf = 0;
      for (let k = 0; k < 60; k++) {
        erf += term / (2 * k + 1);
        term *= (-x * x) / (k + 1);
      }
      erf *= 2 / Math.sqrt(Math.PI);
      expect(gaussianTotalVariation(d) / erf).toBeCloseTo(1, 12);
      expect(gaussianTotalVariation(d)).toBeGreaterThanOrEqual(erf * (1 - 1e-15));
      expect(gaussianTotalVariation(d)).toBeLessThanOrEqual(d);
    }
    expect(gaussianTotalVariation(1e-4) / 1e-4).toBeGreaterThan(1 - 1e-7);
    expect(variationOnGrid(gaussianSmoothing(metricFromScales(2, [1, 1])), [0.3, 0.4], 3, 0.02)).toBeCloseTo(
      gaussianTotalVariation(0.5),
      4,
    );
  });

  it('under Gaussian noise never exceeds the distance of a metric of another norm, whose scales it converts', () => {
    const three = <T>(a: fc.Arbitrary<T>) => fc.array(a, { minLength: 3, maxLength: 3 });
    const scale = fc.double({ min: 0.01, max: 100, noNaN: true });
    const value = fc.double({ min: -3, max: 3, noNaN: true });
    fc.assert(
      fc.property(fc.constantFrom(1, 1.5, 2, 3, POSITIVE_INFINITY), three(scale), three(value), (norm, s, b) => {
        const smoothing = gaussianSmoothing(metricFromScales(norm, s));
        const d = distance(smoothing.metric, [0, 0, 0], b);
        expect(smoothing.totalVariation([0, 0, 0], b)).toBeLessThanOrEqual(d * (1 + 1e-14));
      }),
    );
    // The diagonal of the cube is where the conversion is needed in full.
    const cube = gaussianSmoothing(metricFromScales(POSITIVE_INFINITY, [2, 2, 2]));
    expect(cube.totalVariation([0, 0, 0], [1e-4, 1e-4, 1e-4]) / 2e-4).toBeCloseTo(1, 6);
    const between = gaussianSmoothing(metricFromScales(3, [2, 2, 2]));
    expect(between.totalVariation([0, 0, 0], [1e-4, 1e-4, 1e-4]) / (2e-4 * 3 ** (1 / 3))).toBeCloseTo(1, 6);
  });
});

describe('smoothing noise', () => {
  const all = [
    ...laplaceNorms.map((norm) => laplaceSmoothing(metricFromScales(norm, [1, 2, 3]))),
    gaussianSmoothing(metricFromScales(3, [1, 2, 3])),
  ];

  it('of a longer row begins with the shorter one, and another trial has other draws', () => {
    for (const smoothing of all) {
      const [long, short, other] = [3000, 300, 300].map((length) => new Float64Array(length)) as [
        Float64Array,
        Float64Array,
        Float64Array,
      ];
      smoothing.fill(long, parseSeed(1), 9);
      smoothing.fill(short, parseSeed(1), 9);
      smoothing.fill(other, parseSeed(1), 10);
      expect([...long.subarray(0, 300)]).toEqual([...short]);
      expect(short.some((t, k) => t === other[k])).toBe(false);
    }
  });

  it('leaves a column of scale 0 alone, and has the dimensions of the others', () => {
    const metric = metricFromScales(2, [1, 0, 1], ['age', 'sex', 'hours']);
    for (const smooth of [laplaceSmoothing, gaussianSmoothing]) {
      const smoothing = smooth(metric, { held: new Map([['sex', 1]]) });
      const out = new Float64Array(30).fill(7);
      smoothing.fill(out, parseSeed(2), 0);
      expect([...out].map((t, k) => (t === 0) === (k % 3 === 1))).not.toContain(false);
      expect([...smoothing.held]).toEqual([Number.NaN, 1, Number.NaN]);
    }
    expect(laplaceSmoothing(metric, { held: new Map([['sex', 1]]) }).radius.mean).toBe(1);
    expect(
      gaussianSmoothing(metricFromScales(POSITIVE_INFINITY, [1, 0, 1, 1, 1]), { held: new Map([['column 2', 0]]) })
        .noiseScales[0],
    ).toBe(0.5);
  });

  it.each([
    [() => laplaceSmoothing(metricFromScales(3, [1])), 'norm of Laplace smoothing: 3 (allowed: 1, 2 or Infinity'],
    [
      () => laplaceSmoothing(metricFromScales(1, [1e-160])),
      'scale of column 1 to smooth with: 1e-160 (allowed: 0, or 1e-150 to',
    ],
    [() => laplaceSmoothing(metricFromScales(1, [0])), 'metric to smooth with: every scale is 0'],
    [
      () => gaussianSmoothing(metricFromScales(1, [1, 0], ['a', 'sex'])),
      'scale of sex: 0 (allowed: above 0, or a value in held',
    ],
    [
      () => laplaceSmoothing(metricFromScales(1, [1]), { held: new Map([['column 1', 0]]) }),
      'held column column 1, scale: 1 (allowed: 0',
    ],
    [() => laplaceSmoothing(metricFromScales(1, [1]), { held: new Map([['b', 0]]) }), 'column of a metric: b'],
    [
      () => laplaceSmoothing(metricFromScales(1, [1, 0]), { held: new Map([['column 2', Number.NaN]]) }),
      'value of the held column column 2: NaN',
    ],
  ])('is refused for a metric it cannot serve (%#)', (make, message) => {
    expect(make).toThrow(message);
  });
});
