import type { Classifier } from '../classifier/classifier.js';
import { tooManyWeights } from '../messages.js';
import type { StableFairProgram } from '../program/program.js';
import type { TrainingSet } from '../program/training-set.js';
import { columnUnits } from './column-units.js';
import type { Problem } from './problem.js';
import { turnedProblem } from './turned-problem.js';
import { usualValues } from './usual-values.js';

/** Weights at most, over all blocks: a Newton step takes their cube, and memory their square. */
const MOST_WEIGHTS = 3000;

/**
 * The linear classifiers of a program. Columns are centred and divided (`columnUnits`; the penalty and the intercept make up for it), and what most
 * rows of a column hold is kept once. Where rounding would hide what columns hold beside their means they are turned first (`turnedProblem`).
 *
 * @param blockOf Which weights a row has; null where all have the same.
 * @throws DpfairError domain for more weights than can be handled.
 */
export function linearProblem(
  set: TrainingSet,
  program: StableFairProgram,
  blockOf: Int32Array | null,
  blocks: number,
): Problem {
  return openLinear(set, program, blockOf, blocks, true);
}

function openLinear(
  set: TrainingSet,
  program: StableFairProgram,
  blockOf: Int32Array | null,
  blocks: number,
  mayTurn: boolean,
): Problem {
  const { rows, features } = set;
  const columns = set.columns.length;
  const intercept = program.intercept !== 'none';
  const width = columns + (intercept ? 1 : 0);
  if (blocks * width > MOST_WEIGHTS) throw tooManyWeights(blocks, width, MOST_WEIGHTS);
  const table = { rows, features, usual: usualValues(features, rows, columns) };
  const { usual, centres, usualOffCentre, scales, hidden, means, farOff } = columnUnits(
    table,
    program,
    blockOf,
    blocks,
  );
  if (hidden && mayTurn) {
    return turnedProblem(set, program, blockOf, blocks, { columns: farOff, means }, (turned, without) =>
      openLinear(turned, without, blockOf, blocks, false),
    );
  }
  const parameters = blocks * width;
  const starts = entryStarts(table, usual, blockOf);
  const indices = new Int32Array(starts[rows] as number);
  const values = new Float64Array(indices.length);
  for (let row = 0, at = 0, entry = 0; row < rows; row++) {
    const block = blockOf?.[row] ?? 0;
    for (let j = 0, k = block * columns; j < columns; j++, k++, at++) {
      const value = (features[at] as number) - (usual[k] as number);
      if (value === 0) continue;
      indices[entry] = block * width + j;
      values[entry] = value / (scales[k] as number);
      entry++;
    }
  }
  const shared = new Float64Array(parameters);
  const norms = new Float64Array(parameters);
  for (let block = 0; block < blocks; block++) {
    for (let j = 0, k = block * columns; j < columns; j++, k++) {
      shared[block * width + j] = (usualOffCentre[k] as number) / (scales[k] as number);
      norms[block * width + j] = 1 / (scales[k] as number) ** 2;
    }
    if (!intercept) continue;
    shared[block * width + columns] = 1;
    norms[block * width + columns] = program.intercept === 'penalised' ? 1 : 0;
  }
  const weightsOf = (given: Float64Array, block: number) =>
    Float64Array.from({ length: columns }, (_, j) => {
      return (given[block * width + j] as number) / (scales[block * columns + j] as number);
    });
  const interceptOf = (given: Float64Array, block: number) =>
    intercept
      ? weightsOf(given, block).reduce(
          (rest, weight, j) => rest - weight * (centres[block * columns + j] as number),
          given[block * width + columns] as number,
        )
      : 0;
  const classifier = (given: Float64Array): Classifier =>
    blockOf === null
      ? { kind: 'linear', weights: weightsOf(given, 0), intercept: interceptOf(given, 0) }
      : {
          kind: 'by-group',
          weights: Array.from({ length: blocks }, (_, block) => weightsOf(given, block)),
          intercepts: Float64Array.from({ length: blocks }, (_, block) => interceptOf(given, block)),
        };
  const squaredNorm = (given: Float64Array): number => {
    let sum = 0;
    for (let block = 0; block < blocks; block++) {
      sum += weightsOf(given, block).reduce((squares, weight) => squares + weight * weight, 0);
      if (program.intercept === 'penalised') sum += interceptOf(given, block) ** 2;
    }
    return sum;
  };
  const design = { rows, parameters, width, blockOf, starts, indices, values, shared };
  return { design, norms, classifier, squaredNorm, hidden };
}

/** Where each row's entries begin: the values that are not the usual ones. */
function entryStarts(
  { rows, features }: Pick<TrainingSet, 'rows' | 'features'>,
  usual: Float64Array,
  blockOf: Int32Array | null,
): Int32Array {
  const columns = features.length / rows;
  const starts = new Int32Array(rows + 1);
  let entries = 0;
  for (let row = 0, at = 0; row < rows; row++) {
    const first = (blockOf?.[row] ?? 0) * columns;
    for (let j = 0; j < columns; j++, at++) if (features[at] !== usual[first + j]) entries++;
    starts[row + 1] = entries;
  }
  return starts;
}
