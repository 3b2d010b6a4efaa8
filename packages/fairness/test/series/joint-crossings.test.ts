import { projectOntoSimplex, projectOntoSum } from '@dpfair/mechanisms';
import {
  type ContinuousNoise,
  fillUnitGaussian,
  fillUnitLaplace,
  gaussian,
  laplace,
  openStream,
  parseSeed,
} from '@dpfair/stats';
import { normalCriticalValue, statisticalTest, type Verdict } from '@dpfair/tooling/statistical-test.js';
import { describe, expect, it } from 'vitest';
import { separateCrossingsBias } from '../../src/index.js';
import { spread, total } from '../districts.js';

/** What the projection gives beyond separate crossings, for one noisy table that has its true total already. */
function beyondSeparate(onSum: Float64Array, sum: number): Float64Array {
  const below = onSum.map((y) => Math.max(-y, 0));
  const all = total(below);
  const projected = onSum.slice();
  if (all > 0) projectOntoSimplex(projected, sum);
  const others = onSum.length - 1;
  return projected.map((v, i) => v - Math.max(onSum[i] as number, 0) + (all - (below[i] as number)) / others);
}

describe('the stated error of separate crossings', () => {
  /** Mean over the plane of three Gaussian counts that keep their total, by a midpoint rule in its two coordinates. */
  function gaussianBeyond(counts: readonly number[], sigma: number): Float64Array {
    const step = 0.1;
    const sum = new Float64Array(3);
    for (let r = -8 + step / 2; r < 8; r += step) {
      for (let s = -8 + step / 2; s < 8; s += step) {
        const density = (Math.exp(-(r * r + s * s) / 2) / (2 * Math.PI)) * step * step;
        const moved = [r / Math.SQRT2 + s / Math.sqrt(6), -r / Math.SQRT2 + s / Math.sqrt(6), (-2 * s) / Math.sqrt(6)];
        const y = Float64Array.from(counts, (x, i) => x + sigma * (moved[i] as number));
        beyondSeparate(y, total(counts)).forEach((value, i) => {
          sum[i] = (sum[i] as number) + density * value;
        });
      }
    }
    return sum;
  }

  it.each([
    [[5, 10, 2000], 200],
    [[20, 25, 400], 200],
    [[10, 30, 60], 400],
    [[1, 1, 50], 200],
  ])('holds for %j under Gaussian noise, and is within %d times of what is true', (counts, times) => {
    const { errors } = separateCrossingsBias(Float64Array.from(counts), gaussian(10));
    const beyond = gaussianBeyond(counts, 10).map(Math.abs);
    const largest = Math.max(...beyond);
    expect(errors[0] as number).toBeGreaterThan(largest);
    expect(errors[0] as number).toBeLessThan(times * largest);
  });

  it('is nothing but rounding for two entities, of which only one can be below zero', () => {
    const { bias, errors } = separateCrossingsBias(Float64Array.of(3, 4), laplace(10));
    expect(errors[0]).toBeLessThan(1e-8 * spread(bias));
    expect(Math.abs(Math.max(...beyondSeparate(Float64Array.of(-30, 37), 7)))).toBeLessThan(1e-14);
  });

  it('is within a hundredth of alpha where the two smallest are at two and three standard deviations', () => {
    const { bias, errors } = separateCrossingsBias(Float64Array.of(20, 30, 5000, 9000), gaussian(10));
    expect(errors[0] as number).toBeLessThan(0.01 * spread(bias));
  });
});

const TABLES = 40;
const DRAWS = 4_000;

interface Table {
  readonly counts: Float64Array;
  readonly noise: ContinuousNoise;
}

/** Three to twelve entities, two or more of them within a few spreads of zero. */
function randomTable(seed: bigint, number: number): Table {
  const stream = openStream(parseSeed(seed), 'test', number);
  const n = 3 + Math.floor(10 * stream.nextUniform());
  const near = 2 + Math.floor((n - 2) * stream.nextUniform());
  const counts = Float64Array.from({ length: n }, (_, i) => (i < near ? 40 * stream.nextUniform() ** 2 : 500));
  if (near === n) counts[0] = 500;
  return { counts, noise: number % 2 === 0 ? laplace(10) : gaussian(10) };
}

/** Largest mean of |beyond| over entities, less what chance may add. */
function simulatedBeyond({ counts, noise }: Table, seed: bigint, number: number, margin: number): number {
  const key = parseSeed(BigInt.asUintN(64, seed + 1n));
  const sum = new Float64Array(counts.length);
  const squares = new Float64Array(counts.length);
  const unit = new Float64Array(counts.length);
  for (let draw = 0; draw < DRAWS; draw++) {
    const row = number * DRAWS + draw;
    if (noise.kind === 'laplace') fillUnitLaplace(unit, key, 'test', row);
    else fillUnitGaussian(unit, key, 'test', row);
    const y = counts.map((x, i) => x + noise.spread * (unit[i] as number));
    projectOntoSum(y, total(counts));
    beyondSeparate(y, total(counts)).forEach((value, i) => {
      sum[i] = (sum[i] as number) + value / DRAWS;
      squares[i] = (squares[i] as number) + (value * value) / DRAWS;
    });
  }
  return Math.max(...sum.map((mean, i) => Math.abs(mean) - margin * Math.sqrt((squares[i] as number) / DRAWS)));
}

type Bound = (table: Table) => number;
const stated: Bound = ({ counts, noise }) => separateCrossingsBias(counts, noise).errors[0] as number;
statisticalTest({
  id: 'fairness/separate-crossings-bound',
  subject: stated,
  mutants: {
    'a thousandth of it': (table) => stated(table) / 1_000,
    'its square, in spreads': (table) => stated(table) ** 2 / (table.noise.spread * 1_000),
  },
  check: (bound, seed, falseAlarm): Verdict => {
    const margin = normalCriticalValue(falseAlarm / (12 * TABLES));
    const ratios = Array.from({ length: TABLES }, (_, number) => {
      const table = randomTable(seed, number);
      return simulatedBeyond(table, seed, number, margin) / bound(table);
    });
    return { statistic: Math.max(...ratios), upper: 1, what: 'what two crossings at once change, over the bound' };
  },
  timeoutMs: 120_000,
});
