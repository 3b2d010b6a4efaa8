import { decisionByName } from '@dpfair/decisions';
import type { FalseRate } from '@dpfair/result';
import { laplace, parseSeed } from '@dpfair/stats';
import { coverageBand, statisticalTest, type Verdict } from '@dpfair/tooling/statistical-test.js';
import { falseRates } from '../../src/cell/false-rates.js';
import type { SimulatedEstimate } from '../../src/estimate.js';
import { prepareCell } from '../../src/models/prepared-cell.js';
import { simulateHere } from '../../src/montecarlo/monte-carlo-task.js';
import { simulateCells } from '../../src/montecarlo/simulate-cells.js';

const SCALE = 10;
const TRIALS = 640;
const REPETITIONS = 300;

/** Twelve counts above a threshold at 100 by these distances: near it, and so far above that few runs see a flip. */
const worlds = { near: [0, 1, 2, 3, 5, 8, 8, 10, 12, 15, 20, 30], far: new Array<number>(12).fill(90) };

/** False negatives of a `>=` at 100, by the tail of Laplace noise. */
const flips = (distances: readonly number[]) => distances.map((distance) => Math.exp(-distance / SCALE) / 2);
const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

let latest: { readonly seed: bigint; readonly rates: Promise<Record<keyof typeof worlds, FalseRate[]>> } | undefined;

async function simulate(distances: readonly number[], seed: bigint): Promise<FalseRate[]> {
  const cell = prepareCell({
    decision: decisionByName('threshold', { rule: 'x >= 100' }),
    post: 'none',
    input: { counts: { x: Float64Array.from(distances, (distance) => 100 + distance) }, fixed: {} },
    noise: laplace(SCALE),
  });
  const rates: FalseRate[] = [];
  for (let repetition = 0; repetition < REPETITIONS; repetition++) {
    const { estimates, confidence } = await simulateCells(
      [cell],
      [],
      {
        trials: TRIALS,
        tolerance: null,
        confidence: 0.95,
        controlVariates: true,
        seed: parseSeed(BigInt.asUintN(64, seed + BigInt(repetition))),
      },
      async (simulation) => ({ output: simulateHere(simulation), interrupted: false }),
    );
    const options = { truth: cell.truth, distance: null, groups: null, confidence };
    rates.push(falseRates(estimates[0] as SimulatedEstimate, options).overall.falseNegative);
  }
  return rates;
}

/** The real thing and its mutants judge the same simulations. */
function ratesOf(seed: bigint) {
  if (latest?.seed !== seed) {
    const both = Promise.all([simulate(worlds.near, seed), simulate(worlds.far, seed)]);
    latest = { seed, rates: both.then(([near, far]) => ({ near, far })) };
  }
  return latest.rates;
}

type Interval = readonly [lower: number, upper: number];
type IntervalOf = (rate: FalseRate) => Interval;

const asStated: IntervalOf = ({ lower, upper }) => [lower as number, upper as number];
const around = (rate: FalseRate, half: (from: number) => number): Interval => [
  (rate.rate as number) - half((rate.rate as number) - (rate.lower as number)),
  (rate.rate as number) + half((rate.upper as number) - (rate.rate as number)),
];
/** What 12 entities that never flipped in a run may still do, over 12. */
const UNSEEN = Math.log(12 / 0.05) / TRIALS / 12;

statisticalTest({
  id: 'fairness/false-rate-coverage',
  subject: asStated,
  mutants: {
    'half as wide': (rate) => around(rate, (half) => half / 2),
    'twice as wide': (rate) => around(rate, (half) => 2 * half),
    'blind to flips that were never seen': (rate) => around(rate, (half) => Math.max(0, half - UNSEEN)),
  },
  check: async (intervalOf: IntervalOf, seed, falseAlarm): Promise<Verdict[]> => {
    const rates = await ratesOf(seed);
    const covered = (world: keyof typeof worlds) => {
      const truth = mean(flips(worlds[world]));
      const hits = rates[world].map(intervalOf).filter(([lower, upper]) => lower <= truth && truth <= upper);
      const { lower } = coverageBand(REPETITIONS, 0.95, falseAlarm);
      return { statistic: hits.length, lower, what: `${world} the threshold, covered of ${REPETITIONS}` };
    };
    const variance = flips(worlds.near).reduce((sum, p) => sum + p * (1 - p), 0) / TRIALS;
    const oracle = 2 * ((1.96 * Math.sqrt(variance)) / 12 + UNSEEN);
    const width = mean(rates.near.map(intervalOf).map(([lower, upper]) => upper - lower));
    return [
      covered('near'),
      covered('far'),
      { statistic: width / oracle, lower: 0.9, upper: 1.1, what: 'mean width over that of an oracle' },
    ];
  },
  timeoutMs: 60_000,
});
