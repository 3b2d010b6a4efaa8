import { epsilonLowerBound } from '@dpfair/disclosure';
import { attackHere, type CanaryPlan, describeModel } from '@dpfair/learning';
import { gaussianEpsilon } from '@dpfair/mechanisms';
import { parseSeed } from '@dpfair/stats';
import { statisticalTest } from '@dpfair/tooling/statistical-test.js';

const [steps, noise, delta] = [9, 1.5, 1e-3];
/** Full batches: nine Gaussian releases of noise multiplier 3/2 are one of noise multiplier 1/2. */
const claimed = gaussianEpsilon(delta, noise / Math.sqrt(steps), 1);

function planOf(seed: bigint, noiseMultiplier: number): CanaryPlan {
  return {
    model: describeModel({ kind: 'logistic', inputs: 1, classes: 2 }),
    training: {
      rows: 2,
      features: Float64Array.of(1, -1),
      featureNames: ['x'],
      target: Float64Array.of(1, 0),
      classNames: ['no', 'yes'],
      group: Int32Array.of(0, 0),
      groupNames: ['a'],
    },
    descent: {
      steps,
      stepsPerEpoch: 1,
      samplingRate: 1,
      learningRate: 0.01,
      optimizer: 'sgd',
      regularization: 0,
      privacy: { clipping: { rule: 'flat', bound: 0.5 }, noiseMultiplier },
      seed: parseSeed(seed),
    },
    pairs: 800,
    rows: 10,
    expectedNoise: noise,
  };
}

type Make = (seed: bigint) => CanaryPlan;

statisticalTest<Make>({
  id: 'cli/canary-attack',
  subject: (seed) => planOf(seed, noise),
  mutants: {
    'a third of the noise': (seed) => planOf(seed, noise / 3),
    'no noise': (seed) => planOf(seed, 0),
  },
  check: (plan, seed, falseAlarm) => {
    const options = { method: 'canary', delta, confidence: 1 - falseAlarm, claimed };
    const { lower, gaussian } = epsilonLowerBound(attackHere(plan(seed)), options);
    return {
      what: 'lower bound on epsilon',
      statistic: Math.max(lower ?? 0, gaussian ?? 0),
      lower: 0.3,
      upper: claimed,
    };
  },
});
