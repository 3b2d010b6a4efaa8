import type { Group } from '@dpfair/result';
import { compensatedSum, studentQuantile } from '@dpfair/stats';
import type { AnalyticEstimate, SimulatedEstimate } from '../estimate.js';

/** Fewer entities than this make a small group. */
const SMALL_GROUP = 5;

export interface GroupRollUp {
  readonly labels: readonly string[];
  readonly counts: Float64Array;
  readonly truth: Float64Array;
  readonly budgetDollars: number | null;
  readonly confidence: number;
}

/** Rolls biases up by group label, groups in order of first appearance. Intervals are for one group at a time. */
export function rollUp(estimate: AnalyticEstimate | SimulatedEstimate | null, about: GroupRollUp): Group[] {
  return [...membersOf(about.labels)].map(([group, members]) => {
    const pick = (values: Float64Array) => Float64Array.from(members, (i) => values[i] as number);
    const count = compensatedSum(pick(about.counts));
    const size = { group, entities: members.length, small: members.length < SMALL_GROUP, count };
    const truth = compensatedSum(pick(about.truth));
    if (estimate === null) return { ...size, truth, ...unknownEffect };
    const biases = pick(estimate.bias);
    const bias = compensatedSum(biases);
    const margin = marginOf(estimate, members, about.confidence);
    const dollars = about.budgetDollars === null ? null : bias * about.budgetDollars;
    return {
      ...size,
      truth,
      bias,
      lower: bias - margin,
      upper: bias + margin,
      dollars,
      dollarsPerPerson: dollars === null || count === 0 ? null : dollars / count,
      gaining: biases.filter((value) => value > 0).length,
      losing: biases.filter((value) => value < 0).length,
    };
  });
}

const unknownEffect = {
  bias: null,
  lower: null,
  upper: null,
  dollars: null,
  dollarsPerPerson: null,
  gaining: 0,
  losing: 0,
} as const;

function membersOf(labels: readonly string[]): Map<string, number[]> {
  const members = new Map<string, number[]>();
  labels.forEach((label, i) => {
    const known = members.get(label);
    if (known === undefined) members.set(label, [i]);
    else known.push(i);
  });
  return members;
}

function marginOf(
  estimate: AnalyticEstimate | SimulatedEstimate,
  members: readonly number[],
  confidence: number,
): number {
  if (estimate.method !== 'montecarlo') return members.reduce((sum, i) => sum + (estimate.errors[i] as number), 0);
  const sums = estimate.shards.means.map((shard) => members.reduce((sum, i) => sum + (shard[i] as number), 0));
  const mean = sums.reduce((a, b) => a + b, 0) / sums.length;
  const squares = sums.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const standardError = Math.sqrt(squares / (sums.length * (sums.length - 1)));
  // Once: flips that were never seen are rare in all of the group together.
  const unseen = estimate.unseen + estimate.resolution;
  return studentQuantile((1 + confidence) / 2, sums.length - 1) * standardError + unseen;
}
