import { openStream, parseSeed } from '@dpfair/stats';
import { meanCheck, statisticalTest } from '@dpfair/tooling/statistical-test.js';
import { makeModel } from '../../../src/index.js';
import { noisyGroupLosses } from '../../../src/training/clipping-rules/group-losses.js';
import { addTotalsNoise } from '../../../src/training/penalties/group-means.js';
import { penaltyGradient } from '../../../src/training/penalties/penalty-gradient.js';
import { everyModel, madeExamples } from '../../models/made-examples.js';

const streamOf = (seed: bigint) => openStream(parseSeed(seed.toString()), 'test', 3);
const squares = (values: Iterable<number>, deviation: number) =>
  Array.from(values, (value) => (value / deviation) ** 2);

/** Squares of standard normal draws have mean 1, variance 2 and skewness sqrt(8). */
const squareCheck = (falseAlarm: number, values: readonly number[]) =>
  meanCheck(values, { mean: 1, variance: 2, skewness: Math.sqrt(8), falseAlarm });

/** Losses, counts, gradient sums, boundary sums: what each of them would be after noise of these multipliers, and nothing else. */
type Releases = (seed: bigint) => readonly number[];

const groups = 8000;

const groupLossNoise =
  (noise: number, lossBound: number): Releases =>
  (seed) => {
    const into = { losses: new Float64Array(groups), counts: new Float64Array(groups) };
    const empty = { losses: new Float64Array(0), groups: new Int32Array(0), count: 0 };
    noisyGroupLosses(empty, { lossBound, noise }, streamOf(seed), into);
    return [...squares(into.losses, 4 * 5 * Math.SQRT2), ...squares(into.counts, 5 * Math.SQRT2)];
  };

statisticalTest<Releases>({
  id: 'learning/group-loss-noise',
  subject: groupLossNoise(5, 4),
  mutants: {
    'scaled to one of the two numbers that a row changes': groupLossNoise(5 / Math.SQRT2, 4),
    'bound of the losses left out': groupLossNoise(5, 1),
  },
  check: (releases, seed, falseAlarm) => squareCheck(falseAlarm, releases(seed)),
});

const totalsNoise =
  (multiplier: number, gradients: number, boundaries: number): Releases =>
  (seed) => {
    const totals = {
      counts: new Float64Array(groups),
      boundaries: new Float64Array(groups),
      gradients: [new Float64Array(groups)],
    };
    addTotalsNoise(totals, multiplier, { gradients, boundaries }, streamOf(seed));
    return [
      ...squares(totals.counts, 3 * 1.25),
      ...squares(totals.boundaries, 3 * 1.25),
      ...squares(totals.gradients[0] as Float64Array, 3 * 0.7),
    ];
  };

statisticalTest<Releases>({
  id: 'learning/penalty-totals-noise',
  subject: totalsNoise(3, 0.7, 1.25),
  mutants: {
    'scaled to a count alone': totalsNoise(3, 0.7, 1),
    '10 % too small': totalsNoise(2.7, 0.7, 1.25),
  },
  check: (releases, seed, falseAlarm) => squareCheck(falseAlarm, releases(seed)),
});

const [, description] = everyModel[0] as (typeof everyModel)[number];
const model = makeModel(description);
const examples = madeExamples(description, 10);

/** The gradient of penalties that weigh nothing, step after step: noise alone. */
const gradientNoise =
  (multiplier: number, penaltyBound: number): Releases =>
  (seed) => {
    const penalty = { clippingWeight: 0, boundaryWeight: 0, noise: { multiplier, gradientBound: 1, penaltyBound } };
    const add = penaltyGradient(model, examples, penalty, 1);
    const stream = streamOf(seed);
    return Array.from({ length: 4000 }, () => {
      const into = new Float64Array(model.parameterCount);
      const zeros = new Float64Array(model.parameterCount);
      add({ parameters: zeros, batch: new Int32Array(0), released: zeros, normaliser: 20, stream, noisy: true }, into);
      return squares(into, (3 * 0.7) / 20);
    }).flat();
  };

statisticalTest<Releases>({
  id: 'learning/penalty-gradient-noise',
  subject: gradientNoise(3, 0.7),
  mutants: {
    'not scaled to the bound': gradientNoise(3, 1),
    '10 % too small': gradientNoise(2.7, 0.7),
  },
  check: (releases, seed, falseAlarm) => squareCheck(falseAlarm, releases(seed)),
});
