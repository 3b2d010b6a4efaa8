import type { DecisionInput } from '@dpfair/decisions';

/** 48 districts of four states, many of them near a threshold, a bracket or a band; the last state is a small one. */
export function smallWorld(): DecisionInput {
  const percents = [2.1, 5.2, 14.5, 15.4, 16, 22, 29, 31, 39, 50, 9, 3];
  const districts = Array.from({ length: 48 }, (_, k) => {
    const children = Math.round(60 * 1.14 ** k);
    // The second stands on the threshold of 10 children itself.
    const count = k === 1 ? 10 : Math.round((children * (percents[k % 12] as number)) / 100);
    return { children, count, state: k < 44 ? k % 3 : 3 };
  });
  // The small state has the four largest districts shrunk.
  const size = ({ state }: { readonly state: number }) => (state === 3 ? 0.02 : 1);
  return {
    counts: { count: Float64Array.from(districts, (own) => Math.round(own.count * size(own))) },
    fixed: {
      children: Float64Array.from(districts, (own) => Math.round(own.children * size(own))),
      expenditure: Float64Array.from(districts, ({ state }) => 8000 + 2500 * state),
    },
    labels: { state: districts.map(({ state }) => `S${state}`) },
  };
}
