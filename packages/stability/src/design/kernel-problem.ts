// The representer theorem (Schoelkopf, Herbrich and Smola, 2001): f = sum a k(x_i, .) + b, ||f||^2 = a'Ka. With K = L L' the scores are L c + b and
// ||f||^2 = |c|^2 for c = L'a: a linear classifier on the rows of L.
// The multiquadric sqrt(d^2 + c^2) is no inner product: minus it is positive definite on coefficients with sum 0 only (Micchelli, 1986), and a'Ka
// has no least value beside a loss that grows linearly. With -k(x, y) + k(x, o) + k(o, y) - k(o, o) for a fixed point o it is, and beside a free
// constant the functions and norms, `-a'Ka` over coefficients with sum 0, do not depend on o.
import type { Classifier } from '../classifier/classifier.js';
import { kernelOf, squaredDistance } from '../classifier/kernel.js';
import { multiquadricNeedsFree, tooManyKernelRows } from '../messages.js';
import type { Kernel, StableFairProgram } from '../program/program.js';
import type { TrainingSet } from '../program/training-set.js';
import { pivotCoefficients, pivotedCholesky } from './pivoted-cholesky.js';
import type { Problem } from './problem.js';

/** Rows of a kernel classifier at most: its Newton step takes rows x rank^2. */
const MOST_ROWS = 5000;

/**
 * The kernel classifiers of a program.
 *
 * @throws DpfairError usage for a multiquadric kernel without a free intercept; domain for more rows than can be handled.
 */
export function kernelProblem(
  { rows, columns: { length: width }, features }: TrainingSet,
  { intercept }: StableFairProgram,
  kernel: Kernel,
): Problem {
  const conditional = kernel.kind === 'multiquadric';
  if (conditional && intercept !== 'free') throw multiquadricNeedsFree(intercept);
  if (rows > MOST_ROWS) throw tooManyKernelRows(rows, MOST_ROWS);
  const ofDistance = kernelOf(kernel);
  const k = (i: number, j: number) => ofDistance(squaredDistance(features, i, features, j, width));
  const factor = pivotedCholesky(rows, conditional ? (i, j) => k(i, 0) + k(0, j) - k(0, 0) - k(i, j) : k);
  const { pivots } = factor;
  const constant = intercept === 'none' ? 0 : 1;
  const rank = pivots.length;
  const parameters = rank + constant;
  const norms = new Float64Array(parameters).fill(1);
  const shared = new Float64Array(parameters);
  if (constant > 0) {
    shared[rank] = 1;
    norms[rank] = intercept === 'penalised' ? 1 : 0;
  }
  const classifier = (given: Float64Array): Classifier => {
    const found = pivotCoefficients(factor, given);
    const free = constant > 0 ? (given[rank] as number) : 0;
    const points = (of: readonly number[]) =>
      Float64Array.from({ length: of.length * width }, (_, at) => {
        return features[(of[Math.floor(at / width)] as number) * width + (at % width)] as number;
      });
    if (!conditional) {
      return { kind: 'kernel', kernel, points: points(pivots), coefficients: found, intercept: free };
    }
    // The fixed point, row 0, takes the rest, so that coefficients have sum 0; what is left is constant.
    const coefficients = Float64Array.of(
      ...found.map((value) => -value),
      found.reduce((sum, value) => sum + value, 0),
    );
    const moved = found.reduce((sum, value, at) => sum + value * (k(pivots[at] as number, 0) - k(0, 0)), 0);
    return { kind: 'kernel', kernel, points: points([...pivots, 0]), coefficients, intercept: free + moved };
  };
  const squaredNorm = (given: Float64Array) => given.reduce((sum, own, j) => sum + (norms[j] as number) * own * own, 0);
  const entries = nonzeros(rows, factor.columns);
  const design = { rows, parameters, width: parameters, blockOf: null, ...entries, shared };
  return { design, norms, classifier, squaredNorm, hidden: false };
}

function nonzeros(rows: number, columns: readonly Float64Array[]) {
  const starts = new Int32Array(rows + 1);
  for (let row = 0; row < rows; row++) {
    const held = columns.reduce((count, column) => count + (column[row] === 0 ? 0 : 1), 0);
    starts[row + 1] = (starts[row] as number) + held;
  }
  const indices = new Int32Array(starts[rows] as number);
  const values = new Float64Array(indices.length);
  for (let row = 0, entry = 0; row < rows; row++) {
    columns.forEach((column, j) => {
      if (column[row] === 0) return;
      indices[entry] = j;
      values[entry++] = column[row] as number;
    });
  }
  return { starts, indices, values };
}
