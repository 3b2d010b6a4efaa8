import type { Alpha } from '@dpfair/result';

/** How many times narrower a gap is, with the ends that the intervals of both allow; null where it does not exist, or one of them is 0. */
export interface Narrowing {
  readonly estimate: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** The gap of the decision as it is over that of a mitigation. */
export const narrowingOf = (baseline: Alpha, { estimate, lower, upper }: Alpha): Narrowing => ({
  estimate: quotient(baseline.estimate, estimate),
  lower: quotient(baseline.lower, upper),
  upper: quotient(baseline.upper, lower),
});

function quotient(above: number | null, below: number | null): number | null {
  if (above === null || below === null || above === 0 || below === 0) return null;
  const value = above / below;
  return Number.isFinite(value) ? value : null;
}
