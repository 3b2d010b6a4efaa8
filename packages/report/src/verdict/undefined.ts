import type { Cell } from '@dpfair/result';
import { type CellGrid, cellOf, measured } from '../measure/index.js';
import { verdictMessages as say } from '../messages/verdict-messages.js';
import { atLabel, postWords } from '../words/index.js';

/** One sentence for every post-processing whose gap is undefined somewhere, with where when it is not everywhere. */
export function undefinedSentences(grid: CellGrid): string[] {
  return grid.posts.flatMap((post) => {
    const rows = grid.rows.filter((row) => isUndefined(cellOf(row, post)));
    if (rows.length === 0) return [];
    const everywhere = grid.rows.every((row) => rows.includes(row) || cellOf(row, post) === undefined);
    return [say.undefinedFor(postWords(post).phrase, everywhere ? [] : rows.map((row) => atLabel(row.label)))];
  });
}

function isUndefined(cell: Cell | undefined): boolean {
  return cell !== undefined && !measured(cell);
}
