import { type DiscreteNoise, discreteGaussian, discreteLaplace, transformRow } from '@dpfair/stats';
import { describe, expect, test } from 'vitest';
import { readTable } from '../../table.js';
import { ulpDistance } from '../../ulp.js';

const makers = { 'discrete-laplace': discreteLaplace, 'discrete-gaussian': discreteGaussian };
const laws = new Map<string, DiscreteNoise>();
function lawOf(kind: DiscreteNoise['kind'], spread: number): DiscreteNoise {
  const name = `${kind} ${spread}`;
  const law = laws.get(name) ?? makers[kind](spread);
  laws.set(name, law);
  return law;
}

// kind, spread, x, pmf at floor(x), cdf, survival, their logs, tail moments 1 and 2, positive part, clipping bias
type Row = [kind: DiscreteNoise['kind'], spread: number, x: number, ...values: string[]];
const columns: [string, number, (noise: DiscreteNoise, x: number) => number][] = [
  ['pmf', 3, (noise, x) => noise.pmf(Math.floor(x))],
  ['cdf', 4, (noise, x) => noise.cdf(x)],
  ['survival', 5, (noise, x) => noise.survival(x)],
  ['logCdf', 6, (noise, x) => noise.logCdf(x)],
  ['logSurvival', 7, (noise, x) => noise.logSurvival(x)],
  ['tailMoment 0', 5, (noise, x) => noise.tailMoment(0, x)],
  ['tailMoment 1', 8, (noise, x) => noise.tailMoment(1, x)],
  ['tailMoment 2', 9, (noise, x) => noise.tailMoment(2, x)],
  ['positivePart', 10, (noise, x) => noise.positivePart(x)],
  ['clippingBias', 11, (noise, x) => noise.clippingBias(x)],
];
// kind, spread, x, s, log of the transform, tilted mean
type Transform = [kind: DiscreteNoise['kind'], spread: number, x: number, s: number, log: string, mean: string];

/** An exponent of hundreds is rounded, which its exponential shows: far in a tail an ulp for each power of e. */
function expectClose(actual: number, expected: number, row: readonly unknown[]): void {
  const allowed = 12 + Math.abs(Math.log(Math.abs(expected)));
  expect(ulpDistance(actual, expected), JSON.stringify({ row, actual })).toBeLessThanOrEqual(allowed);
}

describe.each(['discrete-laplace', 'discrete-gaussian'] as const)(
  '%s agrees with 60-digit sums wherever these exceed 1e-300',
  (kind) => {
    const rows = readTable<Row>('discrete-distributions').filter((row) => row[0] === kind);
    test.each(columns)('%s', (_, column, f) => {
      const large = rows.filter((row) => Math.abs(Number(row[column])) > 1e-300);
      expect(large.length).toBeGreaterThan(100);
      for (const row of large) expectClose(f(lawOf(row[0], row[1]), row[2]), Number(row[column]), row);
    });

    const transforms = readTable<Transform>('discrete-transforms').filter((row) => row[0] === kind);
    const rowAt = ([, spread, x, s]: Transform) => {
      const [logPhi, ratio] = [new Float64Array(1), new Float64Array(1)];
      transformRow(lawOf(kind, spread), Float64Array.of(x), Float64Array.of(2), s / 2, logPhi, ratio);
      return { logPhi: logPhi[0] as number, ratio: (ratio[0] as number) / 2 };
    };
    test.each([
      ['the log transform', 4, (row: Transform) => rowAt(row).logPhi],
      ['the tilted mean', 5, (row: Transform) => rowAt(row).ratio],
    ] as const)('%s', (_, column, f) => {
      const large = transforms.filter((row) => Math.abs(Number(row[column])) > 1e-290);
      expect(large.length).toBeGreaterThan(200);
      for (const row of large) expectClose(f(row), Number(row[column]), row);
    });
  },
);

test('pmf, variance and clipping bias match the published vectors', () => {
  const six = (value: number) => Number(value.toFixed(6));
  expect([1, 2, 4, 10].map((b) => Number(discreteLaplace(b).pmf(0).toFixed(7)))).toEqual([
    0.4621172, 0.2449187, 0.124353, 0.0499584,
  ]);
  expect([1, 2, 4, 10].map((b) => Number(discreteLaplace(b).variance.toFixed(7)))).toEqual([
    1.8413472, 7.8353962, 31.8338529, 199.8334166,
  ]);
  expect([0.25, 1, 4, 16, 100].map((square) => Number(discreteGaussian(Math.sqrt(square)).pmf(0).toFixed(7)))).toEqual([
    0.7865707, 0.3989423, 0.1994711, 0.0997356, 0.0398942,
  ]);
  expect([0.25, 1, 4].map((square) => Number(discreteGaussian(Math.sqrt(square)).variance.toFixed(7)))).toEqual([
    0.2150127, 0.9999998, 4,
  ]);
  expect([0, 3, 10].map((x) => six(discreteLaplace(5).clippingBias(x)))).toEqual([2.483411, 1.362925, 0.336093]);
});

