/** How many are at or above each threshold, thresholds falling: one element a distinct score. */
export interface ThresholdCounts {
  readonly threshold: Float64Array;
  readonly members: Int32Array;
  readonly others: Int32Array;
}

/** Counts both kinds at every distinct score. O(n log n). */
export function thresholdCounts(members: Float64Array, others: Float64Array): ThresholdCounts {
  const [left, right] = [members.slice().sort(), others.slice().sort()];
  const [threshold, above, false_]: [number[], number[], number[]] = [[], [], []];
  let [i, j] = [left.length, right.length];
  while (i > 0 || j > 0) {
    const score = Math.max(left[i - 1] ?? Number.NEGATIVE_INFINITY, right[j - 1] ?? Number.NEGATIVE_INFINITY);
    while (i > 0 && left[i - 1] === score) i--;
    while (j > 0 && right[j - 1] === score) j--;
    threshold.push(score);
    above.push(left.length - i);
    false_.push(right.length - j);
  }
  return {
    threshold: Float64Array.from(threshold),
    members: Int32Array.from(above),
    others: Int32Array.from(false_),
  };
}
