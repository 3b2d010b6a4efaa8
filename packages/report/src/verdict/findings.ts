import type { Cell } from '@dpfair/result';

/** What the verdict says, and the cells it says it of. */
export interface Findings {
  readonly effect: readonly (string | null)[];
  readonly compare: string | null;
  readonly mildest: string | null;
  readonly compared: readonly Cell[];
  readonly mild: Cell | null;
}
