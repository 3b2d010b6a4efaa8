import type { RandomStream } from '@dpfair/stats';

/** Means of the rows of each group in a batch, and of all of them. */
export interface GroupMeans {
  /** Share of each group among the rows; 0 for a group without rows. */
  readonly shares: Float64Array;
  /** Mean gradient of each group. */
  readonly gradients: readonly Float64Array[];
  /** Mean gradient of all. */
  readonly gradient: Float64Array;
  /** Mean boundary proxy of each group. */
  readonly boundaries: Float64Array;
  readonly boundary: number;
}

/** Sums over the rows of each group in a batch. */
export interface GroupTotals {
  readonly counts: Float64Array;
  readonly gradients: readonly Float64Array[];
  readonly boundaries: Float64Array;
}

/** How long what a row adds to the totals can be. */
export interface TotalsSensitivity {
  /** Of the sums of gradients. */
  readonly gradients: number;
  /** Of a count and a sum of the boundary proxy together. */
  readonly boundaries: number;
}

/** Adds noise to totals, in place: standard deviation `multiplier` times the sensitivity. Gradients are left alone where nobody looks at them. */
export function addTotalsNoise(
  { counts, gradients, boundaries }: GroupTotals,
  multiplier: number,
  sensitivity: TotalsSensitivity,
  stream: RandomStream,
): void {
  const noise = (values: Float64Array, deviation: number) => {
    for (let k = 0; k < values.length; k++) values[k] = (values[k] as number) + deviation * stream.nextGaussian();
  };
  noise(counts, multiplier * sensitivity.boundaries);
  noise(boundaries, multiplier * sensitivity.boundaries);
  if (sensitivity.gradients > 0) for (const sum of gradients) noise(sum, multiplier * sensitivity.gradients);
}

/** Means from totals; a group that fewer than one row is counted of has means of all, and takes no part. */
export function groupMeans({ counts, gradients, boundaries }: GroupTotals): GroupMeans {
  const present = counts.map((count) => (count >= 1 ? count : 0));
  const rows = Math.max(
    1,
    present.reduce((sum, count) => sum + count, 0),
  );
  const totalOf = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0);
  const gradient = new Float64Array(gradients[0]?.length ?? 0);
  for (const sum of gradients)
    for (let j = 0; j < sum.length; j++) gradient[j] = (gradient[j] as number) + (sum[j] as number) / rows;
  const boundary = totalOf(boundaries) / rows;
  return {
    shares: present.map((count) => count / rows),
    gradients: gradients.map((sum, a) => {
      const count = present[a] as number;
      return count === 0 ? gradient : sum.map((value) => value / count);
    }),
    gradient,
    boundaries: boundaries.map((sum, a) => ((present[a] as number) === 0 ? boundary : sum / (present[a] as number))),
    boundary,
  };
}
