/** What mitigations are compared by; less is better, and null is not compared. */
export interface Compared {
  readonly gap: number | null;
  /** Entitled entities that are told no, as a rate; null where the outcome is not yes or no. */
  readonly wrongNo: number | null;
  /** 0 where its interval holds 0. */
  readonly price: number;
  /** Privacy that is spent. */
  readonly epsilon: number | null;
  /** Whether it needs something that must be public, or known to somebody. */
  readonly assumes: boolean;
  /** Whether outcomes can be negative, so that they cannot be paid. */
  readonly payable: boolean;
}

/**
 * Which ones are efficient: nothing else is at least as good in every respect and better in one. A mitigation without a gap is
 * not; one that assumes something is no reason to leave out one that does not, nor is one whose outcomes cannot be paid
 * against one whose outcomes can.
 */
export function efficientOnes(compared: readonly Compared[]): boolean[] {
  return compared.map((one) => one.gap !== null && !compared.some((other) => dominates(other, one)));
}

function dominates(other: Compared, one: Compared): boolean {
  if (other.gap === null || one.gap === null) return false;
  if ((other.assumes && !one.assumes) || (!other.payable && one.payable)) return false;
  const pairs = [
    [other.gap, one.gap],
    [other.wrongNo ?? 0, one.wrongNo ?? 0],
    [other.price, one.price],
    [other.epsilon ?? 0, one.epsilon ?? 0],
  ] as const;
  const noWorse = pairs.every(([theirs, ours]) => theirs <= ours);
  const better =
    pairs.some(([theirs, ours]) => theirs < ours) || (!other.assumes && one.assumes) || (other.payable && !one.payable);
  return noWorse && better;
}
