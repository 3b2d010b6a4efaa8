import { badOutput, wrongLength } from '../messages.js';

/**
 * A model as its answers: probabilities of all classes for each of `rows` rows in `batch`, rows x classes, at once or later. A classifier that names
 * one class answers 1 for it and 0 for the others.
 */
export type Answerer = (batch: Float64Array, rows: number) => ArrayLike<number> | PromiseLike<ArrayLike<number>>;

/** Rows that are asked about at a time unless another number is wanted. */
export const ANSWER_ROWS = 1024;

/**
 * All answers of a model, rows x classes, asked for in batches.
 *
 * @param batchRows Rows that are asked about at a time, at most.
 * @param width Columns of a row.
 * @throws DpfairError domain when an answer is not made of `classes` probabilities with sum 1 (within 1e-6).
 */
export async function answersOf(
  answerer: Answerer,
  points: Float64Array,
  width: number,
  classes: number,
  batchRows: number,
): Promise<Float64Array> {
  const rows = points.length / width;
  const answers = new Float64Array(rows * classes);
  for (let from = 0; from < rows; from += batchRows) {
    const count = Math.min(batchRows, rows - from);
    const found = await answerer(points.slice(from * width, (from + count) * width), count);
    if (found.length !== count * classes) throw wrongLength('answers of the model', found.length, count * classes);
    for (let row = 0; row < count; row++) {
      let sum = 0;
      for (let y = 0; y < classes; y++) {
        const p = found[row * classes + y] as number;
        if (!(p >= 0 && p <= 1 + 1e-6)) throw badOutput(from + row, p);
        sum += p;
        answers[(from + row) * classes + y] = p;
      }
      if (!(Math.abs(sum - 1) <= 1e-6)) throw badOutput(from + row, sum);
    }
  }
  return answers;
}

/** Total variation between two rows of answers: half the sum of differences. */
export function answerDistance(
  a: Float64Array,
  first: number,
  b: Float64Array,
  second: number,
  classes: number,
): number {
  let sum = 0;
  for (let y = 0; y < classes; y++) {
    sum += Math.abs((a[first * classes + y] as number) - (b[second * classes + y] as number));
  }
  return sum / 2;
}
