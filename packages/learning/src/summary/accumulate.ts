/**
 * Sums of a term over all steps before each tracked step, and over all steps at last: what lies between two tracked steps is
 * filled in linearly, what comes after the last has its value.
 *
 * @param tracked ascending, the first is 0
 * @param steps of the whole training: above the last tracked one
 * @returns one element more than there are tracked steps; the last is the whole sum
 * @example
 * accumulate([0, 2], Float64Array.of(1, 3), 4) // 0, 3, 9: that is 1 + 2, then 3 + 3
 */
export function accumulate(tracked: ArrayLike<number>, values: Float64Array, steps: number): Float64Array {
  const sums = new Float64Array(tracked.length + 1);
  for (let k = 0; k < tracked.length; k++) {
    const value = values[k] as number;
    const next = values[k + 1] ?? value;
    const gap = (tracked[k + 1] ?? steps) - (tracked[k] as number);
    const between = k + 1 < tracked.length ? ((next - value) * (gap - 1)) / 2 : 0;
    sums[k + 1] = (sums[k] as number) + gap * value + between;
  }
  return sums;
}
