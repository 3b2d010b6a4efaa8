import type { Classifier } from '../classifier/classifier.js';
import type { StableFairProgram } from '../program/program.js';
import type { TrainingSet } from '../program/training-set.js';
import type { Problem } from './problem.js';
import { usualValues } from './usual-values.js';

/**
 * The linear classifiers of a program. Columns are divided by the root of their variance and lambda (the penalty makes up for it), and what most rows
 * of a column hold is kept once.
 *
 * @param blockOf Which weights a row has; null where all have the same.
 */
export function linearProblem(
  { rows, columns: { length: columns }, features }: TrainingSet,
  program: StableFairProgram,
  blockOf: Int32Array | null,
  blocks: number,
): Problem {
  const usual = usualValues(features, rows, columns);
  const { scales, starts } = unusualEntries(features, rows, usual, program.stabilityWeight);
  const intercept = program.intercept !== 'none';
  const width = columns + (intercept ? 1 : 0);
  const parameters = blocks * width;
  const indices = new Int32Array(starts[rows] as number);
  const values = new Float64Array(indices.length);
  for (let row = 0, at = 0, entry = 0; row < rows; row++) {
    const first = blockOf === null ? 0 : (blockOf[row] as number) * width;
    for (let j = 0; j < columns; j++, at++) {
      const value = (features[at] as number) - (usual[j] as number);
      if (value === 0) continue;
      indices[entry] = first + j;
      values[entry] = value / (scales[j] as number);
      entry++;
    }
  }
  const shared = new Float64Array(parameters);
  const norms = new Float64Array(parameters);
  for (let first = 0; first < parameters; first += width) {
    for (let j = 0; j < columns; j++) {
      shared[first + j] = (usual[j] as number) / (scales[j] as number);
      norms[first + j] = 1 / (scales[j] as number) ** 2;
    }
    if (intercept) {
      shared[first + columns] = 1;
      norms[first + columns] = program.intercept === 'penalised' ? 1 : 0;
    }
  }
  const weightsOf = (given: Float64Array, block: number) =>
    scales.map((scale, j) => (given[block * width + j] as number) / scale);
  const interceptOf = (given: Float64Array, block: number) =>
    intercept ? (given[block * width + columns] as number) : 0;
  const classifier = (given: Float64Array): Classifier =>
    blockOf === null
      ? { kind: 'linear', weights: weightsOf(given, 0), intercept: interceptOf(given, 0) }
      : {
          kind: 'by-group',
          weights: Array.from({ length: blocks }, (_, block) => weightsOf(given, block)),
          intercepts: Float64Array.from({ length: blocks }, (_, block) => interceptOf(given, block)),
        };
  return { design: { rows, parameters, width, blockOf, starts, indices, values, shared }, norms, classifier };
}

/** A variance below it is that of a constant column. */
const SMALLEST = 1e-200;

/**
 * Where each row's entries begin, and what columns are divided by, so that the objective curves about alike along all of them: the root of
 * variance (division by rows) and lambda, 1 for a constant column.
 */
function unusualEntries(features: Float64Array, rows: number, usual: Float64Array, stabilityWeight: number) {
  const columns = usual.length;
  const starts = new Int32Array(rows + 1);
  const sums = new Float64Array(columns);
  const squares = new Float64Array(columns);
  let entries = 0;
  for (let row = 0, at = 0; row < rows; row++) {
    for (let j = 0; j < columns; j++, at++) {
      const value = (features[at] as number) - (usual[j] as number);
      if (value === 0) continue;
      entries++;
      sums[j] = (sums[j] as number) + value;
      squares[j] = (squares[j] as number) + value * value;
    }
    starts[row + 1] = entries;
  }
  const scales = squares.map((square, j) => {
    const variance = Math.max(0, square / rows - ((sums[j] as number) / rows) ** 2);
    return variance > SMALLEST ? Math.sqrt(variance + stabilityWeight) : 1;
  });
  return { scales, starts };
}
