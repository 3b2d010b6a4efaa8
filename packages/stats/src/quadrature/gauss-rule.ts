import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { type DoubleDouble, divide, subtract } from './double-double.js';

/** Nodes in ascending order and their weights. The arrays are shared between callers: do not write to them. */
export interface GaussRule {
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
}

/** What polishing one node needs at x, in double-double: the polynomial over its derivative, and the weight of x as a node. */
export interface NodeEvaluation {
  readonly correction: DoubleDouble;
  readonly weight: () => number;
}

/**
 * Newton's method on each start in double-double arithmetic, so that nodes and weights are rounded once: the far weights of Laguerre and Hermite
 * rules change by many ulps when their node moves by half of one.
 */
export function polishedRule(starts: readonly number[], evaluate: (x: DoubleDouble) => NodeEvaluation): GaussRule {
  const nodes = new Float64Array(starts.length);
  const weights = new Float64Array(starts.length);
  starts.forEach((start, i) => {
    let x: DoubleDouble = [start, 0];
    for (let step = 0; step < 6; step++) {
      const { correction } = evaluate(x);
      x = subtract(x, correction);
      if (Math.abs(correction[0]) <= 1e-13 * Math.abs(x[0])) break;
    }
    nodes[i] = x[0];
    weights[i] = evaluate(x).weight();
  });
  return { nodes, weights };
}

/**
 * Golub and Welsch (1969): the nodes are the eigenvalues of the symmetric tridiagonal matrix of the recurrence, here as starts
 * for {@link polishedRule}; ml-matrix finds them to about 1e-14 of the largest.
 */
export function recurrenceStarts(
  diagonal: (k: number) => number,
  offDiagonal: (k: number) => number,
  n: number,
): number[] {
  const matrix = Matrix.zeros(n, n);
  for (let k = 0; k < n; k++) {
    matrix.set(k, k, diagonal(k));
    if (k + 1 < n) {
      matrix.set(k, k + 1, offDiagonal(k + 1));
      matrix.set(k + 1, k, offDiagonal(k + 1));
    }
  }
  return new EigenvalueDecomposition(matrix, { assumeSymmetric: true }).realEigenvalues.sort((a, b) => a - b);
}

/** Makes each rule once. */
export function cachedRule(what: string, most: number, make: (n: number) => GaussRule): (n: number) => GaussRule {
  const rules = new Map<number, GaussRule>();
  return (n) => {
    if (!(Number.isInteger(n) && n >= 1 && n <= most)) {
      throw new RangeError(`${what} nodes: ${n} (allowed: an integer from 1 to ${most})`);
    }
    const rule = rules.get(n) ?? make(n);
    rules.set(n, rule);
    return rule;
  };
}

/** `value / slope` as a Newton correction; 0 where the value is exactly 0. */
export function newtonCorrection(value: DoubleDouble, slope: DoubleDouble): DoubleDouble {
  return value[0] === 0 ? [0, 0] : divide(value, slope);
}
