/** Bounds of a number option. */
export interface NumberRange {
  readonly above?: number;
  readonly atLeast?: number;
  readonly below?: number;
  readonly whole?: boolean;
}
