import type { Cell } from '@dpfair/result';
import { formatFold } from '../../format/index.js';
import {
  type CellGrid,
  type CellRow,
  cellOf,
  distinguishable,
  measured,
  rowOf,
  shownWrongAnswers,
  wrongAnswers,
} from '../../measure/index.js';
import { answerVerdictMessages as say } from '../../messages/answer-messages.js';
import { postWords } from '../../words/index.js';
import { amount } from './answers.js';

/** A smaller part of the wrong answers than this is no difference to speak of. */
const HARDLY = 0.001;

const count = (cell: Cell) => wrongAnswers(cell).all;

/** The other cells on the same noise whose wrong answers the verdict compares with those of the headline. */
export function comparedAnswers(row: CellRow, head: Cell): Cell[] {
  return distinguishable(count(head)) ? row.cells.filter((cell) => cell !== head && measured(cell)) : [];
}

/** What another post-processing does to the number of wrong answers; null when there is none to compare. No full stop. */
export function answersCompared(row: CellRow, head: Cell): string | null {
  const others = comparedAnswers(row, head);
  if (others.length === 0) return null;
  const { estimate: before, lower } = count(head) as { estimate: number; lower: number };
  const better = others.filter((cell) => (count(cell).upper ?? lower) < lower);
  const best = fewest(better);
  const alike = others.every((cell) => shownWrongAnswers(cell) === shownWrongAnswers(head));
  if (alike) return say.same(others.length);
  if (best === null) return say.noneBetter();
  const { estimate: after, upper } = count(best) as { estimate: number; upper: number };
  const { phrase } = postWords(best.post);
  if (upper <= 0) return say.removes(phrase);
  if (after >= before * (1 - HARDLY)) return say.hardlyBetter();
  const safe = formatFold(lower, upper);
  return say.lowers(phrase, safe, !(after > 0 && formatFold(before, after) === safe));
}

/** The cell with the same post-processing and the fewest wrong answers; null when the headline is the only one. */
export function milderAnswers(grid: CellGrid, head: Cell): Cell | null {
  if (!distinguishable(count(head))) return null;
  const headRow = rowOf(grid, head);
  const cells = grid.rows.filter((row) => row !== headRow).map((row) => cellOf(row, head.post));
  return fewest(cells.filter((cell): cell is Cell => cell !== undefined && measured(cell)));
}

/** How many answers are wrong under the mildest noise tested; no full stop. */
export function milderAnswersSentence(at: string, cell: Cell, head: Cell): string {
  const all = count(cell);
  if (!distinguishable(all)) return say.milderNothing(at);
  if (all.upper === null || all.upper >= (count(head).lower ?? 0)) return say.milderAlike(at);
  return say.milder(at, amount(cell, all));
}

function fewest(cells: readonly Cell[]): Cell | null {
  const size = (cell: Cell) => count(cell).estimate ?? 0;
  return cells.reduce<Cell | null>((best, cell) => (best === null || size(cell) < size(best) ? cell : best), null);
}
