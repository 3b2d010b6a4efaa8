import type { AuditResult, Cell } from '@dpfair/result';
import { formatPercent } from '../../format/index.js';
import { bestWinner, direction, entityView, headlineCell, worstLoser } from '../../measure/index.js';
import { biasMessages as say } from '../../messages/figures/figure-messages.js';
import { entityLabel, TITLE } from '../../verdict/entity-label.js';
import { atLabel, postWords, sentence } from '../../words/index.js';

/** A part of the loss this close to the part of the whole is in proportion to it. */
const ALIKE = 0.1;
/** Parts of a seat below this are not written in digits. */
const UNWRITTEN = 1e-6;

/** The finding of the bias figure: who bears the losses by size when that is clear, else who loses and gains most. */
export function biasFinding(result: AuditResult, label: string): string {
  const cell = headlineCell(result);
  if (cell === null) return sentence(say.titleNothing(atLabel(label)));
  if (result.unit === 'seats' && cell.alpha.upper !== null && cell.alpha.upper < UNWRITTEN)
    return sentence(say.titleHardly(atLabel(label)));
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
  const size = (indices: readonly number[]) => indices.reduce((sum, index) => sum + (truth[index] as number), 0);
  const { label } = postWords(cell.post);
  const part = (indices: readonly number[]) => {
    const [borne, held] = [loss(indices) / all, size(indices) / size(order)];
    return { borne, held, words: [formatPercent(borne), formatPercent(held)] as const };
  };
  const large = part(order.slice(0, Math.floor(order.length / 10)));
  if (large.borne >= 0.5 && large.borne > large.held * (1 + ALIKE))
    return say.titleLargestTenth(at, label, ...large.words);
  if (large.borne >= 0.5 && large.borne >= large.held * (1 - ALIKE))
    return say.titleInProportion(at, label, ...large.words);
  const small = part(order.slice(Math.floor(order.length / 2)));
  const more = small.borne >= 0.75 && small.borne > small.held * (1 + ALIKE);
  return more ? say.titleSmallerHalf(at, label, ...small.words) : null;
}

function byExtremes(result: AuditResult, cell: Cell, at: string): string {
  const name = (index: number | null) =>
    index === null || !['gains', 'loses'].includes(direction(cell, index))
      ? null
      : entityLabel(cell, entityView(result, cell, index), TITLE);
  const [loser, winner] = [name(worstLoser(cell)), name(bestWinner(cell))];
  if (loser !== null && winner !== null) return say.titleExtremes(at, loser, winner);
  if (loser !== null) return say.titleLoser(at, loser);
  return winner !== null ? say.titleWinner(at, winner) : say.titleNothing(at);
}
