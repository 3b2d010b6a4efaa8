import type { PeopleTouched } from '@dpfair/decisions';
import type { People, PeopleExpected } from '@dpfair/result';
import { compensatedSum } from '@dpfair/stats';
import type { AnalyticEstimate, SimulatedEstimate } from '../estimate.js';
import { marginOfSum } from '../intervals/margin-of-sum.js';

/**
 * The people behind wrong answers: sums of people x |bias| over the entities whose true answer is yes, and over those whose
 * true answer is no, without entities whose people are counted in others.
 *
 * @param estimate null where the biases do not exist.
 * @param truth 1 where the true answer is yes, 0 where it is no.
 */
export function peopleTouched(
  estimate: AnalyticEstimate | SimulatedEstimate | null,
  { role, people, counted }: PeopleTouched,
  truth: Float64Array,
  confidence: number,
): People {
  const of = (answer: 0 | 1): PeopleExpected => {
    const members = Array.from(truth.keys()).filter((i) => counted[i] && truth[i] === answer);
    const all = compensatedSum(Float64Array.from(members, (i) => people[i] as number));
    const size = { entities: members.length, people: all };
    if (estimate === null) return { ...size, expected: null, lower: null, upper: null };
    const terms = Float64Array.from(members, (i) => (people[i] as number) * Math.abs(estimate.bias[i] as number));
    const expected = Math.min(all, compensatedSum(terms));
    const margin = marginOfSum(estimate, members, confidence, people);
    return { ...size, expected, lower: Math.max(0, expected - margin), upper: Math.min(all, expected + margin) };
  };
  return { role, losing: of(1), gaining: of(0) };
}
