/** Numbers that differ by less than this part of themselves are compared again without rounding. */
export const NEARLY_EQUAL = 16 * Number.EPSILON;
