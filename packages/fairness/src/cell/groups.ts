import type { Group } from '@dpfair/result';
import { compensatedSum } from '@dpfair/stats';
import type { AnalyticEstimate, SimulatedEstimate } from '../estimate.js';
import { marginOfSum } from '../intervals/margin-of-sum.js';
import { membersOf } from './members.js';

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
    const margin = marginOfSum(estimate, members, about.confidence);
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