describe.each([
  discreteLaplace(0.2),
  discreteLaplace(7),
  discreteGaussian(0.4),
  discreteGaussian(7),
  discreteGaussian(300),
])('$kind of spread $spread', (noise) => {
  test('has the moments that its probabilities have', () => {
    const moment = (order: number) => {
      let sum = 0;
      for (let k = Math.ceil(60 * noise.spread) + 20; k >= 1; k--) sum += 2 * k ** order * noise.pmf(k);
      return sum + (order === 0 ? noise.pmf(0) : 0);
    };
    expect(moment(0)).toBeCloseTo(1, 13);
    expect(moment(2) / noise.variance).toBeCloseTo(1, 12);
    expect(moment(4) / noise.fourthMoment).toBeCloseTo(1, 12);
  });

  test('quantiles are the least whole numbers that reach a probability', () => {
    for (const p of [1e-200, 1e-20, 1e-3, 0.2, 0.5, 0.7, 0.999]) {
      const [q, u] = [noise.quantile(p), noise.upperQuantile(p)];
      expect([noise.cdf(q) >= p, noise.cdf(q - 1) >= p]).toEqual([true, false]);
      expect([noise.survival(u) <= p, noise.survival(u - 1) <= p]).toEqual([true, false]);
    }
    expect([noise.quantile(0), noise.quantile(1), noise.upperQuantile(0), noise.upperQuantile(1)]).toEqual([
      Number.NEGATIVE_INFINITY,
      Number.POSITIVE_INFINITY,
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
    ]);
    expect(noise.quantile(-0.1)).toBeNaN();
  });

  test('has mass on whole numbers alone, and steps just there', () => {
    expect([noise.pmf(0.5), noise.pmf(-1.25), noise.pmf(Number.NaN)]).toEqual([0, 0, Number.NaN]);
    expect(noise.cdf(1.999)).toBe(noise.cdf(1));
    expect(noise.survival(-0.001)).toBe(noise.survival(-1));
    expect(noise.cdf(0) - noise.cdf(-0.5)).toBeCloseTo(noise.pmf(0), 14);
  });

  test('far out and for extreme rates nothing is lost or endless', () => {
    for (const x of [1e60, -1e60]) {
      expect(noise.clippingBias(x) + 0).toBe(Math.max(0, -x));
      expect(Math.abs(noise.logPositivePartTransform(x, 1e-3))).toBe(x > 0 ? 1e57 : 0);
    }
    expect(noise.logPositivePartTransform(3, 0) + 0).toBe(0);
    expect(noise.tiltedMean(3, 0) / noise.positivePart(3)).toBeCloseTo(1, 13);
    expect(noise.logPositivePartTransform(3, 1e12)).toBeCloseTo(noise.logCdf(-3), 9);
  });

  test('the transform of a positive count is below its bound, and nothing beyond the finest rate', () => {
    for (const x of [-2, 0, 0.3, 2, 9]) {
      const s = noise.finestRate(x);
      expect(noise.positiveTransformBound(x, s)).toBeLessThan(1e-17);
      for (const rate of [s, s / 10, s / 100]) {
        const positive = Math.exp(noise.logPositivePartTransform(x, rate)) - noise.cdf(-x);
        expect(noise.positiveTransformBound(x, rate)).toBeGreaterThan(positive - 1e-15);
      }
    }
  });
});

test('a spread that is no spread is refused', () => {
  expect(() => discreteLaplace(0)).toThrow(new RangeError('scale: 0 (allowed: a finite number above 0)'));
  for (const bad of [-1, Number.NaN, Number.POSITIVE_INFINITY]) expect(() => discreteGaussian(bad)).toThrow(RangeError);
});

test('spreads of any size are computed with', () => {
  for (const make of [discreteLaplace, discreteGaussian]) {
    expect(make(1e-60).pmf(0)).toBe(1);
    expect(make(1e-60).clippingBias(0)).toBe(0);
    const huge = make(1e50);
    expect(huge.cdf(0)).toBeCloseTo(0.5, 14);
    expect(huge.upperQuantile(0.01) / huge.spread).toBeCloseTo(
      make === discreteLaplace ? Math.log(50) : 2.3263478740408408,
      6,
    );
  }
});
