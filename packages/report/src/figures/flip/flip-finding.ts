import type { AuditResult, Cell } from '@dpfair/result';
import { formatPercent, formatProbability } from '../../format/index.js';
import { answerView, bestWinner, direction, entityView, headlineCell, worstLoser } from '../../measure/index.js';
import { flipMessages as say } from '../../messages/answer-messages.js';
import { entityLabel, TITLE } from '../../verdict/entity-label.js';
import { atLabel, postWords, sentence } from '../../words/index.js';

/** Fewer entities than this have no halves to speak of. */
const FEWEST = 20;
/** A half with this part of the wrong answers is where they are. */
const MOST = 0.75;

/** The finding of the figure of flip probabilities: the size that gets the wrong answers when that is clear, else the extremes. */
export function flipFinding(result: AuditResult, label: string): string {
  const cell = headlineCell(result);
  if (cell === null) return sentence(say.titleNothing(atLabel(label)));
  return sentence(bySize(cell, atLabel(label)) ?? byExtremes(result, cell, atLabel(label)));
}

function bySize(cell: Cell, at: string): string | null {
  const halves = halvesOfWrong(cell);
  if (halves === null) return null;
  const { label } = postWords(cell.post);
  return (halves.which === 'smaller' ? say.titleSmall : say.titleLarge)(at, label, formatPercent(halves.part));
}

/** The half of the entities by size that gets most of the wrong answers, and its part of them; null where that is not clear. */
export function halvesOfWrong(cell: Cell): { readonly which: 'smaller' | 'larger'; readonly part: number } | null {
  const { count, id } = cell.entities;
  if (id.length < FEWEST) return null;
  const order = id
    .map((_, index) => index)
    .sort((first, second) => (count[first] as number) - (count[second] as number) || first - second);
  const wrong = (indices: readonly number[]) =>
    indices.reduce((sum, index) => sum + (isSure(cell, index) ? (answerView(cell, index).wrong ?? 0) : 0), 0);
  const all = wrong(order);
  if (all <= 0) return null;
  const middle = Math.floor(order.length / 2);
  const [small, large] = [wrong(order.slice(0, middle)) / all, wrong(order.slice(-middle)) / all];
  if (small >= MOST) return { which: 'smaller', part: small };
  return large >= MOST ? { which: 'larger', part: large } : null;
}

function byExtremes(result: AuditResult, cell: Cell, at: string): string {
  const [loser, winner] = [worstLoser(cell), bestWinner(cell)].map((index) =>
    index === null || !isSure(cell, index)
      ? null
      : ([
          entityLabel(cell, entityView(result, cell, index), TITLE),
          formatProbability(answerView(cell, index).wrong),
        ] as const),
  );
  if (loser && winner) return say.titleExtremes(at, ...loser, ...winner);
  if (loser) return say.titleLoser(at, ...loser);
  return winner ? say.titleWinner(at, ...winner) : say.titleNothing(at);
}

function isSure(cell: Cell, index: number): boolean {
  return ['gains', 'loses'].includes(direction(cell, index));
}
