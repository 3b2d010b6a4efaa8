import type { AuditResult, Cell } from '@dpfair/result';
import type { TextTable } from '../../figure.js';
import { cleanText, formatInterval, formatPercent } from '../../format/index.js';
import { bestWinner, type CellGrid, entityView, type OutcomeUnit, worstLoser } from '../../measure/index.js';
import { biasMessages as say } from '../../messages/figure-messages.js';
import { postWords } from '../../words/index.js';
import { MOST_WHISKERS } from './bias-marks.js';

/** The data of the bias figure: every entity when there are few, else the extremes by bias and by size of each cell. */
export function biasTable(result: AuditResult, grid: CellGrid, size: OutcomeUnit, unit: OutcomeUnit): TextTable {
  const rows = grid.rows.flatMap((row) =>
    row.cells.flatMap((cell) =>
      chosen(cell).map(([which, index]) => {
        const view = entityView(result, cell, index);
        return [
          row.label,
          postWords(cell.post).label,
          which,
          cleanText(view.name),
          size.cell(view.truth),
          formatInterval(view.bias, view.lower, view.upper, unit.cell),
          formatPercent(view.fraction),
        ];
      }),
    ),
  );
  return { columns: say.columns(unit.header, size.header), rows };
}

function chosen(cell: Cell): [string, number][] {
  const { truth } = cell.entities;
  const marks = new Map<number, string>();
  const mark = (index: number | null, word: string) => {
    if (index === null || index < 0) return;
    const before = marks.get(index);
    marks.set(index, before === undefined ? word : `${before}, ${word}`);
  };
  const indices = truth.map((_, index) => index);
  const pick = (better: (a: number, b: number) => boolean) =>
    indices.reduce(
      (best, index) => (best < 0 || better(truth[index] as number, truth[best] as number) ? index : best),
      -1,
    );
  mark(worstLoser(cell), say.loser());
  mark(bestWinner(cell), say.winner());
  mark(
    pick((a, b) => a < b),
    say.smallest(),
  );
  mark(
    pick((a, b) => a > b),
    say.largest(),
  );
  if (truth.length <= MOST_WHISKERS) return indices.map((index) => [marks.get(index) ?? '', index]);
  return [...marks].map(([index, word]) => [word, index]);
}
