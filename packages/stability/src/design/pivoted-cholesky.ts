// Source: Fine and Scheinberg, Efficient SVM Training Using Low-Rank Kernel Representations (JMLR 2001), figure 2; Harbrecht, Peters and
// Schneider, On the low-rank approximation by the pivoted Cholesky decomposition (2012).

/** `K = L L'` but for what is left of its diagonal, with L kept column by column. */
export interface PivotedCholesky {
  /** Points in the order they were taken; the first k of them span what the first k columns say. */
  readonly pivots: readonly number[];
  /** Each as long as there are points. */
  readonly columns: readonly Float64Array[];
}

/** What may be left of the diagonal, relative to the largest of it: the functions that are lost have that square of a norm at every point. */
const LEFT = 1e-12;

/**
 * Factors a positive definite kernel matrix without forming it, the point with the most left first, until next to nothing is left.
 * O(points x rank^2 + points x rank kernels).
 *
 * @param at The matrix, asked for once per point and pivot.
 */
export function pivotedCholesky(points: number, at: (i: number, j: number) => number): PivotedCholesky {
  const left = Float64Array.from({ length: points }, (_, i) => at(i, i));
  const enough = LEFT * left.reduce((most, value) => Math.max(most, value), 0);
  const pivots: number[] = [];
  const columns: Float64Array[] = [];
  while (pivots.length < points) {
    let pivot = 0;
    for (let i = 1; i < points; i++) if ((left[i] as number) > (left[pivot] as number)) pivot = i;
    if (!((left[pivot] as number) > enough)) break;
    const root = Math.sqrt(left[pivot] as number);
    const column = Float64Array.from({ length: points }, (_, i) => at(i, pivot));
    for (const before of columns) {
      const factor = before[pivot] as number;
      for (let i = 0; i < points; i++) column[i] = (column[i] as number) - factor * (before[i] as number);
    }
    for (const taken of pivots) column[taken] = 0;
    for (let i = 0; i < points; i++) {
      const value = i === pivot ? root : (column[i] as number) / root;
      column[i] = value;
      left[i] = (left[i] as number) - value * value;
    }
    left[pivot] = 0;
    pivots.push(pivot);
    columns.push(column);
  }
  return { pivots, columns };
}

/** The coefficients of the pivots that give the function with these coordinates: `L' coefficients = coordinates`. */
export function pivotCoefficients({ pivots, columns }: PivotedCholesky, coordinates: Float64Array): Float64Array {
  const rank = pivots.length;
  const coefficients = coordinates.slice(0, rank);
  for (let k = rank - 1; k >= 0; k--) {
    const column = columns[k] as Float64Array;
    let rest = coefficients[k] as number;
    for (let j = k + 1; j < rank; j++) rest -= (column[pivots[j] as number] as number) * (coefficients[j] as number);
    coefficients[k] = rest / (column[pivots[k] as number] as number);
  }
  return coefficients;
}
