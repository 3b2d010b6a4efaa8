// Source: implicit QL steps with Wilkinson's shift, Golub and Van Loan, Matrix Computations, 4th edition, section 8.3.

/** What belongs to position k of both arrays is one pair; the order is none. */
export interface TridiagonalEigenvalues {
  readonly values: Float64Array;
  /** Of the unit eigenvector of each value, up to its sign. */
  readonly lastComponents: Float64Array;
}

/**
 * Eigenvalues of a symmetric tridiagonal matrix, to about 1e-15 of the largest, with the last component of each eigenvector. O(n^2).
 *
 * @param diagonal n finite numbers.
 * @param beside The n - 1 finite numbers beside the diagonal.
 * @example
 * [...tridiagonalEigenvalues([2, 2], [1]).values].map(Math.round).sort() // [1, 3]
 */
export function tridiagonalEigenvalues(diagonal: readonly number[], beside: readonly number[]): TridiagonalEigenvalues {
  const size = diagonal.length;
  const values = Float64Array.from(diagonal);
  const rest = Float64Array.from({ length: size }, (_, k) => beside[k] ?? 0);
  const lastComponents = new Float64Array(size);
  if (size > 0) lastComponents[size - 1] = 1;
  const rounding = values.reduce(
    (most, value, k) => Math.max(most, Number.EPSILON * (Math.abs(value) + Math.abs(rest[k] as number))),
    0,
  );
  for (let first = 0; first < size; first++) {
    // Two or three steps are the rule.
    for (let step = 0; step < 60; step++) {
      const end = endOfBlock(rest, first, rounding);
      if (end === first) break;
      chase(values, rest, lastComponents, first, end);
    }
  }
  return { values, lastComponents };
}

/** The last row of the block that begins at `first`: what lies beside the diagonal behind it is below rounding. */
function endOfBlock(rest: Float64Array, first: number, rounding: number): number {
  let end = first;
  while (end < rest.length - 1 && Math.abs(rest[end] as number) > rounding) end++;
  return end;
}

/** One step: rotations from the end of a block to its beginning, which bring an eigenvalue nearer to the first place. */
function chase(values: Float64Array, rest: Float64Array, last: Float64Array, first: number, end: number): void {
  const top = values[first] as number;
  const half = ((values[first + 1] as number) - top) / (2 * (rest[first] as number));
  const root = Math.hypot(half, 1);
  let along = (values[end] as number) - top + (rest[first] as number) / (half + (half < 0 ? -root : root));
  let [sine, cosine, moved] = [1, 1, 0];
  for (let k = end - 1; k >= first; k--) {
    const bulge = sine * (rest[k] as number);
    const kept = cosine * (rest[k] as number);
    const length = Math.hypot(bulge, along);
    rest[k + 1] = length;
    if (length === 0) {
      // The block falls apart here.
      values[k + 1] = (values[k + 1] as number) - moved;
      rest[end] = 0;
      return;
    }
    sine = bulge / length;
    cosine = along / length;
    const lower = (values[k + 1] as number) - moved;
    const change = ((values[k] as number) - lower) * sine + 2 * cosine * kept;
    moved = sine * change;
    values[k + 1] = lower + moved;
    along = cosine * change - kept;
    const [one, other] = [last[k] as number, last[k + 1] as number];
    last[k + 1] = sine * one + cosine * other;
    last[k] = cosine * one - sine * other;
  }
  values[first] = (values[first] as number) - moved;
  rest[first] = along;
  rest[end] = 0;
}
