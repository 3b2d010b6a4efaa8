import type { Cell } from '@dpfair/result';
import { formatFold } from '../format/index.js';
import { type CellRow, distinguishable, measured } from '../measure/index.js';
import { verdictMessages as say } from '../messages/verdict-messages.js';
import { postWords } from '../words/index.js';

/** What another post-processing on the same noise does to the gap of the headline cell; null when there is none to compare. */
export function compareSentence(row: CellRow, head: Cell): string | null {
  const others = comparable(row, head);
  if (others.length === 0 || !distinguishable(head.alpha)) return null;
  const best = clearlyBetter(others, head);
  if (best === null) return say.noneBetter();
  const { phrase } = postWords(best.post);
  const before = head.alpha.estimate as number;
  const after = best.alpha.estimate as number;
  const upper = best.alpha.upper as number;
  if (upper <= 0) return say.removes(phrase);
  const safe = formatFold(head.alpha.lower as number, upper);
  const exact = after > 0 && formatFold(before, after) === safe;
  return say.narrows(phrase, safe, !exact);
}

/** The cells the comparison speaks of. */
export function comparedCells(row: CellRow, head: Cell): Cell[] {
  return distinguishable(head.alpha) ? comparable(row, head) : [];
}

function comparable(row: CellRow, head: Cell): Cell[] {
  return row.cells.filter((cell) => cell !== head && measured(cell));
}

/** The smallest gap whose whole interval lies below that of the headline; null when there is none. */
function clearlyBetter(others: readonly Cell[], head: Cell): Cell | null {
  const lower = head.alpha.lower as number;
  const better = others.filter((cell) => cell.alpha.upper !== null && cell.alpha.upper < lower);
  return better.reduce<Cell | null>(
    (best, cell) => (best === null || (cell.alpha.estimate as number) < (best.alpha.estimate as number) ? cell : best),
    null,
  );
}
