import type { AuditResult, Cell } from '@dpfair/result';
import { formatPercent } from '../format/index.js';
import { bestWinner, direction, entityView, headlineCell, worstLoser } from '../measure/index.js';
import { biasMessages as say } from '../messages/figure-messages.js';
import { entityLabel } from '../verdict/entity-label.js';
import { atLabel, postWords, sentence } from '../words/index.js';

/** The finding of the bias figure: who bears the losses by size when that is clear, else who loses and gains most. */
export function biasFinding(result: AuditResult, label: string): string {
  const cell = headlineCell(result);
  if (cell === null) return sentence(say.titleNothing(atLabel(label)));
  return sentence(bySize(cell, atLabel(label)) ?? byExtremes(result, cell, atLabel(label)));
}

function bySize(cell: Cell, at: string): string | null {
  const { truth, bias } = cell.entities;
  if (truth.length < 100) return null;
  const order = truth.map((_, index) => index).sort((a, b) => (truth[b] as number) - (truth[a] as number) || a - b);
  const loss = (indices: readonly number[]) =>
    indices.reduce((sum, index) => sum + (direction(cell, index) === 'loses' ? -(bias[index] as number) : 0), 0);
  const all = loss(order);
  if (all <= 0) return null;
  const { phrase } = postWords(cell.post);
  const large = loss(order.slice(0, Math.floor(order.length / 10))) / all;
  if (large >= 0.5) return say.titleLargestTenth(at, phrase, formatPercent(large));
  const small = loss(order.slice(Math.floor(order.length / 2))) / all;
  return small >= 0.75 ? say.titleSmallestTenth(at, phrase, formatPercent(small)) : null;
}

function byExtremes(result: AuditResult, cell: Cell, at: string): string {
  const name = (index: number | null) =>
    index === null || !['gains', 'loses'].includes(direction(cell, index))
      ? null
      : entityLabel(cell, entityView(result, cell, index));
  const [loser, winner] = [name(worstLoser(cell)), name(bestWinner(cell))];
  if (loser !== null && winner !== null) return say.titleExtremes(at, loser, winner);
  if (loser !== null) return say.titleLoser(at, loser);
  return winner !== null ? say.titleWinner(at, winner) : say.titleNothing(at);
}
