import { bonferroniCriticalValue, laplace, parseSeed } from '@dpfair/stats';
import { coverageBand, statisticalTest, type Verdict } from '@dpfair/tooling/statistical-test.js';
import { rollUp } from '../../src/cell/groups.js';
import { alphaInterval, costInterval, costOf, exactBaselineBias } from '../../src/index.js';
import { pattern, spread, total } from '../districts.js';
import { type Simulated, simulated } from '../montecarlo/simulated.js';

const REPETITIONS = 2_000;
const TRIALS = 640;

/** Small n, counts at and near zero, very different sizes: the worked example, simulated as the product does. */
const counts = Float64Array.from(pattern);
const exact = exactBaselineBias({ counts, weights: null, noise: laplace(10) }).bias;

/** Whether one simulation's interval holds what it should. */
type Judge = (sample: Simulated, seed: bigint) => boolean;

/** The real thing and its mutants judge the same simulations, which are therefore run once. */
const samples = new Map<string, Promise<readonly Simulated[]>>();

function samplesOf(seed: bigint, trials: number): Promise<readonly Simulated[]> {
  const key = `${seed} ${trials}`;
  const known = samples.get(key) ?? drawSamples(seed, trials);
  samples.clear();
  samples.set(key, known);
  return known;
}

async function drawSamples(seed: bigint, trials: number): Promise<readonly Simulated[]> {
  const drawn: Simulated[] = [];
  const setting = { decision: 'allotment', post: 'baseline', counts, noise: laplace(10), trials } as const;
  for (let repetition = 0; repetition < REPETITIONS; repetition++) {
    drawn.push(await simulated(setting, BigInt.asUintN(64, seed + BigInt(repetition))));
  }
  return drawn;
}

const howMany = async (judge: Judge, seed: bigint, trials: number): Promise<number> =>
  (await samplesOf(seed, trials)).filter((sample) => judge(sample, seed)).length;

/** Ten trials a shard of a skewed ratio: one per cent below and half a per cent above is allowed for what is only asymptotic. */
const near95 =
  (trials = TRIALS) =>
  async (judge: Judge, seed: bigint, falseAlarm: number): Promise<Verdict> => {
    const band = coverageBand(REPETITIONS, 0.95, falseAlarm);
    const statistic = await howMany(judge, seed, trials);
    return { statistic, lower: band.lower - 20, upper: band.upper + 10, what: 'covered' };
  };

const alpha =
  (confidence: number, shift = 0): Judge =>
  ({ means, bias, standardError }, seed) => {
    const options = { confidence, seed: parseSeed(seed), repetitions: 200 };
    const { lower, upper } = alphaInterval(means, bias, standardError, options);
    const truth = spread(exact) * (1 + shift);
    return lower <= truth && truth <= upper;
  };
statisticalTest({
  id: 'fairness/alpha-coverage-simulated',
  subject: alpha(0.95),
  mutants: { 'confidence 80 %': alpha(0.8), 'alpha 20 % larger than it is': alpha(0.95, 0.2) },
  check: near95(),
  timeoutMs: 120_000,
});

const cost =
  (confidence: number, shift = 0): Judge =>
  ({ means, bias }) => {
    const { lower, upper } = costInterval(means, bias, confidence);
    const truth = costOf(exact) * (1 + shift);
    return lower <= truth && truth <= upper;
  };
statisticalTest({
  id: 'fairness/cost-coverage-simulated',
  subject: cost(0.95),
  mutants: { 'confidence 80 %': cost(0.8), 'cost 20 % larger than it is': cost(0.95, 0.2) },
  check: near95(),
  timeoutMs: 120_000,
});

const group =
  (confidence: number): Judge =>
  ({ means, bias }) => {
    const estimate = {
      method: 'montecarlo',
      bias,
      shards: { means },
      trials: TRIALS,
      controlVariates: true,
      unseen: 0,
      rounding: 0,
    } as const;
    const labels = ['small', 'small', 'small', 'large', 'large'];
    const [small] = rollUp(estimate, { labels, counts, truth: counts, budgetDollars: null, confidence });
    const truth = total(exact.slice(0, 3));
    return (small?.lower ?? Number.NaN) <= truth && truth <= (small?.upper ?? Number.NaN);
  };
statisticalTest({
  id: 'fairness/group-coverage-simulated',
  subject: group(0.95),
  mutants: { 'confidence 85 %': group(0.85), 'confidence 99.9 %': group(0.999) },
  check: near95(),
  timeoutMs: 120_000,
});

const everyEntity =
  (entities: number): Judge =>
  ({ bias, standardError, means }) => {
    const width = bonferroniCriticalValue(entities, 0.95, means.length - 1);
    return bias.every((b, i) => Math.abs(b - (exact[i] as number)) <= width * (standardError[i] as number));
  };
statisticalTest({
  id: 'fairness/all-entities-coverage-simulated',
  subject: everyEntity(counts.length),
  mutants: { 'one at a time': everyEntity(1), 'a million entities': everyEntity(1_000_000) },
  // The far tail of all five at once needs more trials than one interval does.
  check: near95(5 * TRIALS),
  timeoutMs: 120_000,
});
