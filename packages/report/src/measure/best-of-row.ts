/** What is compared: an estimate with its interval. */
export interface Compared {
  readonly estimate: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/**
 * The index of the one whose whole interval lies below all others; null when there is nothing to compare, when
 * intervals overlap, or when one is missing.
 */
export function bestOfRow(row: readonly Compared[]): number | null {
  if (row.length < 2 || row.some((one) => one.estimate === null || one.lower === null || one.upper === null))
    return null;
  const best = row.findIndex((one, index) =>
    row.every((other, at) => at === index || (one.upper as number) < (other.lower as number)),
  );
  return best < 0 ? null : best;
}
