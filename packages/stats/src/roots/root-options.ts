export interface RootOptions {
  /** Width of the final bracket, absolute, in units of x; a few ulps of the root are always allowed. @default 0 */
  readonly tolerance?: number;
  /** Function calls after which the search fails. @default 3000 */
  readonly maxEvaluations?: number;
}

/** Refuses a bracket whose ends do not enclose a change of sign. */
export function requireBracket(lower: number, upper: number, atLower: number, atUpper: number): void {
  if (!(lower <= upper && upper - lower < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`bracket: ${lower} to ${upper} (allowed: finite ends in ascending order)`);
  }
  if (!(atLower * atUpper <= 0 || Math.sign(atLower) * Math.sign(atUpper) <= 0)) {
    throw new RangeError(
      `function at the ends of ${lower} to ${upper}: ${atLower}, ${atUpper} (allowed: opposite signs)`,
    );
  }
}
