/** Refuses counts and probabilities that do not describe one set of at least two cells; returns the number of draws. */
export function requireCells(counts: ArrayLike<number>, probabilities: ArrayLike<number>): number {
  if (counts.length < 2) throw new RangeError(`cells: ${counts.length} (allowed: at least 2)`);
  if (counts.length !== probabilities.length)
    throw new RangeError(`probabilities: ${probabilities.length} (allowed: one per cell, ${counts.length})`);
  let draws = 0;
  let total = 0;
  for (let i = 0; i < counts.length; i++) {
    draws += counts[i] as number;
    total += probabilities[i] as number;
  }
  if (!(Math.abs(total - 1) <= 1e-9)) throw new RangeError(`sum of probabilities: ${total} (allowed: 1)`);
  return draws;
}
