import { noNumber } from '../messages.js';
import type { OnnxForm } from '../onnx-model.js';

/** How far probabilities may be from sum 1, or outside [0, 1]: exporters sum in single precision. They are scaled to sum 1. */
export const SUM_SLACK = 1e-3;

export type ScoreForm = Exclude<OnnxForm, 'labels'>;

/** Reads rows of scores. */
export interface ScoreReader {
  readonly classes: number;
  /** The class of the largest score, the first of equal ones. */
  label(scores: ArrayLike<number>, row: number): number;
  /** Writes the probabilities of the classes, with sum 1, into the row of `answers`. */
  fill(scores: ArrayLike<number>, row: number, answers: Float64Array): void;
}

/** @param columns Scores of a row. @throws DpfairError input, when reading, for scores that are not of the form. */
export function scoreReader(form: ScoreForm, columns: number, file?: string): ScoreReader {
  return columns === 1 ? oneColumn(form, file) : columnOfEachClass(form, columns, file);
}

function oneColumn(form: ScoreForm, file?: string): ScoreReader {
  const areProbabilities = form === 'probability';
  const scoreOf = (scores: ArrayLike<number>, row: number) => {
    const score = scores[row] as number;
    const allowed = areProbabilities ? isProbability(score) : !Number.isNaN(score);
    if (!allowed) throw noNumber(file, row, score, form);
    return score;
  };
  return {
    classes: 2,
    label: (scores, row) => (scoreOf(scores, row) > (areProbabilities ? 0.5 : 0) ? 1 : 0),
    fill(scores, row, answers) {
      const score = scoreOf(scores, row);
      const second = areProbabilities ? Math.min(1, Math.max(0, score)) : 1 / (1 + Math.exp(-score));
      answers[2 * row] = areProbabilities ? 1 - second : 1 / (1 + Math.exp(score));
      answers[2 * row + 1] = second;
    },
  };
}

function columnOfEachClass(form: ScoreForm, columns: number, file?: string): ScoreReader {
  const areProbabilities = form === 'probabilities';
  const largestOf = (scores: ArrayLike<number>, row: number) => {
    let best = 0;
    for (let y = 0; y < columns; y++) {
      const score = scores[row * columns + y] as number;
      const allowed = areProbabilities ? isProbability(score) : score < Number.POSITIVE_INFINITY;
      if (!allowed) throw noNumber(file, row, score, form);
      if (score > (scores[row * columns + best] as number)) best = y;
    }
    return best;
  };
  return {
    classes: columns,
    label: largestOf,
    fill(scores, row, answers) {
      const at = row * columns;
      const largest = scores[at + largestOf(scores, row)] as number;
      let sum = 0;
      for (let y = 0; y < columns; y++) {
        const score = scores[at + y] as number;
        const weight = areProbabilities ? Math.max(0, score) : Math.exp(score - largest);
        answers[at + y] = weight;
        sum += weight;
      }
      const allowed = areProbabilities ? Math.abs(sum - 1) <= SUM_SLACK : sum > 0;
      if (!allowed) throw noNumber(file, row, sum, form);
      for (let y = 0; y < columns; y++) answers[at + y] = (answers[at + y] as number) / sum;
    },
  };
}

const isProbability = (score: number) => score >= -SUM_SLACK && score <= 1 + SUM_SLACK;
