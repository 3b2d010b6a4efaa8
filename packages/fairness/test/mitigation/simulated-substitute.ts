import { type DecisionInput, decisionByName, type SubstituteSpec, substituteDecision } from '@dpfair/decisions';
import type { PostName } from '@dpfair/mechanisms';
import { bonferroniCriticalValue, type NoiseDistribution, parseSeed } from '@dpfair/stats';
import type { Verdict } from '@dpfair/tooling/statistical-test.js';
import { simulateHere } from '../../src/index.js';
import { meanOverShards, standardErrorOverShards } from '../../src/intervals/shard-means.js';
import { type PreparedCell, prepareCell } from '../../src/models/prepared-cell.js';
import { simulateCells } from '../../src/montecarlo/simulate-cells.js';

/** A substitute to simulate in a test. */
export interface SubstituteSetting {
  readonly spec: SubstituteSpec;
  readonly input: DecisionInput;
  readonly noise: NoiseDistribution;
  readonly trials: number;
  /** Of a threshold decision; without it the decision is an allotment. */
  readonly rule?: string;
  readonly post?: PostName;
  readonly controlVariates?: boolean;
}

export function preparedSubstitute({ spec, input, noise, rule, post = 'none' }: SubstituteSetting): PreparedCell {
  const original = rule === undefined ? decisionByName('allotment') : decisionByName('threshold', { rule });
  return prepareCell({ decision: substituteDecision(original, spec), post, input, noise });
}

/** Simulates a substitute in this thread, the way the product does. */
export async function simulatedSubstitute(setting: SubstituteSetting, seed: bigint) {
  const { trials, controlVariates = true } = setting;
  const options = { trials, tolerance: null, confidence: 0.95, controlVariates, seed: parseSeed(seed) };
  const run = async (simulation: Parameters<typeof simulateHere>[0]) => ({
    output: simulateHere(simulation),
    interrupted: false,
  });
  const { estimates } = await simulateCells([preparedSubstitute(setting)], [], options, run);
  const [estimate] = estimates;
  if (estimate === undefined || 'undefinedBecause' in estimate) throw new Error('not simulated');
  const { means } = estimate.shards;
  const bias = meanOverShards(means);
  return { bias, standardError: standardErrorOverShards(means, bias), shards: means.length };
}

/** Every simulated bias within a Student band over all entities; `errors` is what the reference may be wrong by. */
export const agreesWith =
  (reference: { readonly bias: Float64Array; readonly errors: Float64Array }) =>
  async (setting: SubstituteSetting, seed: bigint, falseAlarm: number): Promise<Verdict> => {
    const { bias, standardError, shards } = await simulatedSubstitute(setting, seed);
    const scores = bias.map((value, i) => {
      const away = Math.abs(value - (reference.bias[i] as number)) - (reference.errors[i] as number);
      return away <= 0 ? 0 : away / (standardError[i] as number);
    });
    const upper = bonferroniCriticalValue(bias.length, 1 - falseAlarm, shards - 1);
    return { statistic: Math.max(...scores), upper, what: 'largest t' };
  };
