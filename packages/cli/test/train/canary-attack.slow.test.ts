import { epsilonLowerBound } from '@dpfair/disclosure';
import { attackHere, type CanaryPlan, describeModel } from '@dpfair/learning';
import { accountants } from '@dpfair/mechanisms';
import { parseSeed } from '@dpfair/stats';
import { statisticalTest } from '@dpfair/tooling/statistical-test.js';

const [samplingRate, noiseMultiplier, steps, delta] = [0.15, 1, 8, 1e-2];
const claimed = accountants.pld.epsilon(
  [{ kind: 'subsampled-gaussian', samplingRate, noiseMultiplier, count: steps }],
  delta,
);

function planOf(
  seed: bigint,
  changes: { readonly samplingRate?: number; readonly noiseMultiplier?: number },
): CanaryPlan {
  return {
    model: describeModel({ kind: 'network', inputs: 2, classes: 2, hidden: [3], activation: 'tanh' }),
    training: {
      rows: 6,
      features: Float64Array.of(1, 0, -1, 2, 2, 0, 0.5, 1, -1, -2, 0, 1),
      featureNames: ['x', 'y'],
      target: Float64Array.of(1, 0, 1, 0, 0, 1),
      classNames: ['no', 'yes'],
      group: Int32Array.of(0, 0, 0, 1, 1, 1),
      groupNames: ['a', 'b'],
    },
    descent: {
      steps,
      stepsPerEpoch: steps,
      samplingRate: changes.samplingRate ?? samplingRate,
      learningRate: 0.05,
      optimizer: 'adam',
      regularization: 0.01,
      privacy: { clipping: { rule: 'flat', bound: 1 }, noiseMultiplier: changes.noiseMultiplier ?? noiseMultiplier },
      seed: parseSeed(seed),
    },
    pairs: 3000,
    rows: 10,
    expectedNoise: noiseMultiplier,
  };
}

type Make = (seed: bigint) => CanaryPlan;

statisticalTest<Make>({
  id: 'cli/canary-attack-batches',
  subject: (seed) => planOf(seed, {}),
  mutants: {
    'every row in every batch': (seed) => planOf(seed, { samplingRate: 1 }),
    'a tenth of the noise': (seed) => planOf(seed, { noiseMultiplier: noiseMultiplier / 10 }),
  },
  check: (plan, seed, falseAlarm) => {
    const options = { method: 'canary', delta, confidence: 1 - falseAlarm, claimed };
    const { lower } = epsilonLowerBound(attackHere(plan(seed)), options);
    return { what: `lower bound on epsilon, claimed ${claimed}`, statistic: lower ?? 0, upper: claimed };
  },
  timeoutMs: 120_000,
});
