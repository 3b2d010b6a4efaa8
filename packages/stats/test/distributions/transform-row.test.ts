import { type ContinuousNoise, gaussian, laplace, transformRow } from '@dpfair/stats';
import { describe, expect, test } from 'vitest';
import { readTable } from '../table.js';
import { worstUlp } from '../ulp.js';

// kind, spread, x, s, transform, its log, moments 1 and 2, moment 1 over transform
type Row = [kind: ContinuousNoise['kind'], spread: number, x: number, s: number, ...values: string[]];
const makers = { laplace, gaussian };

function rowAt(row: Row): { logPhi: number; ratio: number } {
  const logPhi = new Float64Array(1);
  const ratio = new Float64Array(1);
  transformRow(makers[row[0]](row[1]), Float64Array.of(row[2]), null, row[3], logPhi, ratio);
  return { logPhi: logPhi[0] as number, ratio: ratio[0] as number };
}

const columns: [string, number, (row: Row) => number][] = [
  ['positivePartTransform', 4, (row) => makers[row[0]](row[1]).positivePartTransform(row[2], row[3])],
  ['logPositivePartTransform', 5, (row) => makers[row[0]](row[1]).logPositivePartTransform(row[2], row[3])],
  ['the first moment', 6, (row) => makers[row[0]](row[1]).positivePartTransformMoment(1, row[2], row[3])],
  ['the second moment', 7, (row) => makers[row[0]](row[1]).positivePartTransformMoment(2, row[2], row[3])],
  ['logPhi of a row', 5, (row) => rowAt(row).logPhi],
  ['the ratio of a row', 8, (row) => rowAt(row).ratio],
];

// |x| up to 700 scales or 37 sigma, s spread from 1e-12 to 1e6, one case in three on the seams between formulas
describe.each(['laplace', 'gaussian'])(
  '%s is within 5 ulp of 200-digit values wherever these exceed 1e-300',
  (kind) => {
    const rows = readTable<Row>('transforms').filter((row) => row[0] === kind);
    test.each(columns)('%s', (_, column, f) => {
      const large = rows.filter((row) => Math.abs(Number(row[column])) > 1e-300);
      expect(large.length).toBeGreaterThan(200);
      expect(worstUlp(large, f, (row) => Number(row[column])).ulp).toBeLessThanOrEqual(5);
    });
  },
);

test.each([laplace(3), gaussian(3)])(
  'a row of $kind noise is its entities one by one, weights in the rate and the ratio',
  (noise) => {
    const counts = Float64Array.of(-4, 0, 0.5, 3, 20, 900, 1e6);
    const weights = Float64Array.of(1, 0.5, 2, 0, 1.5, 1, 3);
    for (const t of [0, 1e-9, 0.01, 0.3, 5]) {
      const logPhi = new Float64Array(counts.length);
      const ratio = new Float64Array(counts.length);
      transformRow(noise, counts, weights, t, logPhi, ratio);
      counts.forEach((x, j) => {
        const weight = weights[j] as number;
        const log = noise.logPositivePartTransform(x, t * weight);
        expect(Math.abs((logPhi[j] as number) - log)).toBeLessThanOrEqual(4e-15 * Math.abs(log));
        const transform = noise.positivePartTransform(x, t * weight);
        if (transform > 1e-290) {
          const mean = (weight * noise.positivePartTransformMoment(1, x, t * weight)) / transform;
          expect(Math.abs((ratio[j] as number) - mean)).toBeLessThanOrEqual(4e-15 * mean);
        }
      });
    }
  },
);

test('at rate 0 the transform is 1 and the ratio the mean of the clipped count', () => {
  for (const noise of [laplace(2), gaussian(2)]) {
    expect(noise.positivePartTransform(5, 0)).toBe(1);
    expect(noise.logPositivePartTransform(5, 0) + 0).toBe(0);
    expect(noise.positivePartTransformMoment(1, 5, 0)).toBeCloseTo(noise.positivePart(5), 14);
  }
});

test('where the transform underflows its logarithm and the ratio do not', () => {
  for (const noise of [laplace(1), gaussian(1)]) {
    const logPhi = new Float64Array(1);
    const ratio = new Float64Array(1);
    transformRow(noise, Float64Array.of(1e6), null, 0.2, logPhi, ratio);
    expect(noise.positivePartTransform(1e6, 0.2)).toBe(0);
    // the clip is out of reach: log E exp(-s eta) - s x
    const free = noise.kind === 'laplace' ? -Math.log(1 - 0.04) : 0.02;
    expect(logPhi[0]).toBeCloseTo(free - 2e5, 8);
    expect(ratio[0]).toBeCloseTo(1e6 - (noise.kind === 'laplace' ? 0.4 / 0.96 : 0.2), 8);
  }
});

/** E[U_i / sum of U] - truth, by the integral over t of ratio_i(t) exp(sum of logPhi(t)). */
function shareBias(noise: ContinuousNoise, counts: Float64Array, weights: Float64Array): number[] {
  const total = counts.reduce((sum, x, j) => sum + x * (weights[j] as number), 0);
  const logPhi = new Float64Array(counts.length);
  const ratio = new Float64Array(counts.length);
  return Array.from(counts, (x, i) => {
    const integrand = (t: number) => {
      transformRow(noise, counts, weights, t, logPhi, ratio);
      return (ratio[i] as number) * Math.exp(logPhi.reduce((sum, value) => sum + value, 0));
    };
    // exp-sinh quadrature: the trapezoid rule in u, for t = exp(pi / 2 sinh u) / total
    let integral = 0;
    for (let u = -4.5; u <= 4.5; u += 1 / 64) {
      const t = Math.exp(0.5 * Math.PI * Math.sinh(u)) / total;
      integral += (integrand(t) * t * 0.5 * Math.PI * Math.cosh(u)) / 64;
    }
    return integral - (x * (weights[i] as number)) / total;
  });
}

// known to ten digits by two other routes: a long quadrature in log t, and ten million trials within 1.5 standard errors
test.each([
  [[100, 400, 1500, 8000], [1, 1.5, 0.8, 1.2], 20, [1.620432979e-7, -1.224209028e-5, -1.131426567e-6, 1.321147356e-5]],
  [[100, 400, 1500, 8000], [1, 1.5, 0.8, 1.2], 200, [4.922415588e-3, 4.79610421e-4, -8.41787994e-4, -4.560238015e-3]],
  [
    [0, 3, 10, 40, 200],
    [1, 1, 1, 1, 1],
    10,
    [1.812990809e-2, 1.258756067e-2, 4.106638592e-3, -7.350479406e-3, -2.747362794e-2],
  ],
])(
  'rows give the exact bias of the shares of %j with weights %j and Laplace scale %d',
  (counts, weights, scale, expected) => {
    const found = shareBias(laplace(scale), Float64Array.from(counts), Float64Array.from(weights));
    expected.forEach((bias, i) => {
      expect(Math.abs((found[i] as number) - bias)).toBeLessThan(1e-14 + 1e-9 * Math.abs(bias));
    });
  },
);
