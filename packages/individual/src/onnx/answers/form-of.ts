import { type ScoreForm, SUM_SLACK } from './score-reader.js';

/**
 * What rows of scores look like. Numbers outside [0, 1] are logits for sure. Undefined for what could be either: numbers within [0, 1] that do not add up
 * to 1, or no row of finite numbers.
 */
export function formOf(rows: readonly ArrayLike<number>[], columns: number): ScoreForm | undefined {
  const finite = rows.map((row) => Array.from(row)).filter((row) => row.every(Number.isFinite));
  if (finite.length === 0) return undefined;
  const within = finite.every((row) => row.every((score) => score >= -SUM_SLACK && score <= 1 + SUM_SLACK));
  if (columns === 1) return within ? 'probability' : 'logit';
  if (!within) return 'logits';
  const summing = finite.every((row) => Math.abs(row.reduce((a, b) => a + b, 0) - 1) <= SUM_SLACK);
  return summing ? 'probabilities' : undefined;
}
