import { type ContinuousNoise, gaussian, laplace } from '@dpfair/stats';
import { describe, expect, test } from 'vitest';
import { readTable } from '../table.js';
import { worstUlp } from '../ulp.js';

// kind, spread, x, pdf, logPdf, cdf, survival, logCdf, logSurvival, tail moments 0 to 4, positive part, clipping bias
type Row = [kind: ContinuousNoise['kind'], spread: number, x: number, ...values: string[]];
const makers = { laplace, gaussian };
const make = (row: Row) => makers[row[0]](row[1]);

const columns: [string, number, (noise: ContinuousNoise, x: number) => number][] = [
  ['pdf', 3, (noise, x) => noise.pdf(x)],
  ['logPdf', 4, (noise, x) => noise.logPdf(x)],
  ['cdf', 5, (noise, x) => noise.cdf(x)],
  ['survival', 6, (noise, x) => noise.survival(x)],
  ['logCdf', 7, (noise, x) => noise.logCdf(x)],
  ['logSurvival', 8, (noise, x) => noise.logSurvival(x)],
  ...([0, 1, 2, 3, 4] as const).map((order): (typeof columns)[number] => [
    `tailMoment ${order}`,
    9 + order,
    (noise, x) => noise.tailMoment(order, x),
  ]),
  ['positivePart', 14, (noise, x) => noise.positivePart(x)],
  ['clippingBias', 15, (noise, x) => noise.clippingBias(x)],
];

describe.each(['laplace', 'gaussian'])('%s is within 5 ulp of 60-digit values wherever these exceed 1e-300', (kind) => {
  const rows = readTable<Row>('distributions').filter((row) => row[0] === kind);
  test.each(columns)('%s', (_, column, f) => {
    const large = rows.filter((row) => Math.abs(Number(row[column])) > 1e-300);
    expect(large.length).toBeGreaterThan(100);
    expect(
      worstUlp(
        large,
        (row) => f(make(row), row[2]),
        (row) => Number(row[column]),
      ).ulp,
    ).toBeLessThanOrEqual(5);
  });
});

describe.each([laplace(7), gaussian(7)])('$kind', (noise) => {
  test('quantiles invert the cdf and the survival function', () => {
    for (const p of [1e-300, 1e-20, 1e-3, 0.2, 0.5, 0.7, 0.999]) {
      const condition = 4 + 2 * Math.log(p) ** 2;
      expect(Math.abs(noise.cdf(noise.quantile(p)) / p - 1)).toBeLessThan(condition * 1e-15);
      expect(Math.abs(noise.survival(noise.upperQuantile(p)) / p - 1)).toBeLessThan(condition * 1e-15);
    }
    expect([noise.quantile(0), noise.quantile(0.5), noise.quantile(1)].map((x) => x + 0)).toEqual([
      Number.NEGATIVE_INFINITY,
      0,
      Number.POSITIVE_INFINITY,
    ]);
    expect(noise.quantile(1.5)).toBeNaN();
  });

  test('far out the tails are 0 and the moments are whole', () => {
    for (const far of [1e5, 1e300, Number.POSITIVE_INFINITY]) {
      expect([noise.pdf(far), noise.pdf(-far), noise.survival(far), noise.cdf(far), noise.tailMoment(4, far)]).toEqual([
        0, 0, 0, 1, 0,
      ]);
      expect([noise.clippingBias(far), noise.positivePart(-far)]).toEqual([0, 0]);
      expect(noise.tailMoment(2, -far)).toBeCloseTo(noise.variance, 12);
      expect(noise.tailMoment(3, -far)).toBe(0);
    }
    expect(noise.tailMoment(4, -1e5) / noise.variance ** 2).toBeCloseTo(noise.kind === 'laplace' ? 6 : 3, 12);
  });

  test('what is not a number stays so', () => {
    for (const f of [noise.pdf, noise.cdf, noise.survival, noise.logCdf, noise.clippingBias])
      expect(f(Number.NaN)).toBeNaN();
  });
});

test('clipping bias matches the published vectors', () => {
  // Laplace 10 at 0, 5, 20; Gaussian 25 sqrt(0.8) at 0, 10, 30, 51, 69, 100
  expect([0, 5, 20].map((x) => Number(laplace(10).clippingBias(x).toPrecision(6)))).toEqual([5, 3.03265, 0.676676]);
  const noise = gaussian(25 * Math.sqrt(0.8));
  expect([0, 10, 30, 51, 69, 100].map((x) => Number(noise.clippingBias(x).toPrecision(6)))).toEqual([
    8.92062, 4.79811, 0.931166, 0.0866008, 0.00629117, 1.77847e-5,
  ]);
});

test('a spread that is no spread is refused', () => {
  expect(() => laplace(0)).toThrow(new RangeError('scale: 0 (allowed: a finite number above 0)'));
  for (const bad of [-1, Number.NaN, Number.POSITIVE_INFINITY]) expect(() => gaussian(bad)).toThrow(RangeError);
});
