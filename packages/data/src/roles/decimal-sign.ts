/** The sign that stands before the decimals of a number. */
export type DecimalSign = 'dot' | 'comma';

/** How the numbers of a column are written. */
export interface NumberStyle {
  readonly decimal: DecimalSign;
  /** A comma may be a decimal sign: `1,500` is refused. */
  readonly ambiguousComma: boolean;
  /** A dot may group thousands: `1.210` is refused. */
  readonly ambiguousDot: boolean;
}
