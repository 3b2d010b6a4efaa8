import { addValue, emptyMoments, standardError } from '@dpfair/stats';
import { normalCriticalValue, statisticalTest } from '@dpfair/tooling/statistical-test.js';
import { describe, expect, it } from 'vitest';
import { describeModel, makeModel, openStepMeter, type StepTerms, splitStep, trackedRows } from '../../src/index.js';
import { madeExamples } from '../models/made-examples.js';
import { type PrivateStep, simulatedLosses, stepOf } from './private-step.js';

const kinds = [
  describeModel({ kind: 'logistic', inputs: 4, classes: 2 }),
  describeModel({ kind: 'softmax', inputs: 4, classes: 3 }),
  describeModel({ kind: 'network', inputs: 4, classes: 2, hidden: [4], activation: 'tanh' }),
  describeModel({ kind: 'network', inputs: 4, classes: 3, hidden: [4], activation: 'relu' }),
];
const [rows, samplingRate, bound, multiplier] = [24, 0.25, 0.3, 2];
const batch = rows * samplingRate;

/** Noise on the sum of a batch, as DP-SGD adds it, and on the averaged gradient, as the theorem is printed. */
const places = [
  { place: 'sum', deviation: (multiplier * bound) / batch, learningRate: 0.2 },
  { place: 'average', deviation: multiplier * bound, learningRate: 0.05 },
];
const steps: readonly (PrivateStep & { readonly place: string })[] = kinds.flatMap((description) =>
  places.map(({ place, deviation, learningRate }) => ({
    place,
    description,
    examples: madeExamples(description, rows, 12),
    samplingRate,
    bound,
    deviation,
    // The second derivative of a ReLU network does not see the kinks: the prediction holds for steps too short to switch a unit.
    learningRate: description.activation === 'relu' ? learningRate / 5 : learningRate,
  })),
);

/** The simulation does not depend on what is predicted: mutants see the same one. */
const simulations = new Map<string, number[][]>();
function simulated(step: number, seed: bigint): number[][] {
  const key = `${step} ${seed}`;
  const losses = simulations.get(key) ?? simulatedLosses(steps[step] as PrivateStep, 1000, seed);
  simulations.set(key, losses);
  return losses;
}

/** Loss of each group that is predicted, from the terms. */
type Predict = (about: PrivateStep) => readonly { readonly loss: number; readonly terms: StepTerms }[];

const predictWith =
  (noiseVariance: (about: PrivateStep) => number): Predict =>
  (about) => {
    const { description, examples, learningRate } = about;
    const model = makeModel(description);
    const rowsOf = trackedRows(examples, Number.POSITIVE_INFINITY, { low: 1, high: 0 });
    const measure = openStepMeter(model, examples, rowsOf, { seed: { low: 5, high: 0 }, batchProbes: 200 });
    return measure(stepOf(about)).groups.map((moments) => {
      if (moments === null) throw new Error('a group without rows');
      return { loss: moments.loss, terms: splitStep(moments, learningRate, noiseVariance(about)) };
    });
  };

const predicted = predictWith(({ deviation }) => deviation ** 2);
/** The normalisation trap: one formula for both, that of the printed theorem, or its opposite. */
const asPrinted = predictWith(() => (multiplier * bound) ** 2);
const alwaysDivided = predictWith(() => ((multiplier * bound) / batch) ** 2);

statisticalTest<Predict>({
  id: 'learning/one-step-loss',
  subject: predicted,
  mutants: {
    'noise of the average where it is in the sum': asPrinted,
    'noise of the sum where it is on the average': alwaysDivided,
    'half the noise': predictWith(({ deviation }) => deviation ** 2 / 2),
    'no second order of clipping': (about) =>
      predicted(about).map(({ loss, terms }) => ({ loss, terms: { ...terms, clipping: terms.clippingFirst } })),
  },
  timeoutMs: 60_000,
  check: (predict, seed, falseAlarm) =>
    steps.flatMap((about, step) => {
      const losses = simulated(step, seed);
      return predict(about).map(({ loss, terms: { descent, clipping, noise } }, group) => {
        const moments = (losses[group] as number[]).reduce(addValue, emptyMoments);
        // The third order in the step, and the second moments of batches that the meter estimates, are within 5 % of the second-order effect.
        const allowed = 0.05 * (noise + Math.abs(clipping + descent) * about.learningRate);
        const limit = normalCriticalValue(falseAlarm / (2 * steps.length)) * standardError(moments) + allowed;
        return {
          what: 'mean loss beyond the predicted one',
          statistic: moments.mean - loss - descent - clipping - noise,
          bound: limit,
        };
      });
    }),
});

describe('the noise term', () => {
  it('as printed, with the noise in the sum of a batch, is too large by the square of the batch size', () => {
    for (const about of steps.filter(({ place }) => place === 'sum')) {
      const [ours, printed] = [predicted(about), asPrinted(about)];
      ours.forEach(({ terms }, group) => {
        expect((printed[group]?.terms.noise as number) / terms.noise).toBeCloseTo(batch ** 2, 8);
      });
    }
  });
});
