import { laplaceMechanism } from '@dpfair/mechanisms';
import { normalCdf } from '@dpfair/stats';
import { statisticalTest } from '@dpfair/tooling/statistical-test.js';
import { auditTable } from '../../src/index.js';

const counts = [45, 53];

/** The simulated split of a threshold of 50 under these sampling errors, privacy noise of this scale. */
async function simulated(errors: readonly number[], scale: number, seed: bigint, confidence: number) {
  const { cells } = await auditTable({
    table: {
      id: ['a', 'b'],
      name: ['a', 'b'],
      group: null,
      counts: { count: Float64Array.from(counts) },
      fixed: { 'standard-error': Float64Array.from(errors) },
    },
    decision: 'threshold',
    parameters: { rule: 'count > 50' },
    mechanisms: [laplaceMechanism({ scale })],
    posts: ['none'],
    samplingError: 'column',
    trials: 20_000,
    confidence,
    seed: { low: Number(seed & 0xffffffffn), high: Number((seed >> 32n) & 0xffffffffn) },
  });
  return cells[0]?.sampling;
}

// Expected wrong answers: of sampling error Phi(-5 / 3) + Phi(-3 / 4), of privacy noise (exp(-5 / 4) + exp(-3 / 4)) / 2.
const bySampling = normalCdf(-5 / 3) + normalCdf(-3 / 4);
const byPrivacy = (Math.exp(-5 / 4) + Math.exp(-3 / 4)) / 2;

statisticalTest({
  id: 'fairness/split-agreement',
  subject: { errors: [3, 4], scale: 4 },
  mutants: {
    'sampling errors a quarter too small': { errors: [2.25, 3], scale: 4 },
    'sampling errors doubled': { errors: [6, 8], scale: 4 },
    'privacy noise a half too large': { errors: [3, 4], scale: 6 },
  },
  check: async ({ errors, scale }, seed, falseAlarm) => {
    const split = await simulated(errors, scale, seed, 1 - falseAlarm / 2);
    const inside = (harm: { lower: number | null; upper: number | null } | undefined, truth: number, what: string) => ({
      statistic: truth,
      lower: harm?.lower ?? Number.NaN,
      upper: harm?.upper ?? Number.NaN,
      what,
    });
    return [
      inside(split?.sampling.absolute, bySampling, 'wrong answers by sampling error, within the interval'),
      inside(split?.privacy.absolute, byPrivacy, 'wrong answers by privacy noise, within the interval'),
    ];
  },
});
