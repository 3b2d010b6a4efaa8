/**
 * A linear score on one interval of a count: yes where sum of coefficient x column + constant is above 0. The interval is
 * from <= count < to; null is open.
 */
export interface Piece {
  readonly from: number | null;
  readonly to: number | null;
  /** Coefficient by role, of private counts and public numbers. */
  readonly coefficients: Readonly<Record<string, number>>;
  readonly constant: number;
}

/** The piece that a count falls on. Pieces lie in ascending order, and leave no gap. */
export function pieceAt(pieces: readonly Piece[], count: number): Piece {
  return pieces.find(({ to }) => to === null || count < to) as Piece;
}
