/** Two people, how far apart they are and how far apart their answers. */
export interface AuditedPair {
  /** Place of the first person's row, from 0. */
  readonly first: number;
  /** Place of the second person's row; the same one for a copy of it that was changed. */
  readonly second: number;
  /** The columns of the second person. */
  readonly secondPoint: Float64Array;
  /** D(first, second). */
  readonly inputDistance: number;
  /** Total variation between the answers, from 0 to 1. */
  readonly outputDistance: number;
  /** Output over input distance: above 1 is unfair under the metric. Null where it is undefined. */
  readonly ratio: number | null;
  /** Why the ratio is null. */
  readonly reason?: string;
}

/** What the pairs of one group show. A pair counts for the groups of both of its people. */
export interface GroupOfPairs {
  readonly group: string;
  readonly pairs: number;
  readonly violations: number;
  /** Violations between people whom the metric sees as the same. */
  readonly unseen: number;
  /** The largest ratio that is defined; null where none is. */
  readonly largestRatio: number | null;
  /** The largest (output distance - excess, at least 0) / input distance: what `largestRatio` is at least where answers are sampled. Null where no ratio is defined. */
  readonly provenRatio: number | null;
  /** Mean total variation between the answers; null without pairs. */
  readonly meanOutputDistance: number | null;
}

/** What one way to search found, and what was searched. It shows unfairness; that there is none elsewhere it cannot show. */
export interface PairSearch {
  readonly search: 'nearest' | 'changed' | 'gradient';
  /** Rows from which pairs were sought, out of `ofRows`. */
  readonly rows: number;
  readonly ofRows: number;
  /** Neighbours of each row (`nearest`), different values that the changed columns take (`changed`), or steps uphill (`gradient`). */
  readonly alternatives: number;
  /** Columns that were changed together, or could vary (`gradient`); none for `nearest`. */
  readonly changed: readonly string[];
  /** Pairs that were compared; of a climb only the worst that it met. */
  readonly pairs: number;
  /** Pairs with `output distance > D + excess`. */
  readonly violations: number;
  /** Violations between people whom the metric sees as the same. */
  readonly unseen: number;
  /** The largest (output distance - excess, at least 0) / input distance of all pairs. Null where no ratio is defined. */
  readonly provenRatio: number | null;
  /** Worst first: those the metric sees as the same by output distance, then by ratio. Pairs that differ in nothing are not among them. */
  readonly worst: readonly AuditedPair[];
  readonly groups: readonly GroupOfPairs[];
}
