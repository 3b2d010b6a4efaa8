// A rotation of the columns, the constant 1 among them where it is penalised, leaves ||f||^2 and all scores as they are. Householder (1958).
import type { Classifier } from '../classifier/classifier.js';
import type { StableFairProgram } from '../program/program.js';
import type { TrainingSet } from '../program/training-set.js';
import type { Problem } from './problem.js';

/** Which columns are turned, and what is known of them. */
export interface Turning {
  /** Places of the columns, ascending. */
  readonly columns: readonly number[];
  /** blocks x columns of the set. */
  readonly means: Float64Array;
}

/**
 * The same program in columns of which one has all of the mean: columns whose mean is far above their spread are turned, block by block, so that the
 * first of them lies along their means (with the constant's, where it is penalised) and the others, at right angles, hold nothing but differences
 * from the means. Those are taken before they are multiplied, so that no rounding hides them.
 *
 * @param open Makes a problem of the turned set and a program without intercept.
 */
export function turnedProblem(
  set: TrainingSet,
  program: StableFairProgram,
  blockOf: Int32Array | null,
  blocks: number,
  { columns: turned, means }: Turning,
  open: (set: TrainingSet, program: StableFairProgram) => Problem,
): Problem {
  const width = set.columns.length;
  const hasConstant = program.intercept === 'penalised';
  const size = turned.length + (hasConstant ? 1 : 0);
  const wide = width + size - turned.length;
  const places = [...turned, ...(hasConstant ? [width] : [])];
  const turns = Array.from({ length: blocks }, (_, block) => {
    const along = Float64Array.from(places, (place) =>
      place === width ? 1 : (means[block * width + place] as number),
    );
    return turnAlong(along);
  });
  const features = new Float64Array(set.rows * wide);
  const off = new Float64Array(size);
  for (let row = 0; row < set.rows; row++) {
    const block = blockOf?.[row] ?? 0;
    const { length, turn } = turns[block] as Turn;
    for (let j = 0; j < width; j++) features[row * wide + j] = set.features[row * width + j] as number;
    turned.forEach((place, i) => {
      off[i] = (set.features[row * width + place] as number) - (means[block * width + place] as number);
    });
    if (hasConstant) off[size - 1] = 0;
    const found = turn(off);
    places.forEach((place, i) => {
      features[row * wide + place] = (found[i] as number) + (i === 0 ? length : 0);
    });
  }
  const columns = [...set.columns, ...(hasConstant ? ['constant'] : [])];
  const problem = open({ ...set, columns, features }, { ...program, intercept: 'none' });
  const back = (weights: Float64Array, block: number) => {
    const { turn } = turns[block] as Turn;
    const own = weights.slice();
    const found = turn(Float64Array.from(places, (place) => weights[place] as number));
    places.forEach((place, i) => {
      own[place] = found[i] as number;
    });
    return { weights: own.slice(0, width), intercept: hasConstant ? (own[width] as number) : 0 };
  };
  const classifier = (parameters: Float64Array): Classifier => {
    const given = problem.classifier(parameters);
    if (given.kind === 'linear') return { kind: 'linear', ...back(given.weights, 0) };
    if (given.kind === 'kernel') return given;
    const each = given.weights.map(back);
    return {
      kind: 'by-group',
      weights: each.map(({ weights }) => weights),
      intercepts: Float64Array.from(each, ({ intercept }) => intercept),
    };
  };
  return { ...problem, classifier };
}

/** A reflection that is its own inverse, and takes the first axis to the direction of a vector of some length. */
interface Turn {
  readonly length: number;
  readonly turn: (vector: Float64Array) => Float64Array;
}

function turnAlong(vector: Float64Array): Turn {
  const length = Math.hypot(...vector);
  if (!(length > 0)) return { length: 0, turn: (given) => given.slice() };
  // From the axis away from the vector, where nothing cancels: the first axis then goes to its opposite.
  const sign = (vector[0] as number) > 0 ? -1 : 1;
  const mirror = vector.map((own, i) => (sign * own) / length - (i === 0 ? 1 : 0));
  const square = mirror.reduce((sum, own) => sum + own * own, 0);
  return {
    length: sign * length,
    turn: (given) => {
      const part = (2 / square) * given.reduce((sum, own, i) => sum + own * (mirror[i] as number), 0);
      return given.map((own, i) => own - part * (mirror[i] as number));
    },
  };
}
