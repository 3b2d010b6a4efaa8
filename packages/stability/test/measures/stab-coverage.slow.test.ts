import { normalCdf, normalQuantile, openStream, parseSeed, type RandomStream } from '@dpfair/stats';
import { coverageBand, statisticalTest } from '@dpfair/tooling/statistical-test.js';
import { stab } from '../../src/measures/stab.js';

type StabInterval = typeof stab;

/**
 * Linear classifiers whose weights move at random: row x has the score `margin + shared <direction, weights> + own noise`, so that a classifier says yes
 * to it with a known probability p, and two of them differ with 2 p (1 - p).
 */
interface World {
  readonly classifiers: number;
  readonly shared: number;
  readonly own: number;
}

const ROWS = 40;
const TRIALS = 2000;
const worlds: readonly World[] = [
  { classifiers: 5, shared: 0.4, own: 0 },
  { classifiers: 10, shared: 0.3, own: 0.3 },
  { classifiers: 50, shared: 1, own: 0 },
];

function drawWorld({ shared, own }: World, draws: RandomStream) {
  const margins = Float64Array.from({ length: ROWS }, () => 1.5 * draws.nextGaussian());
  const directions = Array.from({ length: ROWS }, () => [
    draws.nextGaussian(),
    draws.nextGaussian(),
    draws.nextGaussian(),
  ]);
  let truth = 0;
  directions.forEach((direction, row) => {
    const spread = Math.hypot(own, ...direction.map((value) => shared * value));
    const yes = normalCdf((margins[row] as number) / spread);
    truth += 2 * yes * (1 - yes);
  });
  const classifier = () => {
    const weights = [draws.nextGaussian(), draws.nextGaussian(), draws.nextGaussian()];
    return Uint8Array.from(directions, (direction, row) => {
      const moved = direction.reduce((sum, value, j) => sum + shared * value * (weights[j] as number), 0);
      const noise = own === 0 ? 0 : own * draws.nextGaussian();
      return Number((margins[row] as number) + moved + noise >= 0);
    });
  };
  return { truth, classifier };
}

const stretched =
  (by: number): StabInterval =>
  (predictions, confidence) => {
    const found = stab(predictions, confidence);
    const { estimate, lower, upper } = found;
    if (estimate === null || lower === null || upper === null) return found;
    return { ...found, lower: estimate + by * (lower - estimate), upper: estimate + by * (upper - estimate) };
  };

/** As if pairs were independent of one another. */
const ofIndependentPairs: StabInterval = (predictions, confidence) => {
  const found = stab(predictions, confidence);
  const pairs = predictions.flatMap((one, k) =>
    predictions.slice(k + 1).map((other) => one.reduce((sum, value, row) => sum + Number(value !== other[row]), 0)),
  );
  const mean = pairs.reduce((sum, value) => sum + value, 0) / pairs.length;
  const variance = pairs.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (pairs.length - 1);
  const half = normalQuantile((1 + confidence) / 2) * Math.sqrt(variance / pairs.length);
  return { ...found, lower: mean - half, upper: mean + half };
};

statisticalTest<StabInterval>({
  id: 'stability/stab-coverage',
  subject: stab,
  timeoutMs: 120_000,
  mutants: {
    'pairs taken for independent': ofIndependentPairs,
    'the interval of a plain mean, half as wide': stretched(0.5),
    'an interval half as wide again': stretched(1.5),
  },
  check: (interval, seed, falseAlarm) =>
    worlds.map((world, place) => {
      const draws = openStream(parseSeed(seed), 'test', 70 + place);
      const { truth, classifier } = drawWorld(world, draws);
      let covered = 0;
      for (let trial = 0; trial < TRIALS; trial++) {
        const { lower, upper } = interval(Array.from({ length: world.classifiers }, classifier), 0.95);
        if ((lower ?? Number.POSITIVE_INFINITY) <= truth && truth <= (upper ?? Number.NEGATIVE_INFINITY)) covered++;
      }
      // Nominal only in the limit: two points are allowed below, and two and a half above, where the jackknife is too wide.
      const lower = coverageBand(TRIALS, 0.93, falseAlarm).lower;
      const upper = coverageBand(TRIALS, 0.975, falseAlarm).upper;
      return { statistic: covered, lower, upper, what: `covered of ${TRIALS}, ${world.classifiers} classifiers` };
    }),
});
