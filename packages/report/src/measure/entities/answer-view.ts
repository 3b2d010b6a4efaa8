import type { Cell } from '@dpfair/result';
import { formatProbability, formatProbabilityRange } from '../../format/index.js';
import { halfWidth } from '../half-width.js';

/** The answer to a yes-or-no rule for one entity of one cell. */
export interface AnswerView {
  /** The answer without noise. */
  readonly entitled: boolean;
  /** Probability of yes; null when it does not exist. */
  readonly yes: number | null;
  /** Probability of a wrong answer: of no for who is entitled, of yes for who is not. */
  readonly wrong: number | null;
  /** Half the width of the interval of either probability. */
  readonly half: number | null;
}

/** The view of entity `index` of a cell whose outcomes are 1 for yes and 0 for no. */
export function answerView(cell: Cell, index: number): AnswerView {
  const { truth, bias, probability } = cell.entities;
  const outcome = truth[index] ?? 0;
  const change = bias[index] ?? null;
  const yes = probability?.[index] ?? (change === null ? null : Math.min(1, Math.max(0, outcome + change)));
  return {
    entitled: outcome > 0.5,
    yes,
    wrong: change === null ? null : Math.min(1, Math.abs(change)),
    half: halfWidth(cell, index),
  };
}

/** A probability in words, and its interval where it was simulated. */
export interface ProbabilityText {
  readonly text: string;
  readonly range: string | null;
}

/** The probability of a wrong answer. */
export function wrongProbability(cell: Cell, index: number): ProbabilityText {
  const { wrong, half } = answerView(cell, index);
  return probabilityText(cell, wrong, half);
}

/** The probability of yes. */
export function yesProbability(cell: Cell, index: number): ProbabilityText {
  const { yes, half } = answerView(cell, index);
  return probabilityText(cell, yes, half);
}

function probabilityText({ method }: Cell, probability: number | null, half: number | null): ProbabilityText {
  const text = formatProbability(probability);
  if (method !== 'montecarlo' || probability === null || half === null) return { text, range: null };
  return { text, range: formatProbabilityRange(probability - half, probability + half) };
}

/** A probability with its interval behind it: '21.3 % (21.0 % to 21.5 %)'. */
export function withRange({ text, range }: ProbabilityText): string {
  return range === null ? text : `${text} (${range})`;
}
