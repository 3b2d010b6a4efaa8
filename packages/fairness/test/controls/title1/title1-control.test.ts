import { decisionByName, title1Run } from '@dpfair/decisions';
import { noiseKinds } from '@dpfair/mechanisms';
import { discreteLaplace, gaussian, laplace, type NoiseDistribution, parseSeed } from '@dpfair/stats';
import { normalCriticalValue, statisticalTest } from '@dpfair/tooling/statistical-test.js';
import { expect, it } from 'vitest';
import { title1Control } from '../../../src/controls/title1/title1-control.js';
import { prepareCell } from '../../../src/models/prepared-cell.js';
import { smallWorld } from './small-world.js';

const input = smallWorld();
const counts = input.counts.count as Float64Array;
const n = counts.length;
const scale = 15;
const decision = decisionByName('title1');
const truth = decision.truth(input);

/** Mean and standard error over trials of what a control adds up, for outcomes that the caller makes. */
function averages(
  seed: bigint,
  drawn: NoiseDistribution,
  trials: number,
  accumulate: (noisy: Float64Array, outcome: Float64Array, into: Float64Array) => void,
  outcomeOf: (noisy: Float64Array, outcome: Float64Array) => void,
) {
  const [unit, noisy, outcome, one] = [0, 1, 2, 3].map(() => new Float64Array(n)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const { fillUnit } = noiseKinds[drawn.kind];
  const addNoise = noiseKinds[drawn.kind].addNoise(drawn.spread);
  const [sum, squares] = [new Float64Array(n), new Float64Array(n)];
  for (let trial = 0; trial < trials; trial++) {
    fillUnit(unit, parseSeed(seed), 'noise', trial);
    addNoise(counts, unit, noisy);
    outcomeOf(noisy, outcome);
    one.fill(0);
    accumulate(noisy, outcome, one);
    for (let i = 0; i < n; i++) {
      sum[i] = (sum[i] as number) + (one[i] as number);
      squares[i] = (squares[i] as number) + (one[i] as number) ** 2;
    }
  }
  const mean = sum.map((total) => total / trials);
  const variance = squares.map((total, i) => total / trials - (mean[i] as number) ** 2);
  return { mean, variance, error: variance.map((of) => Math.sqrt(of / trials)) };
}

/** Noise that is drawn, and noise that the control is made for. */
interface Noises {
  readonly drawn: NoiseDistribution;
  readonly made: NoiseDistribution;
}
const noises = (...pairs: readonly (readonly [NoiseDistribution, NoiseDistribution])[]): readonly Noises[] =>
  pairs.map(([drawn, made]) => ({ drawn, made }));
const discrete = discreteLaplace(1.5);

statisticalTest<readonly Noises[]>({
  id: 'fairness/title1-control',
  subject: noises([laplace(scale), laplace(scale)], [discrete, discrete]),
  mutants: {
    'expected for 10 % more noise': noises([laplace(scale), laplace(1.1 * scale)]),
    'expected for Gaussian noise': noises([laplace(scale), gaussian(scale)]),
    'whole numbers taken for a density': noises([discrete, laplace(1.5)]),
  },
  check: (settings, seed, falseAlarm) =>
    settings.map(({ drawn, made }) => {
      const control = title1Control(title1Run(input, {}), truth, made, true);
      // Without an outcome what is accumulated is the control with its sign changed.
      const { mean, error } = averages(seed, drawn, 6000, control.accumulate, (_noisy, outcome) => outcome.fill(0));
      const scores = [...mean].map((value, i) => {
        const expected = (truth[i] as number) + (control.expectedMinusTruth[i] as number);
        return Math.abs(value + expected) / (error[i] as number);
      });
      const upper = normalCriticalValue(falseAlarm / (settings.length * n));
      return { statistic: Math.max(...scores), upper, what: `largest z over districts, ${drawn.kind}` };
    }),
});

statisticalTest<number>({
  id: 'fairness/title1-variance',
  subject: 1,
  mutants: { 'half of the control': 0.5, 'none of it': 0 },
  check: (part, seed) => {
    const noise = laplace(scale);
    const pipeline = decision.pipeline('clip', input);
    const control = title1Control(title1Run(input, {}), truth, noise, true);
    const outcomeOf = (noisy: Float64Array, outcome: Float64Array) => pipeline.apply({ count: noisy }, outcome);
    const plain = averages(seed, noise, 1000, (_noisy, outcome, into) => into.set(outcome), outcomeOf);
    const partly = (noisy: Float64Array, outcome: Float64Array, into: Float64Array) => {
      const full = new Float64Array(n);
      control.accumulate(noisy, outcome, full);
      for (let i = 0; i < n; i++)
        into[i] = (outcome[i] as number) + part * ((full[i] as number) - (outcome[i] as number));
    };
    const controlled = averages(seed, noise, 1000, partly, outcomeOf);
    const ratios = [...plain.variance].map((of, i) => of / (controlled.variance[i] as number)).sort((a, b) => a - b);
    return { statistic: ratios[n / 2] as number, lower: 10, what: 'median ratio of variances' };
  },
});

it('there is no control where a projection ties counts together, or two columns are noisy', () => {
  const noise = laplace(scale);
  const model = (post: 'clip' | 'none' | 'sum' | 'simplex') => prepareCell({ decision, post, input, noise }).model;
  expect(model('clip').control()).not.toBeNull();
  expect(model('none').control()).not.toBeNull();
  expect(model('sum').control()).toBeNull();
  expect(model('simplex').control()).toBeNull();
  const { children, ...fixed } = input.fixed;
  const both = { ...input, counts: { count: counts, children: children as Float64Array }, fixed };
  const twofold = decisionByName('title1', { private: ['children'] });
  expect(prepareCell({ decision: twofold, post: 'clip', input: both, noise }).model.control()).toBeNull();
});
