import {
  distance,
  logisticWeights,
  metricFromScales,
  metricFromTable,
  metricFromWeights,
  minimalLinearMetric,
  minimalLogisticMetric,
  scaleToMean,
  weightsOf,
} from '@dpfair/individual';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const norms = [1, 1.5, 2, 3, 7, Number.POSITIVE_INFINITY];
const norm = fc.constantFrom(...norms);
const value = fc.double({ min: -1e3, max: 1e3, noNaN: true });
const weight = fc.double({ min: 0, max: 10, noNaN: true });
const three = <T>(arbitrary: fc.Arbitrary<T>) => fc.array(arbitrary, { minLength: 3, maxLength: 3 });

/** Definition 2, letter by letter. */
function byDefinition(p: number, weights: readonly number[], a: readonly number[], b: readonly number[]): number {
  const terms = weights.map((w, i) => w * Math.abs((a[i] as number) - (b[i] as number)) ** p);
  if (p !== Number.POSITIVE_INFINITY) return terms.reduce((sum, term) => sum + term, 0) ** (1 / p);
  return Math.max(...weights.map((w, i) => w * Math.abs((a[i] as number) - (b[i] as number))));
}

describe('a weighted metric', () => {
  it('of weights is the p-th root of the weighted sum of p-th powers, and the largest weighted difference for p = infinity', () => {
    fc.assert(
      fc.property(norm, three(weight), three(value), three(value), (p, w, a, b) => {
        const expected = byDefinition(p, w, a, b);
        const scale = Math.max(...w.map((x, i) => (x > 0 ? Math.abs((a[i] as number) - (b[i] as number)) : 0)), 1e-9);
        expect(Math.abs(distance(metricFromWeights(p, w), a, b) - expected)).toBeLessThan(1e-11 * (expected + scale));
      }),
    );
  });

  it('is symmetric, obeys the triangle inequality, and is 0 from a point to itself', () => {
    fc.assert(
      fc.property(norm, three(weight), three(value), three(value), three(value), (p, s, a, b, c) => {
        const metric = metricFromScales(p, s);
        expect(distance(metric, a, b)).toBe(distance(metric, b, a));
        expect(distance(metric, a, a)).toBe(0);
        const around = distance(metric, a, c) + distance(metric, c, b);
        expect(distance(metric, a, b)).toBeLessThanOrEqual(around * (1 + 1e-12));
      }),
    );
  });

  it('of weights 1 and 4 in L2 has scales 1 and 2: weights are not what divides the noise', () => {
    expect([...metricFromWeights(2, [1, 4]).scales]).toEqual([1, 2]);
    expect([...metricFromWeights(1, [1, 4]).scales]).toEqual([1, 4]);
    expect([...metricFromWeights(Number.POSITIVE_INFINITY, [1, 4]).scales]).toEqual([1, 4]);
  });

  it('in L2 exceeds that of the same weights in L1 where a weight is below 1, but never that of the same scales', () => {
    const from = [0];
    const to = [1];
    expect(distance(metricFromWeights(2, [0.25]), from, to)).toBe(0.5);
    expect(distance(metricFromWeights(1, [0.25]), from, to)).toBe(0.25);
    fc.assert(
      fc.property(three(weight), three(value), three(value), (s, a, b) => {
        const [one, two, most] = [1, 2, Number.POSITIVE_INFINITY].map((p) => distance(metricFromScales(p, s), a, b));
        expect(two).toBeLessThanOrEqual((one as number) * (1 + 1e-15));
        expect(two).toBeLessThanOrEqual(Math.sqrt(3) * (most as number) * (1 + 1e-15));
      }),
    );
  });

  it('gives back its weights', () => {
    for (const p of norms) {
      const found = weightsOf(metricFromWeights(p, [0, 0.5, 3]));
      [0, 0.5, 3].forEach((w, i) => {
        expect(found[i]).toBeCloseTo(w, 13);
      });
    }
  });

  it('neither overflows nor underflows before its value does', () => {
    expect(distance(metricFromScales(2, [1, 1]), [3e200, 0], [0, 4e200]) / 5e200).toBeCloseTo(1, 14);
    expect(distance(metricFromScales(2, [1, 1]), [3e-200, 0], [0, 4e-200]) / 5e-200).toBeCloseTo(1, 14);
    expect(distance(metricFromScales(50, [1]), [1e-100], [0])).toBe(1e-100);
  });

  it('does not see a column of scale 0, even where nothing is known of it, and says NaN of any other unknown', () => {
    for (const p of norms) {
      expect(distance(metricFromScales(p, [0, 2]), [Number.NaN, 1], [5, 0])).toBe(2);
      expect(distance(metricFromScales(p, [1, 2]), [Number.NaN, 1], [5, 0])).toBeNaN();
    }
  });

  it.each([
    [() => metricFromScales(0.5, [1]), 'norm of a metric: 0.5 (allowed: 1 or more, or Infinity)'],
    [() => metricFromScales(Number.NaN, [1]), 'norm of a metric: NaN (allowed: 1 or more, or Infinity)'],
    [() => metricFromScales(1, []), 'columns of a metric: 0 (allowed: at least 1)'],
    [() => metricFromScales(1, [1, -1], ['a', 'b']), 'scale of b: -1 (allowed: a finite number, 0 or more)'],
    [() => metricFromWeights(2, [1, -1]), 'weight of column 2: -1 (allowed: a finite number, 0 or more)'],
    [() => metricFromScales(1, [1], ['a', 'b']), 'names of the columns of a metric: 2 (allowed: 1)'],
  ])('refuses what is no metric (%#)', (make, message) => {
    expect(make).toThrow(message);
  });
});

