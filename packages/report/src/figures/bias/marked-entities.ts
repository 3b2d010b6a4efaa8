import type { Cell } from '@dpfair/result';
import { bestWinner, worstLoser } from '../../measure/index.js';
import { MOST_WHISKERS } from './bias-marks.js';

/** The words for entities that are worth a row of their own. */
export interface Marks {
  loser(): string;
  winner(): string;
  smallest(): string;
  largest(): string;
}

/** The rows of a table of a figure: every entity when there are few, else the extremes by bias and by size; and what they are. */
export function markedEntities(cell: Cell, sizes: readonly number[], say: Marks): [string, number][] {
  const marks = new Map<number, string>();
  const mark = (index: number | null, word: string) => {
    if (index === null || index < 0) return;
    const before = marks.get(index);
    marks.set(index, before === undefined ? word : `${before}, ${word}`);
  };
  const indices = sizes.map((_, index) => index);
  const pick = (better: (a: number, b: number) => boolean) =>
    indices.reduce(
      (best, index) => (best < 0 || better(sizes[index] as number, sizes[best] as number) ? index : best),
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
  if (sizes.length <= MOST_WHISKERS) return indices.map((index) => [marks.get(index) ?? '', index]);
  return [...marks].map(([index, word]) => [word, index]);
}
