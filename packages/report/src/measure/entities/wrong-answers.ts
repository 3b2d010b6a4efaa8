import type { Cell } from '@dpfair/result';
import { formatNumber } from '../../format/index.js';
import type { Compared } from '../best-of-row.js';
import { halfWidth, simultaneousMultiplier, unseenProbability } from '../half-width.js';
import { answerView } from './answer-view.js';

/** How many answers of a cell are expected to be wrong: sums of probabilities. */
export interface WrongAnswers {
  /** Entities with a probability. */
  readonly asked: number;
  readonly entitled: number;
  /** All wrong answers. */
  readonly all: Compared;
  /** Entitled entities that are told no. */
  readonly lose: Compared;
  /** Entities that are not entitled and are told yes. */
  readonly gain: Compared;
}

/**
 * Expected numbers of wrong answers, sum of |bias|, with intervals.
 *
 * - exact and series: the stated error times the number of entities;
 * - Monte Carlo: the multiplier for all entities at once times the root of the sum of squared standard errors, because
 *   entities have noise of their own, and what a run of this length cannot see.
 */
export function wrongAnswers(cell: Cell): WrongAnswers {
  const views = cell.entities.bias.flatMap((bias, index) =>
    bias === null ? [] : [{ index, ...answerView(cell, index) }],
  );
  const sum = (chosen: typeof views): Compared => {
    if (views.length === 0) return { estimate: null, lower: null, upper: null };
    const estimate = chosen.reduce((total, { wrong }) => total + (wrong ?? 0), 0);
    const half = halfWidthOfSum(
      cell,
      chosen.map(({ index }) => index),
    );
    if (half === null) return { estimate, lower: null, upper: null };
    return { estimate, lower: Math.max(0, estimate - half), upper: Math.min(chosen.length, estimate + half) };
  };
  const entitled = views.filter((view) => view.entitled);
  return {
    asked: views.length,
    entitled: entitled.length,
    all: sum(views),
    lose: sum(entitled),
    gain: sum(views.filter((view) => !view.entitled)),
  };
}

/** The expected number of wrong answers as it is shown. */
export function shownWrongAnswers(cell: Cell): string {
  return formatNumber(wrongAnswers(cell).all.estimate);
}

function halfWidthOfSum(cell: Cell, indices: readonly number[]): number | null {
  if (indices.length === 0) return 0;
  if (cell.method !== 'montecarlo') return indices.reduce((sum, index) => sum + (halfWidth(cell, index) ?? 0), 0);
  const multiplier = simultaneousMultiplier(cell);
  const errors = indices.map((index) => cell.entities.standardError[index] ?? null);
  if (multiplier === null || errors.includes(null)) return null;
  return multiplier * Math.hypot(...(errors as number[])) + unseenProbability(cell);
}
