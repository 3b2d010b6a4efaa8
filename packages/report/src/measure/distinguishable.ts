/**
 * Whether an interval for a quantity that is at least zero leaves zero out. Without an interval nothing is claimed.
 */
export function distinguishable(interval: {
  readonly lower: number | null;
  readonly estimate?: number | null;
}): boolean {
  return interval.lower !== null && interval.lower > 0;
}
