import { projectOntoSimplex } from '@dpfair/mechanisms';
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
import { simplexMoments } from '../../../src/exact/simplex/exact-simplex.js';
import { total } from '../../districts.js';

const TABLES = 12;
const DRAWS = 20_000;
const MOST = 50;

type Biases = (counts: Float64Array, noise: ContinuousNoise) => Float64Array;

/** The bias of the first entity, a zero, in standard errors from what simulation finds. */
function deviation(counts: Float64Array, noise: ContinuousNoise, bias: number, seed: bigint, table: number): number {
  const n = counts.length;
  const unit = new Float64Array(n);
  const fill = noise.kind === 'laplace' ? fillUnitLaplace : fillUnitGaussian;
  const all = total(counts);
  let [sum, squares] = [0, 0];
  for (let draw = 0; draw < DRAWS; draw++) {
    fill(unit, parseSeed(seed), 'test', table * DRAWS + draw);
    const y = counts.map((x, i) => x + (unit[i] as number));
    const v = y.slice();
    projectOntoSimplex(v, all);
    // The outcome less what the sum projection makes of it, which has no bias.
    const error = (v[0] as number) - (y[0] as number) + total(unit) / n - bias;
    sum += error / DRAWS;
    squares += (error * error) / DRAWS;
  }
  return Math.abs(sum) / Math.sqrt(squares / DRAWS);
}

const exact: Biases = (counts, noise) => simplexMoments(counts, noise).bias;

statisticalTest({
  id: 'fairness/exact-simplex-random',
  subject: exact,
  mutants: {
    'a period of 64 spreads alone': (counts, noise) => simplexMoments(counts, noise, [64]).bias,
    'a tenth too large': (counts, noise) => exact(counts, noise).map((bias) => 1.1 * bias),
  },
  check: (biases, seed, falseAlarm): readonly Verdict[] =>
    Array.from({ length: TABLES }, (_, k) => {
      const stream = openStream(parseSeed(seed), 'test', k);
      // The last table is the hardest: as many as there may be, most of them far from zero.
      const n = k === TABLES - 1 ? MOST : 2 + stream.nextInteger(MOST - 1);
      const size = k === TABLES - 1 ? 60 : 2 * 30 ** stream.nextUniform();
      const counts = Float64Array.from({ length: n }, (_, i) =>
        i < 2 && i < n - 1 ? 0 : size * (k === TABLES - 1 ? 1 : 0.2 + stream.nextUniform()),
      );
      const noise = k % 2 === 1 ? laplace(1) : gaussian(1);
      return {
        statistic: deviation(counts, noise, biases(counts, noise)[0] as number, seed, k),
        upper: normalCriticalValue(falseAlarm / (2 * TABLES)),
        what: `deviation from simulation in standard errors, ${noise.kind}, ${n} entities of about ${size}`,
      };
    }),
  timeoutMs: 120_000,
});
