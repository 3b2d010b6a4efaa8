import { projectOntoSimplex } from '@dpfair/mechanisms';
import { fillUnitGaussian, fillUnitLaplace, gaussian, laplace, parseSeed } from '@dpfair/stats';
import { normalCriticalValue, statisticalTest, type Verdict } from '@dpfair/tooling/statistical-test.js';
import { simplexMoments } from '../../../src/exact/simplex/exact-simplex.js';
import { total } from '../../districts.js';

const counts = Float64Array.of(0, 21, 1, 1, 47, 4, 22, 49, 59, 1);
const DRAWS = 40_000;

type Biases = (kind: 'laplace' | 'gaussian') => Float64Array;
const exact: Biases = (kind) => simplexMoments(counts, kind === 'laplace' ? laplace(10) : gaussian(10)).bias;

/** How far the means of outcome - noisy count, whose expectation is the bias too, are from it, in standard errors. */
function largestDeviation(bias: Float64Array, kind: 'laplace' | 'gaussian', seed: bigint): number {
  const unit = new Float64Array(counts.length);
  const fill = kind === 'laplace' ? fillUnitLaplace : fillUnitGaussian;
  const sum = new Float64Array(counts.length);
  const squares = new Float64Array(counts.length);
  for (let draw = 0; draw < DRAWS; draw++) {
    fill(unit, parseSeed(seed), 'test', draw);
    const y = counts.map((x, i) => x + 10 * (unit[i] as number));
    const shift = (total(y) - total(counts)) / counts.length;
    const v = y.slice();
    projectOntoSimplex(v, total(counts));
    v.forEach((value, i) => {
      const error = value - (y[i] as number) + shift - (bias[i] as number);
      sum[i] = (sum[i] as number) + error / DRAWS;
      squares[i] = (squares[i] as number) + (error * error) / DRAWS;
    });
  }
  return Math.max(...sum.map((mean, i) => Math.abs(mean) / Math.sqrt((squares[i] as number) / DRAWS)));
}

statisticalTest({
  id: 'fairness/exact-simplex',
  subject: exact,
  mutants: {
    'six hundredths too large': (kind) => exact(kind).map((bias) => 1.06 * bias),
    'a fiftieth of the spread in favour of all': (kind) => exact(kind).map((bias) => bias + 0.2),
  },
  check: (biases, seed, falseAlarm): readonly Verdict[] =>
    (['laplace', 'gaussian'] as const).map((kind) => ({
      statistic: largestDeviation(biases(kind), kind, seed),
      upper: normalCriticalValue(falseAlarm / (4 * counts.length)),
      what: `largest deviation from the exact bias in standard errors, ${kind}`,
    })),
  timeoutMs: 60_000,
});