describe('the minimal metric of a linear model', () => {
  const coefficients = [2, -3, 0];
  const h = (x: readonly number[]) => coefficients.reduce((sum, beta, i) => sum + beta * (x[i] as number), 7);

  it('is nowhere below the difference of predictions, and equal where differences have the signs of the coefficients', () => {
    const metric = minimalLinearMetric(coefficients);
    fc.assert(
      fc.property(three(value), three(value), (a, b) => {
        expect(Math.abs(h(a) - h(b))).toBeLessThanOrEqual(distance(metric, a, b) + 1e-9);
      }),
    );
    expect(Math.abs(h([4, -5, 9]) - h([1, 1, 1]))).toBe(distance(metric, [4, -5, 9], [1, 1, 1]));
  });

  it('of a logistic model bounds its probabilities, and is reached around probability 1/2', () => {
    const metric = minimalLogisticMetric(coefficients);
    const probability = (x: readonly number[]) => 1 / (1 + Math.exp(-h(x)));
    fc.assert(
      fc.property(three(value), three(value), (a, b) => {
        expect(Math.abs(probability(a) - probability(b))).toBeLessThanOrEqual(distance(metric, a, b) + 1e-12);
      }),
    );
    const [a, b] = [
      [-3.5 - 1e-4, 0, 0],
      [-3.5 + 1e-4, 0, 0],
    ];
    const ratio = Math.abs(probability(a) - probability(b)) / distance(metric, a, b);
    expect(ratio).toBeGreaterThan(1 - 1e-7);
    expect(ratio).toBeLessThanOrEqual(1 + 1e-9);
  });
});

describe('a metric scaled to a mean', () => {
  it('has that mean of weights, or of scales, in every norm, and the same proportions', () => {
    for (const p of norms) {
      for (const of of ['weights', 'scales'] as const) {
        const scaled = scaleToMean(metricFromWeights(p, [1, 4, 0]), { mean: 2.5, of });
        const values = of === 'weights' ? weightsOf(scaled) : scaled.scales;
        expect(values.reduce((sum, x) => sum + x) / 3).toBeCloseTo(2.5, 12);
        expect((weightsOf(scaled)[1] as number) / (weightsOf(scaled)[0] as number)).toBeCloseTo(4, 12);
      }
    }
  });

  it('is refused where all is 0', () => {
    expect(() => scaleToMean(metricFromScales(1, [0, 0]))).toThrow(
      'mean of the weights before scaling: 0 (allowed: above 0)',
    );
  });

  it('of a logistic model leaves the intercept out', () => {
    expect([...logisticWeights(1, [1, -3, 100], ['a', 'b']).scales]).toEqual([0.5, 1.5]);
    expect([...weightsOf(logisticWeights(2, [1, -3, 100], ['a', 'b']))].map((w) => w.toFixed(12))).toEqual([
      '0.500000000000',
      '1.500000000000',
    ]);
    expect(() => logisticWeights(1, [1, 2], ['a', 'b'])).toThrow(
      'parameters of a logistic model: 2 (allowed: 3: one per column and the intercept)',
    );
  });
});

describe('a table of weights', () => {
  const columns = ['age', 'sex=F', 'sex=M'];

  it('is read by name in any order, an encoded value taking the weight of its column', () => {
    const table = new Map([
      ['sex', 0],
      ['age', 2],
    ]);
    expect([...metricFromTable(1, table, columns).scales]).toEqual([2, 0, 0]);
    expect([...metricFromTable(1, new Map([['sex=M', 3]]), columns, 1).scales]).toEqual([1, 1, 3]);
  });

  it('is refused where a column has no weight, or a weight no column', () => {
    expect(() => metricFromTable(1, new Map([['age', 1]]), columns)).toThrow('weight of a column: sex=F');
    expect(() => metricFromTable(1, new Map([['agee', 1]]), columns, 1)).toThrow(
      'column of a metric: agee (allowed: age, sex=F, sex=M)',
    );
  });
});
