import { openStream, parseSeed } from '@dpfair/stats';
import { binomialBand, statisticalTest } from '@dpfair/tooling/statistical-test.js';
import { describe, expect, it } from 'vitest';
import { pearson, pearsonCorrelation, spearmanCorrelation } from '../../src/causes/correlation.js';
import { ascendingOrder, midranks } from '../../src/causes/ranks.js';
import { riskBins } from '../../src/causes/risk-bins.js';

const seed = parseSeed(1);
const from = (...values: readonly number[]) => Float64Array.from(values);

describe('correlations', () => {
  it('are those of the definition', () => {
    // Sums of squares 10 and 8, of products 8: 8 / sqrt(80).
    expect(pearson(from(1, 2, 3, 4, 5), from(2, 1, 4, 3, 5))).toBeCloseTo(0.8, 14);
    expect(pearson(from(1, 2, 3), from(7, 7, 7))).toBeNaN();
    expect(pearson(from(1, 2, 9, 3), from(3, 2, 9, 1), (row) => row !== 2)).toBe(-1);
  });

  it('ties share the mean of their ranks, among the rows that are kept', () => {
    const values = from(5, 1, 5, 2);
    const order = ascendingOrder(values);
    expect([...midranks(values, order)]).toEqual([3.5, 1, 3.5, 2]);
    expect([...midranks(values, order, (row) => row !== 0)]).toEqual([Number.NaN, 1, 3, 2]);
  });

  it('of ranks do not change when one side is transformed by an increasing function', () => {
    const stream = openStream(parseSeed(3), 'test', 0);
    const x = Float64Array.from({ length: 200 }, () => stream.nextGaussian());
    const y = x.map((value) => value + stream.nextGaussian());
    const plain = spearmanCorrelation(x, y, 0.95, seed);
    expect(spearmanCorrelation(x.map(Math.exp), y, 0.95, seed)).toEqual(plain);
    expect(plain.lower).toBeLessThan(plain.estimate as number);
  });

  it('do not exist where one side does not vary', () => {
    const x = Float64Array.from({ length: 100 }, (_, k) => k);
    expect(pearsonCorrelation(x, new Float64Array(100), 0.95, seed).estimate).toBeNull();
  });

  type Make = (x: Float64Array, y: Float64Array) => { lower: number | null; upper: number | null };
  const fisher: Make = (x, y) => {
    const z = Math.atanh(pearson(x, y));
    const half = 1.96 / Math.sqrt(x.length - 3);
    return { lower: Math.tanh(z - half), upper: Math.tanh(z + half) };
  };
  statisticalTest<Make>({
    id: 'learning/correlation-coverage',
    subject: (x, y) => pearsonCorrelation(x, y, 0.95, seed),
    mutants: {
      "Fisher's interval, which asks for normal rows": fisher,
      'half as wide': (x, y) => {
        const { estimate, lower, upper } = pearsonCorrelation(x, y, 0.95, seed);
        const middle = estimate as number;
        return { lower: middle + ((lower as number) - middle) / 2, upper: middle + ((upper as number) - middle) / 2 };
      },
    },
    check: (make, drawnSeed, falseAlarm) => {
      const stream = openStream(parseSeed(drawnSeed), 'test', 0);
      const [repetitions, rows] = [1_000, 400];
      let covered = 0;
      for (let repetition = 0; repetition < repetitions; repetition++) {
        // Both sides share a scale that varies from row to row: fourth moments are large. Correlation 1/2.
        const x = new Float64Array(rows);
        const y = new Float64Array(rows);
        for (let row = 0; row < rows; row++) {
          const scale = stream.nextUniform() < 0.2 ? 3 : 1;
          const common = stream.nextGaussian();
          x[row] = scale * (common + stream.nextGaussian());
          y[row] = scale * (common + stream.nextGaussian());
        }
        const { lower, upper } = make(x, y);
        if ((lower as number) <= 0.5 && 0.5 <= (upper as number)) covered++;
      }
      // 95 %, less what a jackknife of 40 groups may lose.
      const low = binomialBand(repetitions, 0.93, falseAlarm).lower;
      const high = binomialBand(repetitions, 0.965, falseAlarm).upper;
      return { what: 'covered', statistic: covered - (low + high) / 2, bound: (high - low) / 2 };
    },
  });
});

describe('bins', () => {
  it('are ten for any number of rows without ties, and differ by one row at most', () => {
    for (let rows = 80; rows < 400; rows++) {
      const property = Float64Array.from({ length: rows }, (_, k) => k);
      const sizes = riskBins(property, property, 0.95).map((bin) => bin.rows);
      expect([rows, sizes.length, Math.max(...sizes) - Math.min(...sizes) <= 1]).toEqual([rows, 10, true]);
    }
  });

  it('hold a tenth of the rows each, ascending, and never part equal rows', () => {
    const property = Float64Array.from({ length: 100 }, (_, k) => (k < 25 ? 0 : k));
    const bins = riskBins(property, property, 0.95);
    expect(bins.map(({ rows }) => rows)).toEqual([25, 5, 10, 10, 10, 10, 10, 10, 10]);
    expect(bins[0]).toMatchObject({ from: 0, to: 0, risk: { estimate: 0 } });
    expect(bins.reduce((sum, { rows }) => sum + rows, 0)).toBe(100);
    expect(bins[8]).toMatchObject({ from: 90, to: 99, middle: 94.5, risk: { estimate: 94.5 } });
  });
});
